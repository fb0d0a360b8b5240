// @vitest-environment happy-dom
import { handIn } from '@/src/domain/followup/hand-in.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: handIn, refusals: [] });
