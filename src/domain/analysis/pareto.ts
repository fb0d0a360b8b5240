import { at } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { AggregateSource, Entity, EntitySums } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { leadersChart } from './charts/leaders-chart';
import { paretoChart } from './charts/pareto-chart';
import { concentrationOf } from './concentration';
import { figuresOfCycle, rowsOf, type CycleFigures, type Valued } from './cycle-figures';
import { CYCLES, type CycleKind } from './cycles';
import { eightyTwentyOf } from './eighty-twenty';
import { growthOf, growthTable, type GrowthParts } from './growth';
import { changesOf, keysOf, NO_CHANGES, type Changes, type KeySet } from './key-set-changes';
import { keySetOf, keySetTable, type KeyMember } from './key-set';
import { migrationTable } from './migration';
import { PARETO_FACTS } from './pareto-facts';
import { rankBy, sumOf, unitsByKey, type Basis } from './ranked-entities';
import { cutAt, fractionOf, topShare, type Ranking } from './ranking';
import { rankingTables } from './ranking-tables';
import type { Outcome, Value } from './result';

/**
 * Who makes most of the revenue or of the profit (帕累托分析), over one year unless asked otherwise. Entities are ranked by
 * value, net of refunds or gross. "80/20" is a question here: the answer is how many entities reach the share, and what the top
 * fifth holds. Those who do are tested for profit and for the three misconceptions, and held against the cycle before.
 *
 * @source definitions: guides/analytics §2.1 and §2.2, domain reference §1.1, §1.2, §1.6, stated on screen under
 *   `pareto.definition`.
 */
export const pareto = defineAnalysis({
  name: 'pareto',
  version: 2,
  needs: ['entitySums', 'entityOrders'],
  parameters: {
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
    entity: { type: 'entity', default: 'customer' },
    basis: { type: 'choice', default: 'net', options: ['net', 'gross'] },
    measure: { type: 'choice', default: 'amount', options: ['amount', 'profit'] },
    cycle: { type: 'choice', default: 'year', options: CYCLES },
    largestOrder: { type: 'number', default: 0.8, min: 0.1, max: 1, step: 0.05 },
    fewOrders: { type: 'number', default: 2, min: 1, max: 12, step: 1 },
    fewMonths: { type: 'number', default: 1, min: 1, max: 6, step: 1 },
  },
  factTypes: PARETO_FACTS,
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: (outcome, words) => ({ pareto: paretoChart(outcome, words), leaders: leadersChart(outcome, words) }),
});

interface Chosen {
  readonly share: number;
  readonly entity: Entity;
  readonly basis: Basis;
  readonly measure: Valued;
  readonly cycle: CycleKind;
  readonly largestOrder: number;
  readonly fewOrders: number;
  readonly fewMonths: number;
}

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const { span = { first: 0, last: 0 } } = source;
  const figures = await figuresOfCycle(source, span, chosen);
  const { sums, sumsBefore } = figures;
  const { largestOrder, fewOrders, fewMonths, basis } = chosen;
  const now = keySetIn(sums, chosen);
  const before = sumsBefore && keySetIn(sumsBefore, chosen);
  const members = keySetOf(now.ranking, now.k, figures, {
    largestOrder: fractionOf(largestOrder),
    fewOrders,
    fewMonths,
  });
  const changes = before && changesOf(before, now, sums.scale);
  const growth = before && growthOf(before.units, now.units, keysOf(before));
  return {
    facts: {
      ...rankingFacts(sums, now.ranking, rankBy(sums, basis === 'net' ? 'gross' : 'net'), chosen),
      ...eightyTwentyOf(now.ranking),
      ...cycleFacts(figures, chosen, source.span !== undefined),
      ...keyFacts(members, figures.profits !== undefined),
      ...changeFacts(changes, growth, sums.scale),
    },
    tables: {
      ...rankingTables(now.ranking, sums.scale, new Map(members.map(({ key, outcome }) => [key, outcome]))),
      keySet: keySetTable(members, now.ranking.base, { value: sums.scale, profit: figures.profits?.scale ?? 0 }),
      changes: changes?.table ?? NO_CHANGES,
      migration: migrationTable(before?.ranking, now.ranking),
      growth: growthTable(growth, sums.scale),
    },
  };
}

function keySetIn(sums: EntitySums, { share, basis }: Chosen): KeySet {
  const ranking = rankBy(sums, basis);
  return {
    ranking,
    k: cutAt(ranking, fractionOf(share)).k,
    units: unitsByKey(sums, basis),
    labels: new Map(sums.keys.map((key, i) => [key, at(sums.labels, i)])),
  };
}

function rankingFacts(
  sums: EntitySums,
  ranking: Ranking,
  other: Ranking,
  { share, entity, basis, measure }: Chosen,
): Record<string, Value> {
  const cut = cutAt(ranking, fractionOf(share));
  const fifth = topShare(ranking, fractionOf(0.2));
  const [net, gross] = [sumOf(sums.net), sumOf(sums.gross)];
  const money = (units: bigint): string => formatDecimal({ units, scale: sums.scale });
  return {
    entity,
    basis,
    measure,
    share,
    entities: ranking.ranked.length + ranking.nonPositive.count,
    positive: ranking.ranked.length,
    nonPositiveCount: ranking.nonPositive.count,
    nonPositiveZero: ranking.nonPositive.zero,
    nonPositiveSum: money(ranking.nonPositive.units),
    base: money(ranking.base),
    total: money(basis === 'net' ? net : gross),
    k: cut.k,
    kTies: cut.kTies,
    kShare: ranking.ranked.length === 0 ? null : cut.k / ranking.ranked.length,
    topFifthCount: fifth.count,
    topFifthShare: fifth.share,
    otherBasisK: cutAt(other, fractionOf(share)).k,
    otherBasisPositive: other.ranked.length,
    basesDiffer: (gross - net) * 100n > gross,
    ...concentrationOf(ranking),
  };
}

function cycleFacts(figures: CycleFigures, { cycle, measure }: Chosen, hasDays: boolean): Record<string, Value> {
  const { current, previous } = figures.cycles;
  const dayOf = (day: number | undefined): string | null => (day === undefined || !hasDays ? null : formatDay(day));
  return {
    cycle,
    cycleFirst: dayOf(current.first),
    cycleLast: dayOf(current.last),
    cycleCovered: hasDays && current.isCovered,
    previousCovered: previous !== undefined,
    previousFirst: dayOf(previous?.first),
    previousLast: dayOf(previous?.last),
    rowsOutside: figures.rowsOutside,
    rowsWithoutMeasure: measure === 'amount' ? 0 : rowsOf(figures.amounts) - rowsOf(figures.sums),
  };
}

function keyFacts(members: readonly KeyMember[], profitTestable: boolean): Record<string, Value> {
  const count = (holds: (member: KeyMember) => boolean): number => members.filter(holds).length;
  return {
    profitTestable,
    keyCount: count(({ outcome }) => outcome === 'key'),
    watchCount: count(({ outcome }) => outcome === 'watch'),
    bigTicketCount: count(({ bigTicket }) => bigTicket),
    oneOffCount: count(({ oneOff }) => oneOff),
    unprofitableCount: profitTestable ? count(({ unprofitable }) => unprofitable === true) : null,
    profitFailedCount: profitTestable ? count(({ profitTest }) => profitTest === 'failed') : null,
    profitUntestedCount: count(({ profitTest }) => profitTest === null),
  };
}

function changeFacts(
  changes: Changes | undefined,
  growth: GrowthParts | undefined,
  scale: number,
): Record<string, Value> {
  const money = (part: keyof GrowthParts): string | null =>
    growth ? formatDecimal({ units: growth[part].now - growth[part].before, scale }) : null;
  return {
    entered: changes?.entered ?? null,
    left: changes?.left ?? null,
    stayed: changes?.stayed ?? null,
    growth: money('total'),
    growthKeyList: money('keyList'),
    growthBase: money('base'),
  };
}
