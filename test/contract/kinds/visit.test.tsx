// @vitest-environment happy-dom
import { visit } from '@/src/domain/visits/visit.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: visit,
  refusals: [{ transition: 'report', code: 'unprepared', inputs: { occasion: 'first' } }],
});
