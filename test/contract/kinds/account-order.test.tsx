// @vitest-environment happy-dom
import { accountOrder } from '@/src/domain/agreements/account-order.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: accountOrder, refusals: [], admissions: [{ code: 'over-limit' }] });
