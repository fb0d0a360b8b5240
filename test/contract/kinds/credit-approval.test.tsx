// @vitest-environment happy-dom
import { creditApproval } from '@/src/domain/agreements/credit-approval.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: creditApproval, refusals: [] });
