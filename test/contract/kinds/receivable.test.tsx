// @vitest-environment happy-dom
import { receivable } from '@/src/domain/agreements/receivable.kind';
import { describeRecordKind } from '../record-kind';

const part = (paid: string, code: string) => ({ transition: 'pay-part', code, inputs: { amount: '100 CNY', paid } });

describeRecordKind({
  kind: receivable,
  refusals: [part('0 CNY', 'nothing-paid'), part('100.01 CNY', 'over-paid'), part('5 USD', 'other-currency')],
  admissions: [{ code: 'over-limit' }],
});
