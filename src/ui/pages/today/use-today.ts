import { complaint, type ComplaintFields } from '@/src/domain/care/complaint.kind';
import type { Approval } from '@/src/app/list-approvals';
import type { OpenDuty } from '@/src/app/list-duties';
import type { SlippingAccount } from '@/src/app/slipping-accounts';
import type { Row } from '@/src/domain/records/record';
import { useLive } from '../../app-context';

/** What stands on the page of the day. */
export interface Today {
  readonly approvals: readonly Approval[];
  readonly duties: readonly OpenDuty[];
  /** Undefined while the sales files are still asked: they take longer than everything else. */
  readonly slipping: readonly SlippingAccount[] | undefined;
  readonly complaints: readonly Row<ComplaintFields>[];
}

/** Undefined until all but the sales files have answered. */
export function useToday(): Today | undefined {
  const approvals = useLive('approvals', (of) => of.records.approvals());
  const duties = useLive('duties', (of) => of.records.duties());
  const slipping = useLive('slipping', (of) => of.ownData.slipping());
  const complaints = useLive('complaints', (of) => of.records.rows(complaint.name));
  if (!approvals || !duties || !complaints) return undefined;
  const due = new Set(duties.map(({ row }) => row.id));
  const isOpen = (row: Row): row is Row<ComplaintFields> => row.state !== 'closed' && !due.has(row.id);
  return { approvals, duties, slipping, complaints: complaints.filter(isOpen) };
}
