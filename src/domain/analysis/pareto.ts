import { at } from '@/src/kernel/assert';
import { formatDecimal, share } from '@/src/kernel/money';
import type { EntitySums } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { leadersChart } from './charts/leaders-chart';
import { paretoChart } from './charts/pareto-chart';
import { concentrationOf, concentrationRatio } from './concentration';
import { abcClass, cutAt, fractionOf, rank, topShare, type Ranking } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';

const THRESHOLDS = [0.5, 0.8, 0.9, 0.95];
const TOPS = [0.01, 0.05, 0.1, 0.2, 0.5];
const RATIOS = [1, 4, 8, 10, 20];

/**
 * Who makes most of the revenue (帕累托分析). Entities are ranked by what they paid, net of refunds or gross.
 * "80/20" is a question here: the answer is how many entities reach the share, and what the top fifth holds.
 *
 * @source definitions: guides/analytics §2.1 and §2.2, stated on screen under `pareto.definition`.
 */
export const pareto = defineAnalysis({
  name: 'pareto',
  version: 1,
  needs: ['entitySums'],
  parameters: {
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
    entity: { type: 'entity', default: 'customer' },
    basis: { type: 'choice', default: 'net', options: ['net', 'gross'] },
  },
  factTypes: {
    entity: 'text',
    basis: 'text',
    share: 'share',
    entities: 'count',
    positive: 'count',
    nonPositiveCount: 'count',
    nonPositiveZero: 'count',
    nonPositiveSum: 'money',
    base: 'money',
    total: 'money',
    k: 'count',
    kTies: 'count',
    kShare: 'share',
    topFifthCount: 'count',
    topFifthShare: 'share',
    otherBasisK: 'count',
    otherBasisPositive: 'count',
    basesDiffer: 'flag',
    gini: 'ratio',
    giniUnbiased: 'ratio',
    hhi: 'ratio',
    effectiveNumber: 'number',
    theil: 'ratio',
  },
  run: async (source, parameters) => {
    const sums = await source.entitySums({ entity: parameters.entity });
    return outcomeOf(sums, parameters);
  },
  charts: (outcome, words) => ({ pareto: paretoChart(outcome, words), leaders: leadersChart(outcome, words) }),
});

interface Chosen {
  readonly share: number;
  readonly entity: string;
  readonly basis: 'net' | 'gross';
}

function outcomeOf(sums: EntitySums, { share: wanted, entity, basis }: Chosen): Outcome {
  const ranking = rankBy(sums, basis);
  const other = rankBy(sums, basis === 'net' ? 'gross' : 'net');
  const cut = cutAt(ranking, fractionOf(wanted));
  const fifth = topShare(ranking, fractionOf(0.2));
  const net = sumOf(sums.net);
  const gross = sumOf(sums.gross);
  const total = basis === 'net' ? net : gross;
  const money = (units: bigint): string => formatDecimal({ units, scale: sums.scale });
  const facts: Record<string, Value> = {
    entity,
    basis,
    share: wanted,
    entities: ranking.ranked.length + ranking.nonPositive.count,
    positive: ranking.ranked.length,
    nonPositiveCount: ranking.nonPositive.count,
    nonPositiveZero: ranking.nonPositive.zero,
    nonPositiveSum: money(ranking.nonPositive.units),
    base: money(ranking.base),
    total: money(total),
    k: cut.k,
    kTies: cut.kTies,
    kShare: ranking.ranked.length === 0 ? null : cut.k / ranking.ranked.length,
    topFifthCount: fifth.count,
    topFifthShare: fifth.share,
    otherBasisK: cutAt(other, fractionOf(wanted)).k,
    otherBasisPositive: other.ranked.length,
    basesDiffer: (gross - net) * 100n > gross,
    ...concentrationOf(ranking),
  };
  return { facts, tables: tablesOf(ranking, money) };
}

/** Gross looks only at entities with a row above zero; net at all, refunds taken off. */
function rankBy({ keys, labels, net, gross, positiveRows }: EntitySums, basis: 'net' | 'gross'): Ranking {
  const units = basis === 'net' ? net : gross;
  const all = keys.map((key, i) => ({
    key,
    label: at(labels, i),
    units: at(units, i),
    positive: at(positiveRows, i) > 0,
  }));
  return rank(basis === 'net' ? all : all.filter(({ positive }) => positive));
}

function sumOf(units: readonly bigint[]): bigint {
  return units.reduce((sum, one) => sum + one, 0n);
}

function tablesOf(ranking: Ranking, money: (units: bigint) => string): Record<string, ResultTable> {
  const { ranked, base } = ranking;
  const entities = ranked.map(({ key, label, units, cumulative }, i): Value[] => [
    i + 1,
    key,
    label,
    money(units),
    share(units, base),
    share(cumulative, base),
    abcClass(cumulative - units, base),
  ]);
  return {
    entities: table(
      {
        rank: 'count',
        key: 'text',
        label: 'text',
        value: 'money',
        share: 'share',
        cumulativeShare: 'share',
        class: 'text',
      },
      entities,
    ),
    classes: classTable(ranking, money),
    thresholds: table(
      { share: 'share', k: 'count', kTies: 'count', kShare: 'share', valueAtK: 'money', keyAtK: 'text' },
      THRESHOLDS.map((p): Value[] => {
        const { k, kTies } = cutAt(ranking, fractionOf(p));
        const last = ranked[k - 1];
        return [
          p,
          k,
          kTies,
          ranked.length === 0 ? null : k / ranked.length,
          last ? money(last.units) : null,
          last?.key ?? null,
        ];
      }),
    ),
    tops: table(
      { top: 'share', count: 'count', share: 'share', lorenz: 'share' },
      TOPS.map((q): Value[] => {
        const top = topShare(ranking, fractionOf(q));
        return [q, top.count, top.share, top.lorenz];
      }),
    ),
    ratios: table(
      { count: 'count', share: 'share' },
      RATIOS.map((count): Value[] => [count, concentrationRatio(ranking, count)]),
    ),
  };
}

function classTable({ ranked, base }: Ranking, money: (units: bigint) => string): ResultTable {
  const rows = (['A', 'B', 'C'] as const).map((name): Value[] => {
    const members = ranked.filter(({ cumulative, units }) => abcClass(cumulative - units, base) === name);
    const units = sumOf(members.map((member) => member.units));
    return [
      name,
      members.length,
      money(units),
      share(units, base),
      ranked.length === 0 ? null : members.length / ranked.length,
    ];
  });
  return table({ class: 'text', count: 'count', sum: 'money', share: 'share', countShare: 'share' }, rows);
}
