// @vitest-environment happy-dom
import { changeRequest } from '@/src/domain/records/change-request.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: changeRequest,
  refusals: [{ transition: 'approve', code: 'target-gone', written: { of: 'company', what: 'remove' } }],
  // What was changed since cannot be typed: S28 shows it.
  admissions: [{ code: 'changed-meanwhile' }],
});
