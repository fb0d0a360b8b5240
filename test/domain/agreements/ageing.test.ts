import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { ageingLines, ageOf, AGES, type FiledRecord } from '@/src/domain/agreements/ageing';
import { arrearsOf, paymentFaults } from '@/src/domain/agreements/arrears';
import { overLimit } from '@/src/domain/agreements/credit-standing';
import { dayFromIso } from '@/src/domain/records/duty';
import { sumMoney } from '@/src/domain/records/sum-money';
import { formatDecimal } from '@/src/kernel/money';
import { runs } from '@/test/support/runs';

const TODAY = '2026-11-23';
const cny = (amount: string) => ({ amount, currency: 'CNY' });
let made = 0;
const record = (kind: string, state: string, fields: FiledRecord['fields']): FiledRecord => ({
  id: `r${String(++made).padStart(4, '0')}`,
  kind,
  state,
  fields: { company: 'A', ...fields },
});
const invoice = (amount: string, daysOverdue: number, more: FiledRecord['fields'] = {}, state = 'open') =>
  record('receivable', state, {
    invoice: `I-${amount}`,
    amount: cny(amount),
    dueOn: formatDay(dayFromIso(TODAY) - daysOverdue),
    ...more,
  });
const limit = (amount: string, more: FiledRecord['fields'] = {}) =>
  record('settlement-sheet', 'running', { creditLimit: cny(amount), ...more });
const approval = (amount: string, until: string, state = 'granted') =>
  record('credit-approval', state, { amount: cny(amount), until });

describe('the age of an invoice', () => {
  it.each([
    [-5, 'not-due'],
    [0, 'not-due'],
    [1, 'to-30'],
    [30, 'to-30'],
    [31, 'to-60'],
    [60, 'to-60'],
    [61, 'to-90'],
    [90, 'to-90'],
    [91, 'over-90'],
  ])('%i days after it fell due is %s', (days, age) => {
    expect(ageOf(days)).toBe(age);
  });
});

describe('the arrears of an invoice', () => {
  it.each([
    ['open', undefined, '100'],
    ['part-paid', cny('39.99'), '60.01'],
    ['part-paid', cny('100'), '0'],
    ['part-paid', cny('120'), '0'],
    ['part-paid', { amount: '50', currency: 'USD' }, '100'],
    ['open', cny('40'), '60'],
    ['paid', cny('40'), '0'],
    ['written-off', undefined, '0'],
  ])('%s with %o paid are %s', (state, paid, left) => {
    expect(formatDecimal(arrearsOf(state, { amount: cny('100'), ...(paid ? { paid } : {}) }))).toBe(left);
  });

  it.each([
    [undefined, []],
    [cny('0.01'), []],
    [cny('100'), []],
    [cny('100.01'), ['over-paid']],
    [cny('0'), ['nothing-paid']],
    [cny('-1'), ['nothing-paid']],
    [{ amount: '1', currency: 'USD' }, ['other-currency']],
  ])('a payment of %o has the faults %o', (paid, faults) => {
    expect(paymentFaults({ amount: cny('100'), ...(paid ? { paid } : {}) })).toEqual(faults);
  });
});

describe('ageing', () => {
  it('gives no line for no records', () => {
    expect(ageingLines([], TODAY)).toEqual([]);
  });

  it('puts a hand-worked account into its buckets, exactly', () => {
    const [line, ...others] = ageingLines(
      [
        invoice('100.10', 0),
        invoice('0.20', 1),
        invoice('0.10', 30),
        invoice('7', 60),
        invoice('50', 90, { paid: cny('20') }, 'part-paid'),
        invoice('9', 91),
        invoice('1000', 200, {}, 'paid'),
        invoice('1000', 200, {}, 'written-off'),
      ],
      TODAY,
    );
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      company: 'A',
      currency: 'CNY',
      byAge: { 'not-due': '100.10', 'to-30': '0.30', 'to-60': '7', 'to-90': '30', 'over-90': '9' },
      total: '146.40',
      used: '146.40',
      limit: undefined,
      over: undefined,
    });
    expect(line?.invoices.map(({ daysOverdue }) => daysOverdue)).toEqual([91, 90, 60, 30, 1, 0]);
  });

  it('never adds two currencies, and brings who is over the limit first, then who is longest overdue', () => {
    const lines = ageingLines(
      [
        invoice('10', 80, { company: 'B' }),
        invoice('10', 100, { company: 'C' }),
        invoice('10', 5, { amount: { amount: '10', currency: 'USD' } }),
        invoice('101', 0),
        limit('100'),
      ],
      TODAY,
    );
    expect(lines.map(({ company, currency, total, over }) => [company, currency, total, over])).toEqual([
      ['A', 'CNY', '101', '1'],
      ['C', 'CNY', '10', undefined],
      ['B', 'CNY', '10', undefined],
      ['A', 'USD', '10', undefined],
    ]);
  });

  it('splits what is owed without losing a cent, whatever the invoices', () => {
    const some = fc.array(
      fc.record({ cents: fc.integer({ min: 1, max: 10 ** 9 }), days: fc.integer({ min: -50, max: 200 }) }),
    );
    fc.assert(
      fc.property(some, (all) => {
        const lines = ageingLines(
          all.map(({ cents, days }) => invoice(formatDecimal({ units: BigInt(cents), scale: 2 }), days)),
          TODAY,
        );
        const parts = lines.flatMap(({ byAge }) => AGES.map((age) => cny(byAge[age])));
        const whole = all.map(({ cents }) => cny(formatDecimal({ units: BigInt(cents), scale: 2 })));
        expect(Number(sumMoney(parts)[0]?.amount ?? 0)).toBe(Number(sumMoney(whole)[0]?.amount ?? 0));
      }),
      runs(60, 2000),
    );
  });
});

describe('new credit', () => {
  const asked = (amount: string, beside: readonly FiledRecord[], today = TODAY) =>
    overLimit({ fields: { company: 'A', amount: cny(amount) }, today, beside });

  it.each<[string, string, FiledRecord[], readonly string[]]>([
    ['without a limit', '1000000', [], []],
    ['exactly at the limit', '40', [limit('100'), invoice('60', 0)], []],
    ['a cent beyond', '40.01', [limit('100'), invoice('60', 0)], ['over-limit']],
    ['what was paid makes room', '80', [limit('100'), invoice('60', 0, { paid: cny('40') }, 'part-paid')], []],
    [
      'orders on account use it up',
      '40.01',
      [limit('100'), record('account-order', 'open', { amount: cny('60') })],
      ['over-limit'],
    ],
    [
      'an invoiced order does not',
      '100',
      [limit('100'), record('account-order', 'invoiced', { amount: cny('60') })],
      [],
    ],
    ['limits of two sheets add up', '150', [limit('100'), limit('50')], []],
    ['an ended sheet grants nothing', '1', [{ ...limit('100'), state: 'ended' }], []],
    ['a limit of zero blocks all', '0.01', [limit('0')], ['over-limit']],
    [
      'in another currency',
      '500',
      [{ ...limit('0'), fields: { company: 'A', creditLimit: { amount: '0', currency: 'USD' } } }],
      [],
    ],
    ['of another account', '90', [limit('100'), invoice('60', 0, { company: 'B' })], []],
    ['an approval on its last day', '110', [limit('100'), approval('10', TODAY)], []],
    ['an approval that is over', '110', [limit('100'), approval('10', '2026-11-22')], ['over-limit']],
    ['an approval nobody has decided on', '110', [limit('100'), approval('10', TODAY, 'requested')], ['over-limit']],
    ['a cent beyond the approval', '110.01', [limit('100'), approval('10', TODAY)], ['over-limit']],
  ])('%s: %s', (_, amount, beside, refusals) => {
    expect(asked(amount, beside)).toEqual(refusals);
  });
});
