// @vitest-environment happy-dom
import { company } from '@/src/domain/parties/company.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: company, refusals: [] });
