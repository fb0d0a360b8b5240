// @vitest-environment happy-dom
import { person } from '@/src/domain/parties/person.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: person, refusals: [] });
