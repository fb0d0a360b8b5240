// @vitest-environment happy-dom
import { opportunity } from '@/src/domain/pipeline/opportunity.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: opportunity,
  refusals: [],
});
