// @vitest-environment happy-dom
import { archiveItem } from '@/src/domain/archive/archive-item.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: archiveItem,
  refusals: [
    { transition: 'check', code: 'no-signing-day', inputs: { category: 'contracts' } },
    { transition: 'approve', code: 'same-person', written: { handler: 'user' } },
  ],
});
