import { afterEach, describe, expect, it } from 'vitest';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { ordersOf } from '@/test/support/tabular';
import { seeded } from '@/test/support/pollution';

const HEADER = 'Customer,Order no,Date,Amount';
/** Days at the edges of years and of summer time, with times of day, in the hours that zones move over midnight. */
const ROWS = Array.from({ length: 60 }, (_, i) => {
  const month = String(1 + (i % 12)).padStart(2, '0');
  const day =
    ['01', '31', '10', '28'][i % 4] === '31' && ['02', '04', '06', '09', '11'].includes(month)
      ? '30'
      : ['01', '31', '10', '28'][i % 4];
  const time = ['00:00:00', '23:59:59', '02:30:00'][i % 3];
  return `C${i % 7},SO-${i},2023-${month}-${month === '02' && day === '30' ? '28' : day} ${time},${(i + 1) * 12.5}`;
});
const zone = process.env['TZ'];

async function answersOf(rows: readonly string[]): Promise<unknown> {
  const { orders, facts } = await ordersOf([HEADER, ...rows].join('\n'));
  const source = LocalSource.of(orders);
  const runs = await Promise.all(['pareto', 'cohort', 'churn'].map((name) => runAnalysis(source, name, {})));
  return { facts, answers: runs.map((run) => (run.ok ? run.value.outcome : run.error)) };
}

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('a sales file', () => {
  it.each(['Asia/Shanghai', 'America/Sao_Paulo', 'Pacific/Apia'])('says the same in %s as in UTC', async (name) => {
    process.env['TZ'] = 'UTC';
    const expected = await answersOf(ROWS);
    process.env['TZ'] = name;

    expect(new Date(2023, 0, 1).getTimezoneOffset()).not.toBe(0);
    expect(await answersOf(ROWS)).toEqual(expected);
  });

  it('says the same in whatever order its rows stand', async () => {
    const random = seeded(7);
    const shuffled = ROWS.map((row) => ({ row, at: random() })).toSorted((a, b) => a.at - b.at);

    expect(await answersOf(shuffled.map(({ row }) => row))).toEqual(await answersOf(ROWS));
  });
});
