import { ageingLines, type AgeingLine } from '@/src/domain/agreements/ageing';
import type { Row } from '@/src/domain/records/record';
import { plainFields } from '@/src/domain/records/values';
import type { LiveRows } from './live-rows';
import type { Kinds } from '@/src/domain/records/kind';
import type { Clock } from './ports/world';

interface ReceivablePorts {
  readonly clock: Clock;
  readonly kinds: Kinds;
}

/** What the credit of an account depends on. */
const CREDIT_KINDS = ['receivable', 'account-order', 'settlement-sheet', 'credit-approval'] as const;

/** What clients owe. */
export function receivableUses({ clock, kinds }: ReceivablePorts, live: LiveRows) {
  return {
    /** By account, currency and age; see `ageingLines`. */
    ageing: async (): Promise<readonly AgeingLine[]> => {
      const rows = await Promise.all(CREDIT_KINDS.map((kind) => live.rows(kind)));
      return ageingLines(rows.flat().map(filed), clock.today());
    },
  };

  function filed({ id, kind, state, fields }: Row) {
    return { id, kind, state, fields: plainFields(kinds.get(kind)?.fields ?? {}, fields) };
  }
}
