import { formatDecimal, share } from '@/src/kernel/money';
import type { CycleFigures } from './cycle-figures';
import { flagsOf, NO_ORDERS, orderFiguresByKey, type Flags, type Limits } from './misconceptions';
import { unitsByKey } from './ranked-entities';
import type { Ranked, Ranking } from './ranking';
import { table, type ResultTable, type Value } from './result';

/** `key`: in the key set and nothing speaks against it. `watch`: in it, and a test was failed. All others are `normal`. */
export type KeyOutcome = 'key' | 'watch';

/** Profit above zero in the cycle and in the one before, as far as the data reach. Null where no row has a profit. */
export type ProfitTest = 'passed' | 'failed' | null;

export interface KeyMember extends Ranked, Flags {
  readonly outcome: KeyOutcome;
  readonly orders: number;
  readonly months: number;
  readonly profit: bigint | undefined;
  readonly profitBefore: bigint | undefined;
  readonly profitTest: ProfitTest;
  /** Whether it passed over both cycles; null where one of them says nothing. */
  readonly continuing: boolean | null;
}

/** The first `k` of the ranking, tested. @source domain reference §1.1 and §1.2. */
export function keySetOf({ ranked }: Ranking, k: number, figures: CycleFigures, limits: Limits): KeyMember[] {
  const orders = orderFiguresByKey(figures.orders);
  const gross = unitsByKey(figures.amounts, 'gross');
  const [profit, profitBefore] = [figures.profits, figures.profitsBefore].map(
    (sums) => sums && unitsByKey(sums, 'net'),
  );
  const boughtBefore = new Set(
    figures.amountsBefore?.keys.filter((_, i) => (figures.amountsBefore?.positiveRows[i] ?? 0) > 0),
  );
  return ranked.slice(0, k).map((entity): KeyMember => {
    const { key } = entity;
    const own = orders.get(key) ?? NO_ORDERS;
    const profits = { profit: profit?.get(key), profitBefore: profitBefore?.get(key) };
    const flags = flagsOf(
      { figures: own, gross: gross.get(key) ?? 0n, cameBefore: boughtBefore.has(key), profit: profits.profit },
      limits,
    );
    const profitTest = profitTestOf(profits.profit, profits.profitBefore);
    const isWatched = flags.bigTicket || flags.oneOff || flags.unprofitable === true || profitTest === 'failed';
    return {
      key,
      label: entity.label,
      units: entity.units,
      cumulative: entity.cumulative,
      ...flags,
      ...profits,
      orders: own.orders,
      months: own.months,
      profitTest,
      continuing: profits.profitBefore === undefined || profitTest === null ? null : profitTest === 'passed',
      outcome: isWatched ? 'watch' : 'key',
    };
  });
}

function profitTestOf(profit: bigint | undefined, before: bigint | undefined): ProfitTest {
  if (profit === undefined) return null;
  return profit > 0n && (before === undefined || before > 0n) ? 'passed' : 'failed';
}

const COLUMNS = {
  rank: 'count',
  key: 'text',
  label: 'text',
  value: 'money',
  share: 'share',
  outcome: 'text',
  orders: 'count',
  largestShare: 'share',
  activeMonths: 'count',
  profit: 'money',
  profitBefore: 'money',
  profitTest: 'text',
  continuing: 'flag',
  bigTicket: 'flag',
  oneOff: 'flag',
  unprofitable: 'flag',
} as const;

export interface Scales {
  readonly value: number;
  readonly profit: number;
}

export function keySetTable(members: readonly KeyMember[], base: bigint, scales: Scales): ResultTable {
  const profitOf = (units: bigint | undefined): string | null =>
    units === undefined ? null : formatDecimal({ units, scale: scales.profit });
  return table(
    COLUMNS,
    members.map((member, i): Value[] => [
      i + 1,
      member.key,
      member.label,
      formatDecimal({ units: member.units, scale: scales.value }),
      share(member.units, base),
      member.outcome,
      member.orders,
      member.largestShare,
      member.months,
      profitOf(member.profit),
      profitOf(member.profitBefore),
      member.profitTest,
      member.continuing,
      member.bigTicket,
      member.oneOff,
      member.unprofitable,
    ]),
  );
}
