import { ApprovalInbox } from '@/src/ui/records/approval-inbox';
import { DutiesFeed } from '@/src/ui/records/duties-feed';
import { useLive } from '@/src/ui/app-context';

/** What waits for a decision, as the page of the day shows it. */
export function Approvals() {
  const approvals = useLive('approvals', (of) => of.records.approvals());
  return approvals ? <ApprovalInbox approvals={approvals} /> : null;
}

/** What is due, as the page of the day shows it once all is read. */
export function Duties() {
  const list = useLive('duties', (of) => of.records.duties());
  return list ? <DutiesFeed duties={{ list, isWhole: true }} /> : null;
}
