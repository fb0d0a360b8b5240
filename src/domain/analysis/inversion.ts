import { at } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { AggregateSource, EntitySums } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { barsChart } from './charts/bars-chart';
import { cyclesOf } from './cycles';
import { NO_SUMS, sumOf } from './ranked-entities';
import { fractionOf, type Fraction } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { monthlySpend, TIER_PARAMETERS, TIERS, tierOf, type Tier, type TierBounds } from './tiers';

/**
 * Customers of a lower tier who get a better discount than the next tier up gets on the whole (鸡头与凤尾): terms turned upside
 * down. The discount is what the amount lies under the list price, quantity times unit price.
 *
 * @source domain reference §1.5, stated on screen under `inversion.definition`.
 */
export const inversion = defineAnalysis({
  name: 'inversion',
  version: 1,
  needs: ['entitySums'],
  parameters: {
    cycle: { type: 'choice', default: 'year', options: ['year', 'calendar-year'] },
    margin: { type: 'number', default: 0, min: 0, max: 0.5, step: 0.01 },
    ...TIER_PARAMETERS,
  },
  factTypes: {
    cycle: 'text',
    margin: 'share',
    cycleFirst: 'day',
    cycleLast: 'day',
    cycleCovered: 'flag',
    testable: 'flag',
    customers: 'count',
    tested: 'count',
    setAside: 'count',
    inversions: 'count',
    value: 'money',
  },
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: ({ tables }, words) => ({
    discounts: barsChart(
      (tables['tiers']?.rows ?? []).flatMap(([tier, , , , discount]) =>
        discount === null ? [] : [{ name: words(`value.tier.${String(tier)}`), value: Number(discount) }],
      ),
      { title: words('column.discount'), format: '.1%' },
    ),
  }),
});

interface Chosen extends TierBounds {
  readonly cycle: 'year' | 'calendar-year';
  readonly margin: number;
}

/** Amount and list value at one scale; the list value is above zero. */
interface Priced {
  readonly key: string;
  readonly label: string;
  readonly amount: bigint;
  readonly list: bigint;
  readonly tier: Tier;
}

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const testable = source.measures.includes('listAmount');
  const { current } = cyclesOf(source.span ?? { first: 0, last: 0 }, chosen.cycle);
  const span = { first: current.first, last: current.last };
  const amounts = await source.entitySums({ entity: 'customer', span });
  const lists = testable ? await source.entitySums({ entity: 'customer', measure: 'listAmount', span }) : NO_SUMS;
  const scale = Math.max(amounts.scale, lists.scale);
  const priced = pricedOf(amounts, lists, scale, chosen);
  const found = inversionsOf(priced, fractionOf(chosen.margin));
  return {
    facts: {
      cycle: chosen.cycle,
      margin: chosen.margin,
      cycleFirst: source.span ? formatDay(current.first) : null,
      cycleLast: source.span ? formatDay(current.last) : null,
      cycleCovered: source.span !== undefined && current.isCovered,
      testable,
      customers: amounts.keys.length,
      tested: testable ? priced.length : null,
      setAside: testable ? amounts.keys.length - priced.length : null,
      inversions: testable ? found.length : null,
      value: testable ? formatDecimal({ units: sumOf(found.map(({ amount }) => amount)), scale }) : null,
    },
    tables: {
      inversions: inversionTable(found, scale),
      tiers: tierTable(testable ? priced : [], found, scale),
      setAside: setAsideTable(testable ? amounts : NO_SUMS, priced),
    },
  };
}

/** Customers whose every row has a list price, and whose list value is above zero: of others a discount says nothing. */
function pricedOf(amounts: EntitySums, lists: EntitySums, scale: number, bounds: TierBounds): Priced[] {
  const listOf = new Map(lists.keys.map((key, i) => [key, { units: at(lists.net, i), rows: at(lists.rows, i) }]));
  const up = (units: bigint, from: number): bigint => units * 10n ** BigInt(scale - from);
  return amounts.keys.flatMap((key, i): Priced[] => {
    const list = listOf.get(key);
    if (list?.rows !== at(amounts.rows, i) || list.units <= 0n) return [];
    const units = at(amounts.net, i);
    return [
      {
        key,
        label: at(amounts.labels, i),
        amount: up(units, amounts.scale),
        list: up(list.units, lists.scale),
        tier: tierOf({ units, scale: amounts.scale }, bounds),
      },
    ];
  });
}

interface Inversion extends Priced {
  readonly upper: Tier;
  readonly upperAmount: bigint;
  readonly upperList: bigint;
}

/**
 * Compared exactly: 1 − a/l > 1 − A/L + margin, that is a/l + margin < A/L, the tier's own weighted discount against each customer
 * of the tier below. A tier without customers is passed over. The largest gap first; ties by key.
 */
function inversionsOf(priced: readonly Priced[], { numerator, denominator }: Fraction): Inversion[] {
  const sums = tierSums(priced);
  const found = priced.flatMap((customer): Inversion[] => {
    const upper = TIERS.slice(TIERS.indexOf(customer.tier) + 1).find((tier) => sums.has(tier));
    const above = upper && sums.get(upper);
    if (!above) return [];
    const own = (customer.amount * denominator + customer.list * numerator) * above.list;
    if (own >= above.amount * customer.list * denominator) return [];
    return [{ ...customer, upper, upperAmount: above.amount, upperList: above.list }];
  });
  return found.sort((a, b) => gapOf(b) - gapOf(a) || compareCodePoints(a.key, b.key));
}

/** Only tiers with customers. */
function tierSums(priced: readonly Priced[]): Map<Tier, { amount: bigint; list: bigint; customers: number }> {
  const groups = TIERS.map((tier) => ({ tier, own: priced.filter((one) => one.tier === tier) }));
  return new Map(
    groups.flatMap(({ tier, own }) => {
      const [amount, list] = [sumOf(own.map((one) => one.amount)), sumOf(own.map((one) => one.list))];
      return own.length === 0 ? [] : [[tier, { amount, list, customers: own.length }] as const];
    }),
  );
}

/** 1 − amount ÷ list, from the exact difference. */
function discountOf(amount: bigint, list: bigint): number {
  return Number(list - amount) / Number(list);
}

function gapOf({ amount, list, upperAmount, upperList }: Inversion): number {
  return discountOf(amount, list) - discountOf(upperAmount, upperList);
}

function inversionTable(found: readonly Inversion[], scale: number): ResultTable {
  return table(
    {
      key: 'text',
      label: 'text',
      tier: 'text',
      value: 'money',
      monthly: 'money',
      listValue: 'money',
      discount: 'share',
      upperTier: 'text',
      upperDiscount: 'share',
      gap: 'share',
    },
    found.map((one): Value[] => [
      one.key,
      one.label,
      one.tier,
      formatDecimal({ units: one.amount, scale }),
      monthlySpend({ units: one.amount, scale }),
      formatDecimal({ units: one.list, scale }),
      discountOf(one.amount, one.list),
      one.upper,
      discountOf(one.upperAmount, one.upperList),
      gapOf(one),
    ]),
  );
}

function tierTable(priced: readonly Priced[], found: readonly Inversion[], scale: number): ResultTable {
  const sums = tierSums(priced);
  return table(
    { tier: 'text', customers: 'count', value: 'money', listValue: 'money', discount: 'share', inversions: 'count' },
    TIERS.map((tier): Value[] => {
      const { amount = 0n, list = 0n, customers = 0 } = sums.get(tier) ?? {};
      return [
        tier,
        customers,
        formatDecimal({ units: amount, scale }),
        formatDecimal({ units: list, scale }),
        list > 0n ? discountOf(amount, list) : null,
        found.filter((one) => one.tier === tier).length,
      ];
    }),
  );
}

/** Customers of whom no discount can be said, with what they paid. */
function setAsideTable(amounts: EntitySums, priced: readonly Priced[]): ResultTable {
  const tested = new Set(priced.map(({ key }) => key));
  const places = amounts.keys.flatMap((key, i) => (tested.has(key) ? [] : [i]));
  places.sort((a, b) => compareCodePoints(at(amounts.keys, a), at(amounts.keys, b)));
  return table(
    { key: 'text', label: 'text', value: 'money' },
    places.map((i): Value[] => [
      at(amounts.keys, i),
      at(amounts.labels, i),
      formatDecimal({ units: at(amounts.net, i), scale: amounts.scale }),
    ]),
  );
}
