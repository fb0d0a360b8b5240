import type { RecordId } from '@/src/kernel/ids';
import { periodOf } from '@/src/kernel/period';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import { followUp } from '@/src/domain/followup/follow-up.kind';
import { deadlineOf, weekBefore } from '@/src/domain/followup/hand-in';
import { handInKey } from '@/src/domain/followup/hand-in.kind';
import { wallClock } from '@/src/domain/followup/wall-clock';
import { followUpsOf } from '@/src/domain/followup/week-log';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { blockedGates, type BlockedGate } from '@/src/domain/pipeline/blocked-gates';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import type { PipelineSchemeFields } from '@/src/domain/pipeline/pipeline-scheme.kind';
import { allSchemes } from '@/src/domain/pipeline/scheme-of';
import { dayFromIso } from '@/src/domain/records/duty';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { visitCompliance, type AccountCompliance } from '@/src/domain/visits/visit-compliance';
import { visit, type VisitRow } from '@/src/domain/visits/visit.kind';
import { tierRows, type AccountPorts } from './assign-tiers';
import { actingName } from './acting';
import { asLogged } from './hand-in-week';
import { slippingAccounts, type SlippingAccount } from './slipping-accounts';

/** An account whose visits or calls are overdue by the standard of its tier. */
export interface OverdueAccount extends AccountCompliance {
  readonly tierName: string;
}

/** Last week's follow-ups of the user, which nobody has handed in yet. */
export interface UnfiledWeek {
  /** ISO day of its Monday. */
  readonly week: string;
  readonly count: number;
  /** The instant by which they are due, and whether it is over. */
  readonly deadline: number;
  readonly isLate: boolean;
}

/** What the page of the day asks besides approvals and duties. */
export function todayUses(ports: AccountPorts, rowsOf: (kind: string) => Promise<readonly Row[]>) {
  return {
    overdueVisits: () => overdueVisits(ports, rowsOf),
    unfiledWeek: (timeZone: string) => unfiledWeek(ports, rowsOf, timeZone),
    blockedGates: (): Promise<readonly BlockedGate[]> => gatesOf(ports, rowsOf),
    slipping: (): Promise<readonly SlippingAccount[]> => slippingAccounts(ports),
  };
}

/** Of this quarter, the most overdue first. Only companies with a tier are read, however many there are. */
async function overdueVisits(
  ports: AccountPorts,
  rowsOf: (kind: string) => Promise<readonly Row[]>,
): Promise<readonly OverdueAccount[]> {
  const tiers = await tierRows(ports);
  if (tiers.length === 0) return [];
  const pointing = await ports.store.rowsByKeys(tiers.map(({ id }) => linkTo(id)));
  const today = ports.clock.today();
  const { accounts } = visitCompliance(
    {
      tiers,
      companies: pointing.filter(isCompany),
      // Safe: rows of a kind hold its fields.
      visits: (await rowsOf(visit.name)) as readonly VisitRow[],
    },
    { unit: 'quarter', number: periodOf('quarter', dayFromIso(today)) },
    today,
  );
  const names = new Map<RecordId, string>(tiers.map(({ id, fields }: TierRow) => [id, fields.name]));
  return accounts
    .filter(({ overdue }) => overdue > 0)
    .map((account) => ({ ...account, tierName: names.get(account.tier) ?? '' }));
}

function isCompany(row: Row): row is Row<CompanyFields> {
  return row.kind === company.name;
}

/** Undefined where the user has handed in, or had nothing to. */
async function unfiledWeek(
  { store, clock }: AccountPorts,
  rowsOf: (kind: string) => Promise<readonly Row[]>,
  timeZone: string,
): Promise<UnfiledWeek | undefined> {
  const now = clock.now();
  const zone = wallClock(timeZone);
  const week = weekBefore(now, zone);
  const me = await actingName(store);
  const log = followUpsOf((await rowsOf(followUp.name)).map(asLogged), week, me);
  if (log.length === 0 || (await store.rowsByKeys([handInKey(week, me)])).length > 0) return undefined;
  const deadline = deadlineOf(week, zone);
  return { week, count: log.length, deadline, isLate: now > deadline };
}

async function gatesOf(
  { clock }: AccountPorts,
  rowsOf: (kind: string) => Promise<readonly Row[]>,
): Promise<readonly BlockedGate[]> {
  // Safe, both: rows of a kind hold its fields.
  const own = (await rowsOf('pipeline-scheme')) as readonly Row<PipelineSchemeFields>[];
  const rows = (await rowsOf(opportunity.name)) as readonly OpportunityRow[];
  return blockedGates(rows, allSchemes(own), clock.today());
}
