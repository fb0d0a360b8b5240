import { at } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { AggregateSource, Entity, EntitySums, Span } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { barsChart } from './charts/bars-chart';
import { CYCLES, cyclesOf, type CycleKind } from './cycles';
import { NO_SUMS, sumOf } from './ranked-entities';
import { fractionOf, type Fraction } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';

const SHOWN = 15;

/**
 * What comes back for what is put in (投入产出比), by customer or anything else: profit less other costs, over all costs; on
 * average by order; and a hint where payment is long in coming.
 *
 * @source domain reference §9.5, stated on screen under `input-output.definition`.
 */
export const inputOutput = defineAnalysis({
  name: 'input-output',
  version: 1,
  needs: ['entitySums', 'entityOrders'],
  parameters: {
    entity: { type: 'entity', default: 'customer' },
    cycle: { type: 'choice', default: 'year', options: CYCLES },
    otherCosts: { type: 'number', default: 0, min: 0, max: 0.5, step: 0.01 },
    longTerms: { type: 'number', default: 60, min: 0, max: 365, step: 5 },
    interest: { type: 'number', default: 0.06, min: 0, max: 0.36, step: 0.01 },
  },
  factTypes: {
    entity: 'text',
    cycle: 'text',
    cycleFirst: 'day',
    cycleLast: 'day',
    cycleCovered: 'flag',
    otherCosts: 'share',
    longTerms: 'days',
    interest: 'share',
    testable: 'flag',
    termsTestable: 'flag',
    measured: 'count',
    setAside: 'count',
    noInput: 'count',
    value: 'money',
    profit: 'money',
    input: 'money',
    result: 'money',
    ratio: 'share',
    losing: 'count',
    longPayers: 'count',
  },
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: ({ tables }, words) => ({
    ratios: barsChart(
      (tables['returns']?.rows ?? [])
        .slice(0, SHOWN)
        .flatMap(([rank, , label, , , , , , ratio]) =>
          ratio === null ? [] : [{ name: `${rank}. ${shortened(String(label))}`, value: Number(ratio) }],
        ),
      { title: words('column.ratio'), format: '.1%' },
    ),
  }),
});

interface Chosen {
  readonly entity: Entity;
  readonly cycle: CycleKind;
  readonly otherCosts: number;
  readonly longTerms: number;
  readonly interest: number;
}

/** Sums at one scale, large enough for a share of the amount. */
interface Return {
  readonly key: string;
  readonly label: string;
  readonly amount: bigint;
  readonly profit: bigint;
  readonly other: bigint;
  /** All costs: of the goods and the others. */
  readonly input: bigint;
}

interface Terms {
  readonly days: number;
  /** What the price would have to rise by to pay for the wait; null within the limit. */
  readonly hint: number | null;
}

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const { entity, cycle } = chosen;
  const { current } = cyclesOf(source.span ?? { first: 0, last: 0 }, cycle);
  const span = cycle === 'all' ? undefined : { first: current.first, last: current.last };
  const testable = source.measures.includes('profit');
  const amounts = await source.entitySums({ entity, ...(span && { span }) });
  const { returns, scale } = testable ? await returnsOf(source, amounts, chosen, span) : { returns: [], scale: 0 };
  const terms = await termsOf(source, chosen, span);
  const orders = await source.entityOrders({ entity, ...(span && { span }) });
  const orderCounts = new Map(orders.keys.map((key, i) => [key, at(orders.orders, i)]));
  const ranked = [...returns].sort((a, b) =>
    a.input === b.input ? compareCodePoints(a.key, b.key) : a.input > b.input ? -1 : 1,
  );
  return {
    facts: {
      ...chosen,
      cycleFirst: source.span ? formatDay(current.first) : null,
      cycleLast: source.span ? formatDay(current.last) : null,
      cycleCovered: source.span !== undefined && current.isCovered,
      testable,
      termsTestable: terms !== undefined,
      ...totalsOf(returns, scale, testable),
      setAside: testable ? amounts.keys.length - returns.length : null,
      longPayers: terms ? [...terms.values()].filter(({ hint }) => hint !== null).length : null,
    },
    tables: { returns: returnTable(ranked, scale, orderCounts, terms) },
  };
}

/** Entities whose every row has a profit and, where the file has costs, a cost: of others the ratio would be of parts. */
async function returnsOf(
  source: AggregateSource,
  amounts: EntitySums,
  { entity, otherCosts }: Chosen,
  span: Span | undefined,
): Promise<{ returns: Return[]; scale: number }> {
  const profits = await source.entitySums({ entity, measure: 'profit', ...(span && { span }) });
  const hasCost = source.measures.includes('cost');
  const costs = hasCost ? await source.entitySums({ entity, measure: 'cost', ...(span && { span }) }) : NO_SUMS;
  const rate = fractionOf(otherCosts);
  const rateScale = String(rate.denominator).length - 1;
  const scale = Math.max(amounts.scale + rateScale, profits.scale, costs.scale);
  const up = (units: bigint, from: number): bigint => units * 10n ** BigInt(scale - from);
  const [profitOf, costOf] = [profits, costs].map(placesOf);
  const returns = amounts.keys.flatMap((key, i): Return[] => {
    const rows = at(amounts.rows, i);
    const [atProfit, atCost] = [profitOf?.get(key), costOf?.get(key)];
    if (atProfit === undefined || at(profits.rows, atProfit) !== rows) return [];
    if (hasCost && (atCost === undefined || at(costs.rows, atCost) !== rows)) return [];
    const amount = up(at(amounts.net, i), amounts.scale);
    const profit = up(at(profits.net, atProfit), profits.scale);
    const cost = atCost === undefined ? amount - profit : up(at(costs.net, atCost), costs.scale);
    const other = shareOf(amount, rate);
    return [{ key, label: at(amounts.labels, i), amount, profit, other, input: cost + other }];
  });
  return { returns, scale };
}

/** Exact: the scale leaves room for every digit of the rate. */
function shareOf(amount: bigint, { numerator, denominator }: Fraction): bigint {
  return amount > 0n ? (amount * numerator) / denominator : 0n;
}

function placesOf({ keys }: EntitySums): Map<string, number> {
  return new Map(keys.map((key, i) => [key, i]));
}

/** Mean days from sale to payment over the rows that are paid; undefined where the file has no day of payment. */
async function termsOf(
  source: AggregateSource,
  { entity, longTerms, interest }: Chosen,
  span: Span | undefined,
): Promise<Map<string, Terms> | undefined> {
  if (!source.measures.includes('paymentDays')) return undefined;
  const { keys, net, rows } = await source.entitySums({ entity, measure: 'paymentDays', ...(span && { span }) });
  return new Map(
    keys.map((key, i) => {
      const days = Number(at(net, i)) / at(rows, i);
      return [key, { days, hint: days > longTerms ? (interest * days) / 365 : null }];
    }),
  );
}

function totalsOf(returns: readonly Return[], scale: number, testable: boolean): Record<string, Value> {
  if (!testable) {
    return {
      measured: 0,
      noInput: null,
      value: null,
      profit: null,
      input: null,
      result: null,
      ratio: null,
      losing: null,
    };
  }
  const total = (of: (one: Return) => bigint): bigint => sumOf(returns.map(of));
  const money = (units: bigint): string => formatDecimal({ units, scale });
  const [input, result] = [total((one) => one.input), total(resultOf)];
  return {
    measured: returns.length,
    noInput: returns.filter((one) => one.input <= 0n).length,
    value: money(total(({ amount }) => amount)),
    profit: money(total(({ profit }) => profit)),
    input: money(input),
    result: money(result),
    ratio: ratioOf(result, input),
    losing: returns.filter((one) => resultOf(one) < 0n).length,
  };
}

function resultOf({ profit, other }: Return): bigint {
  return profit - other;
}

/** Null where nothing was put in. */
function ratioOf(result: bigint, input: bigint): number | null {
  return input > 0n ? share(result, input) : null;
}

function returnTable(
  returns: readonly Return[],
  scale: number,
  orders: ReadonlyMap<string, number>,
  terms: ReadonlyMap<string, Terms> | undefined,
): ResultTable {
  const money = (units: bigint): string => formatDecimal({ units, scale });
  return table(
    {
      rank: 'count',
      key: 'text',
      label: 'text',
      value: 'money',
      profit: 'money',
      otherCosts: 'money',
      input: 'money',
      result: 'money',
      ratio: 'share',
      orders: 'count',
      resultPerOrder: 'number',
      paymentDays: 'number',
      priceHint: 'share',
    },
    returns.map((one, i): Value[] => {
      const count = orders.get(one.key) ?? 0;
      const own = terms?.get(one.key);
      return [
        i + 1,
        one.key,
        one.label,
        money(one.amount),
        money(one.profit),
        money(one.other),
        money(one.input),
        money(resultOf(one)),
        ratioOf(resultOf(one), one.input),
        count,
        count === 0 ? null : Number(resultOf(one)) / 10 ** scale / count,
        own?.days ?? null,
        own?.hint ?? null,
      ];
    }),
  );
}

/** Names are cut in the middle: companies differ at both ends. */
function shortened(name: string): string {
  return name.length <= 18 ? name : `${name.slice(0, 11)}…${name.slice(-6)}`;
}
