// @vitest-environment happy-dom
import { accessRequest } from '@/src/domain/records/access-request.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: accessRequest,
  refusals: [{ transition: 'grant', code: 'past-day', inputs: { until: '2026-11-20' } }],
});
