// @vitest-environment happy-dom
import { stakeholder } from '@/src/domain/people/stakeholder.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: stakeholder, refusals: [] });
