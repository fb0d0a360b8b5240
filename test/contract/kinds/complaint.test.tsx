// @vitest-environment happy-dom
import { complaint } from '@/src/domain/care/complaint.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: complaint,
  refusals: [{ transition: 'close', code: 'dissatisfied', inputs: { satisfaction: 'dissatisfied' } }],
});
