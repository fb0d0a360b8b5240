import { formatDecimal, share } from '@/src/kernel/money';
import { sumOf } from './ranked-entities';
import { table, type ResultTable, type Value } from './result';

export interface Growth {
  readonly before: bigint;
  readonly now: bigint;
}

/** Growth in two parts, which add up to the whole exactly. */
export interface GrowthParts {
  readonly keyList: Growth;
  readonly base: Growth;
  readonly total: Growth;
}

/**
 * Growth split into the stock and the rest: the key set of the cycle before is the list, whatever became of it; all others, new
 * ones too, are the base. @source domain reference §1.6.
 */
export function growthOf(
  before: ReadonlyMap<string, bigint>,
  now: ReadonlyMap<string, bigint>,
  keyList: ReadonlySet<string>,
): GrowthParts {
  const partOf = (units: ReadonlyMap<string, bigint>, isKey: boolean): bigint =>
    sumOf([...units].flatMap(([key, own]) => (keyList.has(key) === isKey ? [own] : [])));
  return {
    keyList: { before: partOf(before, true), now: partOf(now, true) },
    base: { before: partOf(before, false), now: partOf(now, false) },
    total: { before: sumOf([...before.values()]), now: sumOf([...now.values()]) },
  };
}

export function growthTable(parts: GrowthParts | undefined, scale: number): ResultTable {
  const columns = {
    part: 'text',
    valueBefore: 'money',
    value: 'money',
    growth: 'money',
    growthRate: 'share',
  } as const;
  if (!parts) return table(columns, []);
  const money = (units: bigint): string => formatDecimal({ units, scale });
  const rows = (['keyList', 'base', 'total'] as const).map((part): Value[] => {
    const { before, now } = parts[part];
    return [part, money(before), money(now), money(now - before), before > 0n ? share(now - before, before) : null];
  });
  return table(columns, rows);
}
