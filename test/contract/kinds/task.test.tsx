// @vitest-environment happy-dom
import { task } from '@/src/domain/pipeline/task.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: task,
  refusals: [],
});
