import { beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '@/src/domain/analysis/result';
import { must } from '@/src/kernel/assert';
import { SENTENCES } from '@/src/ui/pages/analysis/sentences';
import { day } from '@/test/support/orders';
import {
  centsBy,
  createBench,
  money,
  objectsOf,
  REASONS,
  runOn,
  runShipped,
  SALES,
  SAMPLE_END,
  shippedText,
  tableIn,
  type NotebookBench,
} from '@/test/support/shipped-notebooks';

let bench: NotebookBench;
beforeAll(async () => {
  bench = await createBench();
}, 120_000);

const sum = (values: Iterable<number>): number => [...values].reduce((total, own) => total + own, 0);
const cents = (value: Value | undefined): number => Math.round(Number(value) * 100);
/** The fewest, largest first, that together reach four fifths. */
const fewest = (sums: ReadonlyMap<string, number>, part = 0.8): [string, number][] => {
  const ranked = [...sums].filter(([, own]) => own > 0).toSorted(([, a], [, b]) => b - a);
  const base = sum(ranked.map(([, own]) => own));
  let reached = 0;
  return ranked.slice(0, ranked.findIndex(([, own]) => (reached += own) >= base * part - 1e-6) + 1);
};

describe('pareto', () => {
  it.each([
    ['all', ''],
    ['year', '2025-10-19'],
  ])('the fewest customers whose net revenue reaches 80 %, of %s', async (cycle, first) => {
    const sums = centsBy(
      SALES.filter(({ date }) => date >= first),
      ({ customer }) => customer,
    );
    const { facts, rows, cell } = await runShipped(bench, 'pareto', { given: { cycle } });

    expect(SALES.some(({ date }) => date === SAMPLE_END)).toBe(true);
    expect(facts['k']).toBe(fewest(sums).length);
    expect(facts['base']).toBe(money(sum([...sums.values()].filter((own) => own > 0))));
    expect(facts['entities']).toBe(sums.size);
    expect(cell('classes').map((row) => [row['class'], row['count'], cents(row['sum'])])).toEqual(
      rows('classes').map((row) => [row['class'], row['count'], cents(row['sum'])]),
    );
  });

  it('says what it cannot test without a profit', async () => {
    const { facts } = await runShipped(bench, 'pareto', { given: { measure: 'profit' } });

    expect(facts['profitTestable']).toBe(false);
    expect(SENTENCES['pareto']?.(facts)).toEqual([{ key: 'paretoNoProfit' }]);
  });
});

it('key-list-of-the-year: who came to 36,000 in 2025, and who of them is slipping', async () => {
  const sums = centsBy(
    SALES.filter(({ date }) => date.startsWith('2025')),
    ({ customer }) => customer,
  );
  const listed = [...sums].filter(([, own]) => own >= 3_600_000).toSorted(([, a], [, b]) => b - a);
  const { facts, rows, cell } = await runShipped(bench, 'key-list-of-the-year', { cell: 'key-list' });
  const slipping = await runShipped(bench, 'key-list-of-the-year', { cell: 'slipping' });

  expect(rows('members').map((row) => [row['label'], row['value']])).toEqual(
    listed.map(([customer, own]) => [customer, money(own)]),
  );
  expect([facts['year'], facts['members'], facts['value']]).toEqual(['2025', 35, '7165682.50']);
  const standing = new Map(slipping.rows('slipping').map((row) => [row['label'], row['standing']]));
  expect(cell('listed').map((row) => [row['label'], row['standing']])).toEqual(
    listed.flatMap(([customer]) => (standing.has(customer) ? [[customer, standing.get(customer)]] : [])),
  );
  expect(cell('listed').length).toBeGreaterThan(5);
});

describe('concentration', () => {
  it('the index and the largest shares of the sums', async () => {
    const sums = [...centsBy(SALES, ({ customer }) => customer).values()].toSorted((a, b) => b - a);
    const base = sum(sums);
    const hhi = sum(sums.map((own) => (own / base) ** 2));
    const { facts, rows } = await runShipped(bench, 'concentration');

    expect(Math.min(...sums)).toBeGreaterThan(0);
    expect(facts['base']).toBe(money(base));
    expect(facts['hhi']).toBeCloseTo(hhi, 12);
    expect(facts['effectiveNumber']).toBeCloseTo(1 / hhi, 9);
    for (const { count, share } of rows('ratios'))
      expect(share).toBeCloseTo(sum(sums.slice(0, Number(count))) / base, 12);
    expect(facts['effectiveNumber']).toBeCloseTo(14.254_256, 6);
  });

  it('says that there is no profit', async () => {
    const { facts } = await runShipped(bench, 'concentration', { given: { measure: 'profit' } });

    expect(SENTENCES['concentration']?.(facts)).toEqual([{ key: 'paretoNoProfit' }]);
  });
});

it('cohort: who ordered first in a month, and how many of them in the next', async () => {
  const months = new Map<string, Set<string>>();
  for (const { customer, date, cents: own } of SALES)
    if (own > 0) months.set(customer, (months.get(customer) ?? new Set()).add(date.slice(0, 7)));
  const first = [...months.values()].map((own) => [...own].toSorted()[0]).toSorted()[0];
  const cohort = [...months.values()].filter((own) => [...own].toSorted()[0] === first);
  const { facts, rows } = await runShipped(bench, 'cohort');

  expect(facts['firstPeriod']).toBe(first);
  expect(facts['firstCohortSize']).toBe(cohort.length);
  expect(facts['customers']).toBe(months.size);
  expect(rows('cells')[1]).toMatchObject({
    age: 1,
    active: cohort.filter((own) => own.has('2024-11')).length,
  });
});

it('churn: movements that add up, and the threshold that was asked for', async () => {
  const { facts, rows } = await runShipped(bench, 'churn', { given: { threshold: '90' } });
  const months = rows('months').filter((row) => row['warmUp'] === false);

  expect(facts['threshold']).toBe(90);
  expect(months.length).toBeGreaterThan(12);
  for (const row of months) {
    const number = (name: string): number => Number(row[name]);
    expect(number('closing')).toBe(number('opening') + number('new') + number('reactivated') - number('churned'));
  }
});

it('slipping-now: of those who make 80 %, whoever has been silent or shrinking, since when', async () => {
  const vital = new Map(fewest(centsBy(SALES, ({ customer }) => customer)));
  const lastOrder = (customer: unknown): string =>
    SALES.reduce((last, sale) => (sale.customer === customer && sale.cents > 0 && sale.date > last ? sale.date : last), '');
  const { facts, rows, cell } = await runShipped(bench, 'slipping-now');
  const watched = rows('slipping');

  for (const row of watched) {
    const last = lastOrder(row['label']);
    expect([row['lastOrder'], row['silentDays']]).toEqual([last, day(SAMPLE_END) - day(last)]);
    expect(cents(row['value'])).toBe(vital.get(String(row['label'])));
  }
  expect(facts).toMatchObject({ vitalFew: vital.size, threshold: 60, slipping: 12, lost: 11 });
  expect(facts).toMatchObject({ bySilence: 9, byVolume: 2, byOrders: 1, slippingValue: '4701426.90' });
  expect(facts).toMatchObject({ cutDay: '2026-07-20', judged: 27, flagged: 11, stopped: 3, hits: 3 });
  const bySign = new Map(cell('reasons').map((row) => [row['why'], [row['count'], cents(row['sum'])]]));
  const ofSign = (sign: string) => watched.filter((row) => row['why'] === sign);
  expect([...bySign.keys()].toSorted()).toEqual(['lost', 'orders', 'silent', 'volume']);
  for (const [sign, figures] of bySign)
    expect(figures).toEqual([ofSign(String(sign)).length, sum(ofSign(String(sign)).map((row) => cents(row['value'])))]);
});

describe('retention-revenue', () => {
  it('what the customers of 60 days before the end of August paid in the 60 days before the end of September', async () => {
    const within = (last: string): Map<string, number> =>
      centsBy(
        SALES.filter((sale) => sale.cents > 0 && day(sale.date) <= day(last) && day(sale.date) > day(last) - 60),
        ({ customer }) => customer,
      );
    const [open, close] = [within('2026-08-31'), within('2026-09-30')];
    const kept = [...open].map(([customer, own]) => [own, close.get(customer) ?? 0] as const);
    const { facts } = await runShipped(bench, 'retention-revenue');

    expect(facts).toMatchObject({ threshold: 60, lastMonth: '2026-09', openRevenue: money(sum(open.values())) });
    expect(facts['closeRevenue']).toBe(money(sum(close.values())));
    expect(facts['churnedRevenue']).toBe(money(sum(kept.map(([was, is]) => (is === 0 ? was : 0)))));
    expect(facts['contraction']).toBe(money(sum(kept.map(([was, is]) => (is > 0 ? Math.max(0, was - is) : 0)))));
    expect(facts['expansion']).toBe(money(sum(kept.map(([was, is]) => Math.max(0, is - was)))));
    expect(facts['grossRetention']).toBeCloseTo(
      sum(kept.map(([was, is]) => Math.min(was, is))) / sum(open.values()),
      12,
    );
    expect(facts['netRetention']).toBeCloseTo(sum(kept.map(([, is]) => is)) / sum(open.values()), 12);
  });

  it('the band of a typed profit, and of percent where there is none', async () => {
    const { facts } = await runShipped(bench, 'retention-revenue', { cell: 'retention-leverage' });
    const typed = await runShipped(bench, 'retention-revenue', { cell: 'retention-leverage', given: { profit: 2000 } });

    expect(facts).toMatchObject({ profitFrom: 'index', low: '125.00', high: '185.00' });
    expect([typed.facts['lowGain'], typed.facts['highGain']].map(Number)).toEqual([500, 1700]);
  });
});

describe('churn-by-reason', () => {
  it('the reference figures of the domain, to the digit', async () => {
    const { facts, rows } = await runShipped(bench, 'churn-by-reason', { sales: 'reasons' });

    expect(facts).toMatchObject({ churnDegree: 0.0306, controllableShare: 0.405, notControllableShare: 0.4 });
    expect(rows('reasons').map((row) => row['lostShare'])).toEqual([0.4, 0.32, 0.085, 0.195]);
    expect(rows('industries').map((row) => row['lostShare'])).toEqual([0.2653, 0.1482, 0.1357, 0.4508]);
  });

  it('what could have been prevented, of the lines of the file', async () => {
    const half = (customer: string | undefined, year: string): number =>
      sum(
        REASONS.data.flatMap((row) =>
          row['客户名称'] === customer && row['日期']?.startsWith(year) ? [cents(row['金额'])] : [],
        ),
      );
    const lost = (isMeant: (reason: string) => boolean): number =>
      sum(
        REASONS.data.flatMap((row) =>
          isMeant(row['流失原因'] ?? '') ? [half(row['客户名称'], '2004') - half(row['客户名称'], '2005')] : [],
        ),
      );
    const { cell } = await runShipped(bench, 'churn-by-reason', { sales: 'reasons' });

    expect(cell('controllable').map((row) => [row['control'], row['count'], cents(row['sum'])])).toEqual([
      ['controllable', 3, lost((reason) => reason.startsWith('竞争对手'))],
      ['notControllable', 5, lost((reason) => reason === '客户自身经营困难')],
      ['notClassified', 4, lost((reason) => ['搬迁', '合同到期', '其他原因'].includes(reason))],
    ]);
  });

  it('says that a file has no reasons, and takes another column for them', async () => {
    const { facts, rows, cell } = await runShipped(bench, 'churn-by-reason');
    const chosen = await runShipped(bench, 'churn-by-reason', { given: { reasonColumn: 'region' } });

    expect(SENTENCES['churn-by-reason']?.(facts)).toEqual([{ key: 'noReason' }]);
    expect([rows('reasons'), rows('lost'), cell('controllable')]).toEqual([[], [], []]);
    expect(chosen.facts['testable']).toBe(true);
  });
});

it('rfm: the squares of the grid as SQL counts them', async () => {
  const { facts, cell } = await runShipped(bench, 'rfm');
  const sql = `
with customers as (
  select customer, max(day) as last, count(distinct day) as days, sum(amount) as paid
  from orders where amount > 0 group by customer
), scored as (
  select paid, ntile(5) over (order by last, customer) as r, ntile(5) over (order by days, customer) as f from customers
)
select r, f, count(*) as n, sum(paid) as paid from scored group by all order by r, f desc`;
  const counted = objectsOf(tableIn(await runOn(bench, '```sql name=counted' + sql + '\n```\n'), 'counted'));

  expect(cell('squares').map((row) => [row['r'], row['f'], row['count'], cents(row['sum'])])).toEqual(
    counted.map((row) => [row['r'], row['f'], row['n'], cents(row['paid'])]),
  );
  expect(facts).toMatchObject({ customers: 160, champions: 32, cannotLose: 18, cannotLoseValue: '3378413.80' });
});

describe('tutorial', () => {
  it('the regions of the file, as many as asked for', async () => {
    const sums = [...centsBy(SALES, ({ region }) => region)].toSorted(([, a], [, b]) => b - a);
    const lines = (region: string): number => SALES.filter((sale) => sale.region === region).length;
    const { cell } = await runShipped(bench, 'tutorial', { cell: 'pareto', given: { most: 3 } });

    expect(cell('regions')).toEqual(
      sums.slice(0, 3).map(([region, own]) => ({ 地区: region, 金额: money(own), 行数: lines(region) })),
    );
  });

  it('a file without that column gives one row', async () => {
    const { cell } = await runShipped(bench, 'tutorial', { cell: 'pareto', sales: 'reasons' });

    expect(cell('regions')).toEqual([{ 地区: '–', 金额: '1939401.00', 行数: 43 }]);
  });

  it('the share of the A customers, from analysis to SQL to frame to program', async () => {
    const { outcome, cell } = await runShipped(bench, 'tutorial', { cell: 'pareto' });
    const classes = new Map(objectsOf(outcome.tables['entities']).map((row) => [row['key'], row['class']]));
    const quarterOf = (date: string): string => `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    const known = SALES.filter(({ customer }) => classes.has(customer));
    const all = centsBy(known, ({ date }) => quarterOf(date));
    const ofA = centsBy(
      known.filter(({ customer }) => classes.get(customer) === 'A'),
      ({ date }) => quarterOf(date),
    );

    expect(cell('lean').map((row) => row['period'])).toEqual([...all.keys()].toSorted());
    for (const row of cell('lean')) {
      const [period, part] = [String(row['period']), Number(row['partA'])];
      expect(part).toBeCloseTo(must(ofA.get(period), period) / must(all.get(period), period), 12);
    }
  });
});

it('blank: the columns of the file, as SQL knows them', async () => {
  const columns = objectsOf(tableIn(await runOn(bench, shippedText('blank.md')), 'columns'));

  expect(columns.slice(0, 3).map((row) => row['column_name'])).toEqual(['customer', 'day', 'amount']);
  expect(columns.map((row) => row['column_name'])).toContain('地区');
});
