import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { recogniseColumns } from '@/src/domain/tabular/roles/recognise-columns';
import type { Role } from '@/src/domain/tabular/roles/roles';
import { SYSTEMS, systemOf } from '@/src/domain/tabular/roles/systems/all-systems';
import { headerSet, type HeaderRow } from './header-set';

const SYSTEM_ROWS = headerSet('systems.txt');
const ROWS = [...headerSet('free-form.txt'), ...headerSet('more-forms.txt'), ...SYSTEM_ROWS];
const CRUCIAL: readonly (Role | undefined)[] = ['customer', 'date', 'amount'];

/** A role that was given or expected, and whether it is right. */
interface Verdict {
  readonly at: string;
  readonly expected: Role | undefined;
  readonly given: Role | undefined;
}

function verdicts({ id, columns, expected }: HeaderRow): Verdict[] {
  const { roles } = recogniseColumns(columns);
  return columns
    .map(({ name }, i) => ({ at: `${id} ${name}`, expected: expected[i], given: roles[i] }))
    .filter((one) => one.expected !== undefined || one.given !== undefined);
}

describe('recogniseColumns over the header set', () => {
  const all = ROWS.flatMap(verdicts);
  const wrong = all.filter(({ expected, given }) => expected !== given);

  it('is right for 95 of 100 roles', () => {
    const share = (all.length - wrong.length) / all.length;
    console.info(
      `${ROWS.length} header rows, ${all.length} roles, ${(share * 100).toFixed(2)} % right; wrong: ${JSON.stringify(wrong)}`,
    );

    expect(ROWS.length).toBeGreaterThanOrEqual(200);
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  it('never takes a wrong column for the customer, the date or the amount', () => {
    expect(wrong.filter(({ given }) => CRUCIAL.includes(given))).toEqual([]);
  });

  it('does not mind the order of columns', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROWS), fc.infiniteStream(fc.nat()), ({ columns }, numbers) => {
        const keys = columns.map(() => numbers.next().value ?? 0);
        const order = columns.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
        const { system, roles } = recogniseColumns(columns);
        const shuffled = recogniseColumns(order.flatMap((i) => columns[i] ?? []));

        expect(shuffled.system).toBe(system);
        for (const role of CRUCIAL) {
          expect(order[shuffled.roles.indexOf(role)]).toBe(roles.includes(role) ? roles.indexOf(role) : undefined);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(SYSTEM_ROWS.map((row): [string, HeaderRow] => [row.id, row]))('knows %s', (id, { columns }) => {
    expect(recogniseColumns(columns).system).toBe(id.split('/')[0]);
  });

  it('has a fixture of every system', () => {
    const shown = new Set(SYSTEM_ROWS.map(({ id }) => id.split('/')[0]));

    expect(SYSTEMS.filter(({ name }) => !shown.has(name))).toEqual([]);
    expect(SYSTEMS.filter((system) => system.fingerprint.length < 3 || systemOf(system.name) !== system)).toEqual([]);
  });

  it('takes no free-form sheet for a system', () => {
    const free = ROWS.filter((row) => !SYSTEM_ROWS.includes(row));

    expect(free.filter(({ columns }) => recogniseColumns(columns).system !== undefined)).toEqual([]);
  });
});

describe('recogniseColumns', () => {
  const rolesOf = (...columns: [name: string, ...values: string[]][]): readonly (Role | undefined)[] =>
    recogniseColumns(columns.map(([name, ...values]) => ({ name, values }))).roles;

  it('says why', () => {
    expect(recogniseColumns([{ name: '金额（元）', values: ['12.50'] }])).toEqual({
      system: undefined,
      roles: ['amount'],
      why: [{ by: 'header', word: '金额', score: 0.861_875 }],
      likeAmounts: [0],
    });
  });

  it('of no columns, or of columns without names, is nothing', () => {
    expect(recogniseColumns([])).toEqual({ system: undefined, roles: [], why: [], likeAmounts: [] });
    expect(rolesOf(['', '甲'], ['', '2024-01-05'], ['', '12'])).toEqual([undefined, undefined, undefined]);
  });

  it('goes by headers alone where no cell is given', () => {
    expect(rolesOf(['客户'], ['日期'], ['金额'])).toEqual(['customer', 'date', 'amount']);
  });

  it('gives no role that the cells speak against', () => {
    expect(rolesOf(['金额', '甲'], ['日期', '12.5'], ['Refund', '1', '0'])).toEqual([undefined, undefined, undefined]);
  });

  it('prefers the amount of a line to an order total that is repeated on the lines', () => {
    const order: [string, ...string[]] = ['订单号', 'A1', 'A1', 'A2'];

    expect(rolesOf(order, ['实付金额', '30', '30', '5'], ['商品金额', '10', '20', '5'])).toEqual([
      'orderId',
      undefined,
      'amount',
    ]);
    expect(rolesOf(order, ['实付金额', '10', '20', '5'], ['商品金额', '11', '21', '5'])).toEqual([
      'orderId',
      'amount',
      undefined,
    ]);
  });

  it('leaves both alone when two are equal', () => {
    expect(rolesOf(['Sales Paris', '1'], ['Sales Rome', '2'], ['Date', '2024-01-05'])).toEqual([
      undefined,
      undefined,
      'date',
    ]);
  });

  it('takes a first column for the customers that stand in rows of their own', () => {
    const date: [string, ...string[]] = ['Date', '', '2024-01-05', '2024-01-06', '', '', '2024-01-07', ''];
    const item: [string, ...string[]] = ['Item', '', 'Kettle', 'Chair', '', '', 'Lamp', ''];
    const amount: [string, ...string[]] = ['Amount', '', '12.50', '9.50', '22.00', '', '4.25', '4.25'];
    const first = (...values: string[]): Role | undefined => rolesOf(['#1', ...values], date, item, amount)[0];

    expect(first('Acme Ltd', '', '', 'Total for Acme Ltd', 'Bolt & Co', '', 'Total for Bolt & Co')).toBe('customer');
    expect(first('Acme Ltd', '', '', 'Total Acme Ltd', 'Bolt & Co', '', 'Total Bolt & Co')).toBe('customer');
    expect(first('Acme Ltd', 'paid', '', 'Total for Acme Ltd', 'Bolt & Co', '', '')).toBeUndefined();
    expect(first('a', 'b', 'c', 'd', 'e', 'f', 'g')).toBeUndefined();
    expect(rolesOf(['#1', 'Acme Ltd', ''], ['Customer', '', 'Bolt & Co'], ['Amount', '', '9.50'])[0]).toBeUndefined();
  });

  it('takes an account of the books for no customer', () => {
    expect(rolesOf(['Account', '4000 Sales', '4100 - Services'], ['Name', 'Acme Ltd', 'Bolt & Co'])).toEqual([
      undefined,
      'customer',
    ]);
    expect(rolesOf(['Account', 'Acme Ltd', '3 Brothers'], ['Name', 'Kim', 'Lee'])).toEqual(['customer', undefined]);
  });

  it('takes the day of payment for the date only when no other is known', () => {
    expect(rolesOf(['付款日期', '2024-01-05'])).toEqual(['date']);
    expect(rolesOf(['付款日期', '2024-01-05'], ['订单日期', '2024-01-04'])).toEqual(['paidDate', 'date']);
  });

  it('names Shopify customers by company where the sample shows one, else by mail', () => {
    const shopify = (company: string): readonly (Role | undefined)[] =>
      rolesOf(
        ['Financial Status', 'paid'],
        ['Lineitem quantity', '1'],
        ['Lineitem name', 'Kettle'],
        ['Lineitem price', '9.5'],
        ['Email', 'a@bluefen.example'],
        ['Billing Company', company],
      ).slice(4);

    expect(shopify('Bluefen Inc')).toEqual([undefined, 'customer']);
    expect(shopify('')).toEqual(['customer', undefined]);
  });
});
