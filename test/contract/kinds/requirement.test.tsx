// @vitest-environment happy-dom
import { requirement } from '@/src/domain/intake/requirement.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: requirement,
  refusals: [{ transition: 'confirm', code: 'no-authority', inputs: { standing: 'none' } }],
});
