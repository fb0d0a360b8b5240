import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { defineAnalysis } from './analysis';
import { slippingChart } from './charts/slipping-chart';
import { THRESHOLD, THRESHOLD_FACTS, thresholdAt, thresholdFacts } from './churn-threshold';
import { gapsOf } from './gaps';
import { table, type ResultTable, type Value } from './result';
import { BACK_TEST_FACTS, backTest } from './slipping-back-test';
import { slipsAt, type Slip } from './slipping-reasons';
import { vitalFew, type Vital } from './vital-few';

/**
 * Who of the vital few is slipping now, why, and how far the rule could be trusted on this very file.
 *
 * @source the rule is ours, said on screen under `slipping-now.definition`; the sentences under `why`.
 */
export const slippingNow = defineAnalysis({
  name: 'slipping-now',
  version: 1,
  needs: ['customerDays', 'entitySums'],
  parameters: {
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
    threshold: THRESHOLD,
    fall: { type: 'number', default: 0.5, min: 0.1, max: 1, step: 0.05 },
  },
  factTypes: {
    ...THRESHOLD_FACTS,
    ...BACK_TEST_FACTS,
    share: 'share',
    fall: 'share',
    dataEnd: 'day',
    vitalFew: 'count',
    slipping: 'count',
    lost: 'count',
    slippingValue: 'money',
    bySilence: 'count',
    byVolume: 'count',
    byOrders: 'count',
  },
  run: async (source, parameters) => {
    const days = await source.customerDays();
    const { span } = source;
    const gaps = gapsOf(days);
    const threshold = thresholdAt(parameters.threshold, gaps, { days, end: span?.last ?? 0 });
    const sums = await source.entitySums({ entity: 'customer' });
    const vital = vitalFew(sums, parameters.share);
    const rule = { gaps, threshold: threshold.days, fall: parameters.fall };
    const slips = span ? slipsAt(days, rule, { first: span.first, end: span.last }) : [];
    const watched = slips
      .flatMap((slip): Watched[] => {
        const place = vital.get(slip.summary.key);
        return place ? [{ ...slip, ...place }] : [];
      })
      .sort((a, b) => a.rank - b.rank);
    const tested = await backTest(source, days, parameters);
    const money = (units: bigint): string => formatDecimal({ units, scale: sums.scale });
    const count = (holds: (slip: Slip) => boolean): number => watched.filter(holds).length;
    return {
      facts: {
        ...thresholdFacts(threshold),
        share: parameters.share,
        fall: parameters.fall,
        dataEnd: span ? formatDay(span.last) : null,
        vitalFew: vital.size,
        slipping: count(({ standing }) => standing === 'slipping'),
        lost: count(({ standing }) => standing === 'lost'),
        slippingValue: money(watched.reduce((sum, { units }) => sum + units, 0n)),
        bySilence: count(({ why }) => why === 'silent'),
        byVolume: count(({ why }) => why === 'volume'),
        byOrders: count(({ why }) => why === 'orders'),
        ...tested.facts,
      },
      tables: {
        slipping: slippingTable(watched, money, (units) => formatDecimal({ units, scale: days.scale })),
        backTest: tested.table,
      },
    };
  },
  charts: (outcome, words) => ({ slipping: slippingChart(outcome, words) }),
});

type Watched = Slip & Vital;

function slippingTable(
  watched: readonly Watched[],
  money: (units: bigint) => string,
  paid: (units: bigint) => string,
): ResultTable {
  const rows = watched.map((one): Value[] => [
    one.rank,
    one.summary.key,
    one.summary.label,
    money(one.units),
    one.standing,
    one.why,
    one.usualGap,
    one.silentDays,
    formatDay(one.summary.last),
    paid(one.recent.units),
    paid(one.before.units),
    one.recent.orderDays,
    one.before.orderDays,
  ]);
  return table(
    {
      rank: 'count',
      key: 'text',
      label: 'text',
      value: 'money',
      standing: 'text',
      why: 'text',
      usualGap: 'days',
      silentDays: 'days',
      lastOrder: 'day',
      recentValue: 'money',
      beforeValue: 'money',
      recentOrders: 'count',
      beforeOrders: 'count',
    },
    rows,
  );
}
