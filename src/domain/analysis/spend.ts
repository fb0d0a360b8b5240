import { at } from '@/src/kernel/assert';
import { formatDecimal, share } from '@/src/kernel/money';
import { firstDayOfPeriod, formatPeriod, lastDayOfPeriod, periodOf, type Period } from '@/src/kernel/period';
import { compareCodePoints } from '@/src/kernel/text';
import type { AggregateSource, Span } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { barsChart } from './charts/bars-chart';
import { sumOf, unitsByKey } from './ranked-entities';
import { fractionOf, type Fraction } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';

/** More periods than these make no table that anybody reads: the latest are shown. */
const SHOWN = 40;

const MOVES = ['up', 'down', 'dormant', 'returning', 'new', 'stay'] as const;

/** What might be done with the account's archive. A suggestion: nothing moves by itself. */
type Move = (typeof MOVES)[number];

/**
 * What each account spent by quarter or half-year (消费分析), refunds taken off, with the change against the period before and the
 * same period a year before, and a suggested move.
 *
 * @source domain reference §3.6, stated on screen under `spend.definition`.
 */
export const spend = defineAnalysis({
  name: 'spend',
  version: 1,
  needs: ['entitySums'],
  parameters: {
    unit: { type: 'choice', default: 'quarter', options: ['quarter', 'half'] },
    rise: { type: 'number', default: 0.2, min: 0.05, max: 2, step: 0.05 },
    fall: { type: 'number', default: 0.2, min: 0.05, max: 1, step: 0.05 },
  },
  factTypes: {
    unit: 'text',
    rise: 'share',
    fall: 'share',
    period: 'text',
    lastIncomplete: 'flag',
    againstYearBefore: 'flag',
    accounts: 'count',
    value: 'money',
    valueBefore: 'money',
    change: 'money',
    changeShare: 'share',
    periodsHidden: 'count',
    ...Object.fromEntries(MOVES.map((move) => [move, 'count' as const])),
  },
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: ({ facts }, words) => ({
    moves: barsChart(
      MOVES.map((move) => ({ name: words(`value.move.${move}`), value: Number(facts[move] ?? 0) })),
      { title: words('chart.customers'), format: ',d' },
    ),
  }),
});

interface Chosen {
  readonly unit: 'quarter' | 'half';
  readonly rise: number;
  readonly fall: number;
}

interface PeriodSums {
  readonly period: Period;
  readonly units: ReadonlyMap<string, bigint>;
}

/** The spend of an account that its move is suggested from; `yearBefore` is undefined where the data do not reach back. */
interface Account {
  readonly key: string;
  readonly now: bigint;
  readonly before: bigint;
  readonly yearBefore: bigint | undefined;
  /** Whether it spent anything before the period. */
  readonly isKnown: boolean;
}

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const { unit } = chosen;
  const { span } = source;
  if (!span) return { facts: { ...chosen, period: null, accounts: 0 }, tables: { accounts: table(ACCOUNTS, []) } };
  const labels = new Map<string, string>();
  const { periods, scale } = await periodsOf(source, span, unit, labels);
  const end = periodOf(unit, span.last);
  const lastIncomplete = span.last < lastDayOfPeriod(unit, end);
  const current = lastIncomplete && periods.length > 1 ? end - 1 : end;
  const unitsIn = (period: Period): PeriodSums['units'] =>
    periods.find((one) => one.period === period)?.units ?? new Map();
  const yearBack = unit === 'quarter' ? 4 : 2;
  const hasYearBefore = firstDayOfPeriod(unit, current - yearBack) >= span.first - GRACE;
  const [now, before, yearBefore] = [current, current - 1, current - yearBack].map(unitsIn);
  const earlier = periods.filter(({ period }) => period < current);
  const known = new Set(earlier.flatMap(({ units }) => [...units].flatMap(([key, own]) => (own > 0n ? [key] : []))));
  const accounts = [...labels.keys()]
    .map((key): Account => ({
      key,
      now: now?.get(key) ?? 0n,
      before: before?.get(key) ?? 0n,
      yearBefore: hasYearBefore ? (yearBefore?.get(key) ?? 0n) : undefined,
      isKnown: known.has(key),
    }))
    .sort((a, b) => (a.now === b.now ? compareCodePoints(a.key, b.key) : a.now > b.now ? -1 : 1));
  const limits = { rise: fractionOf(chosen.rise), fall: fractionOf(chosen.fall) };
  const moves = accounts.map((account) => moveOf(account, limits));
  const [value, valueBefore] = [accounts.map((one) => one.now), accounts.map((one) => one.before)].map(sumOf);
  const money = (units = 0n): string => formatDecimal({ units, scale });
  return {
    facts: {
      ...chosen,
      period: formatPeriod(unit, current),
      lastIncomplete,
      againstYearBefore: hasYearBefore,
      accounts: accounts.length,
      value: money(value),
      valueBefore: money(valueBefore),
      change: money((value ?? 0n) - (valueBefore ?? 0n)),
      changeShare: shareOfChange(value ?? 0n, valueBefore ?? 0n),
      periodsHidden: Math.max(0, periods.length - SHOWN),
      ...Object.fromEntries(MOVES.map((move) => [move, moves.filter((own) => own === move).length])),
    },
    tables: {
      accounts: accountTable(accounts, moves, labels, money),
      spend: spendTable(accounts, labels, periods.slice(-SHOWN), { unit, money }),
      periods: periodTable(periods, { unit, span, money }),
    },
  };
}

/** A period counts as covered when the data begin within its first week. */
const GRACE = 6;

async function periodsOf(
  source: AggregateSource,
  span: Span,
  unit: Chosen['unit'],
  labels: Map<string, string>,
): Promise<{ periods: PeriodSums[]; scale: number }> {
  const periods: PeriodSums[] = [];
  let scale = 0;
  for (let period = periodOf(unit, span.first); period <= periodOf(unit, span.last); period++) {
    const days = { first: firstDayOfPeriod(unit, period), last: lastDayOfPeriod(unit, period) };
    const sums = await source.entitySums({ entity: 'customer', span: days });
    sums.keys.forEach((key, i) => labels.set(key, at(sums.labels, i)));
    periods.push({ period, units: unitsByKey(sums, 'net') });
    scale = sums.scale;
  }
  return { periods, scale };
}

/**
 * Against the same period a year before where the data reach it, else against the period before. `dormant`: something then, nothing
 * now. `returning`: nothing in the period before, something now and earlier. `new`: something now for the first time.
 */
function moveOf(account: Account, limits: { readonly rise: Fraction; readonly fall: Fraction }): Move {
  const { now, before, yearBefore, isKnown } = account;
  if (now <= 0n) return before > 0n || (yearBefore ?? 0n) > 0n ? 'dormant' : 'stay';
  if (!isKnown) return 'new';
  if (before <= 0n) return 'returning';
  const base = yearBefore !== undefined && yearBefore > 0n ? yearBefore : before;
  const { rise, fall } = limits;
  if (now * rise.denominator >= base * (rise.denominator + rise.numerator)) return 'up';
  return now * fall.denominator <= base * (fall.denominator - fall.numerator) ? 'down' : 'stay';
}

const ACCOUNTS = {
  key: 'text',
  label: 'text',
  value: 'money',
  valueBefore: 'money',
  changeValue: 'money',
  changeShare: 'share',
  valueYearBefore: 'money',
  yearChangeValue: 'money',
  yearChangeShare: 'share',
  move: 'text',
} as const;

function accountTable(
  accounts: readonly Account[],
  moves: readonly Move[],
  labels: ReadonlyMap<string, string>,
  money: (units: bigint) => string,
): ResultTable {
  return table(
    ACCOUNTS,
    accounts.map(({ key, now, before, yearBefore }, i): Value[] => [
      key,
      labels.get(key) ?? key,
      money(now),
      money(before),
      money(now - before),
      shareOfChange(now, before),
      yearBefore === undefined ? null : money(yearBefore),
      yearBefore === undefined ? null : money(now - yearBefore),
      yearBefore === undefined ? null : shareOfChange(now, yearBefore),
      at(moves, i),
    ]),
  );
}

/** Null where there was nothing to change from. */
function shareOfChange(now: bigint, before: bigint): number | null {
  return before > 0n ? share(now - before, before) : null;
}

/** One column for each period, named by it. */
function spendTable(
  accounts: readonly Account[],
  labels: ReadonlyMap<string, string>,
  periods: readonly PeriodSums[],
  { unit, money }: { readonly unit: Chosen['unit']; readonly money: (units: bigint) => string },
): ResultTable {
  const columns = periods.map(({ period }) => [formatPeriod(unit, period), 'money' as const]);
  return table(
    { key: 'text', label: 'text', ...Object.fromEntries(columns) },
    accounts.map(({ key }): Value[] => [
      key,
      labels.get(key) ?? key,
      ...periods.map(({ units }) => money(units.get(key) ?? 0n)),
    ]),
  );
}

function periodTable(
  periods: readonly PeriodSums[],
  {
    unit,
    span,
    money,
  }: { readonly unit: Chosen['unit']; readonly span: Span; readonly money: (units: bigint) => string },
): ResultTable {
  return table(
    { period: 'text', accounts: 'count', value: 'money', incomplete: 'flag' },
    periods.map(({ period, units }): Value[] => [
      formatPeriod(unit, period),
      [...units.values()].filter((own) => own > 0n).length,
      money(sumOf([...units.values()])),
      firstDayOfPeriod(unit, period) < span.first || lastDayOfPeriod(unit, period) > span.last,
    ]),
  );
}
