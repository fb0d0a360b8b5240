import type { Approval } from '@/src/app/list-approvals';
import type { OpenDuty } from '@/src/app/list-duties';
import type { SlippingAccount } from '@/src/app/slipping-accounts';
import type { OverdueAccount, UnfiledWeek } from '@/src/app/today-uses';
import { complaint, type ComplaintFields } from '@/src/domain/care/complaint.kind';
import type { BlockedGate } from '@/src/domain/pipeline/blocked-gates';
import type { Row } from '@/src/domain/records/record';
import { useLive } from '../../app-context';

/** What stands on the page of the day. What is not worked out yet is undefined: the rest does not wait for it. */
export interface Today {
  readonly approvals: readonly Approval[];
  readonly duties: readonly OpenDuty[];
  readonly complaints: readonly Row<ComplaintFields>[];
  /** Null where there is nothing to hand in. */
  readonly unfiled: UnfiledWeek | null | undefined;
  readonly overdue: readonly OverdueAccount[] | undefined;
  readonly gates: readonly BlockedGate[] | undefined;
  readonly slipping: readonly SlippingAccount[] | undefined;
}

/** Undefined until approvals, duties and complaints are read. */
export function useToday(): Today | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const approvals = useLive('approvals', (of) => of.records.approvals());
  const duties = useLive('duties', (of) => of.records.duties());
  const complaints = useLive('complaints', (of) => of.records.rows(complaint.name));
  const unfiled = useLive('unfiled', async ({ day }) => (await day.unfiledWeek(timeZone)) ?? null);
  const overdue = useLive('overdue', ({ day }) => day.overdueVisits());
  const gates = useLive('gates', ({ day }) => day.blockedGates());
  const slipping = useLive('slipping', ({ day }) => day.slipping());
  if (!approvals || !duties || !complaints) return undefined;
  const due = new Set(duties.map(({ row }) => row.id));
  const isOpen = (row: Row): row is Row<ComplaintFields> => row.state !== 'closed' && !due.has(row.id);
  return { approvals, duties, complaints: complaints.filter(isOpen), unfiled, overdue, gates, slipping };
}

/** Whether everything is worked out and nothing is to be done. */
export function isFree({ approvals, duties, complaints, unfiled, overdue, gates, slipping }: Today): boolean {
  const lists = [approvals, duties, complaints, overdue, gates, slipping];
  return unfiled === null && lists.every((list) => list?.length === 0);
}
