import type { KpiFacts } from '@/src/domain/kpi/kpi-facts';
import { gatherKpiFacts, type KpiPorts } from './gather-kpi-facts';
import type { LiveRows } from './live-rows';

/** What the board of indicators asks for; the board itself is computed from it (`kpiBoard`). */
export function kpiUses(ports: KpiPorts, live: LiveRows) {
  return { facts: (): Promise<KpiFacts> => gatherKpiFacts(ports, (kind) => live.rows(kind)) };
}
