import { formatDecimal, parseDecimal, type Decimal } from '@/src/kernel/money';
import { must } from '@/src/kernel/assert';
import type { AggregateSource } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { leverageChart } from './charts/leverage-chart';
import { table, type Value } from './result';

const YEAR = 365;

/** Percent that profit grew by where 5 % fewer customers were lost: the least and the most of the trades studied. */
const [LEAST, MOST] = [25n, 85n];

/**
 * What 5 % fewer lost customers would mean for the profit of a year, as a band. A reference from elsewhere and no forecast: it
 * says nothing of 1 % or 10 %, and nothing is drawn there.
 *
 * @source F. F. Reichheld, W. E. Sasser, "Zero Defections: Quality Comes to Services", Harvard Business Review 68 (1990) 105–111.
 */
export const retentionLeverage = defineAnalysis({
  name: 'retention-leverage',
  version: 1,
  needs: ['entitySums'],
  parameters: { profit: { type: 'number', default: 0, min: 0, max: 1e12, step: 1000 } },
  factTypes: {
    profitFrom: 'text',
    profit: 'money',
    low: 'money',
    high: 'money',
    lowGain: 'money',
    highGain: 'money',
    lowRate: 'share',
    highRate: 'share',
    fewerLost: 'share',
  },
  run: async (source, parameters) => {
    const { profit, from } = await profitOf(source, parameters.profit);
    const percent = (of: bigint): string => formatDecimal({ units: profit.units * of, scale: profit.scale + 2 });
    const [low, high] = [percent(100n + LEAST), percent(100n + MOST)];
    const rows: Value[][] = [
      ['today', percent(100n), percent(100n), percent(0n), percent(0n)],
      ['fewerLost', low, high, percent(LEAST), percent(MOST)],
    ];
    return {
      facts: {
        profitFrom: from,
        profit: percent(100n),
        low,
        high,
        lowGain: percent(LEAST),
        highGain: percent(MOST),
        lowRate: Number(LEAST) / 100,
        highRate: Number(MOST) / 100,
        fewerLost: 0.05,
      },
      tables: {
        band: table(
          { state: 'text', lowProfit: 'money', highProfit: 'money', lowGain: 'money', highGain: 'money' },
          rows,
        ),
      },
    };
  },
  charts: (outcome, words) => ({ leverage: leverageChart(outcome, words) }),
});

/**
 * The number given; else the profit of the last 365 days of the file, where it has a profit, reaches over so many days and made
 * any; else 100, to read the band as percent.
 */
async function profitOf(
  source: AggregateSource,
  given: number,
): Promise<{ profit: Decimal; from: 'given' | 'file' | 'index' }> {
  if (given > 0) return { profit: must(parseDecimal(given.toFixed(2)), 'two digits are a decimal'), from: 'given' };
  const { span } = source;
  const index = { profit: { units: 100n, scale: 0 }, from: 'index' } as const;
  if (!span || span.last - span.first + 1 < YEAR || !source.measures.includes('profit')) return index;
  const year = { first: span.last - YEAR + 1, last: span.last };
  const { net, scale } = await source.entitySums({ entity: 'customer', measure: 'profit', span: year });
  const units = net.reduce((sum, own) => sum + own, 0n);
  return units > 0n ? { profit: { units, scale }, from: 'file' } : index;
}
