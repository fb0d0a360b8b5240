import type { Approval } from '@/src/app/list-approvals';
import type { OpenDuty } from '@/src/app/list-duties';
import type { SlippingAccount } from '@/src/app/slipping-accounts';
import type { OverdueAccount, UnfiledWeek } from '@/src/app/today-uses';
import { complaint, type ComplaintFields } from '@/src/domain/care/complaint.kind';
import type { BlockedGate } from '@/src/domain/pipeline/blocked-gates';
import type { Row } from '@/src/domain/records/record';
import { useLive } from '../../app-context';
import type { Duties } from '../../records/duties-feed';

/** What stands on the page of the day. What is not worked out yet is undefined: the rest does not wait for it. */
export interface Today {
  readonly approvals: readonly Approval[] | undefined;
  readonly duties: Duties;
  readonly complaints: readonly Row<ComplaintFields>[] | undefined;
  /** Null where there is nothing to hand in. */
  readonly unfiled: UnfiledWeek | null | undefined;
  readonly overdue: readonly OverdueAccount[] | undefined;
  readonly gates: readonly BlockedGate[] | undefined;
  readonly slipping: readonly SlippingAccount[] | undefined;
}

const OPEN = complaint.states.filter((state) => state !== 'closed');

/** @param soonest the duties that are due first: what there is until all are read */
export function useToday(soonest: readonly OpenDuty[]): Today {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const approvals = useLive('approvals', (of) => of.records.approvals());
  const all = useLive('duties', async ({ records }) => {
    // What stands above them is there first.
    await records.approvals();
    return records.duties();
  });
  const duties = { list: all ?? soonest, isWhole: all !== undefined };
  const open = useLive('complaints', (of) => of.records.inStates(complaint.name, OPEN));
  const unfiled = useLive('unfiled', async ({ day }) => (await day.unfiledWeek(timeZone)) ?? null);
  const overdue = useLive('overdue', ({ day }) => day.overdueVisits());
  const gates = useLive('gates', ({ day }) => day.blockedGates());
  const slipping = useLive('slipping', ({ day }) => day.slipping());
  // Those with a day are among the duties. Safe: rows of a kind hold its fields.
  const complaints = open?.filter(({ due }) => due === undefined) as readonly Row<ComplaintFields>[] | undefined;
  return { approvals, duties, complaints, unfiled, overdue, gates, slipping };
}

/** Whether everything is worked out and nothing is to be done. */
export function isFree({ approvals, duties, complaints, unfiled, overdue, gates, slipping }: Today): boolean {
  const lists = [approvals, duties.isWhole ? duties.list : undefined, complaints, overdue, gates, slipping];
  return unfiled === null && lists.every((list) => list?.length === 0);
}
