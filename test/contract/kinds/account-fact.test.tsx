// @vitest-environment happy-dom
import { accountFact } from '@/src/domain/clips/account-fact.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: accountFact, refusals: [] });
