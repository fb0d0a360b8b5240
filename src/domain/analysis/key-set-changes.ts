import { formatDecimal } from '@/src/kernel/money';
import type { Ranking } from './ranking';
import { table, type ResultTable, type Value } from './result';

/** A ranking of one cycle with the number of its first entities that are the key set. */
export interface KeySet {
  readonly ranking: Ranking;
  readonly k: number;
  /** What every entity came to, those at or below zero too. */
  readonly units: ReadonlyMap<string, bigint>;
  readonly labels: ReadonlyMap<string, string>;
}

export interface Changes {
  readonly entered: number;
  readonly left: number;
  readonly stayed: number;
  readonly table: ResultTable;
}

const COLUMNS = { change: 'text', key: 'text', label: 'text', value: 'money', valueBefore: 'money' } as const;

export const NO_CHANGES: ResultTable = table(COLUMNS, []);

/** Who entered the key set and who left it: those who entered by value now, then those who left by value before. */
export function changesOf(before: KeySet, now: KeySet, scale: number): Changes {
  const [were, are] = [keysOf(before), keysOf(now)];
  const moneyOf = ({ units }: KeySet, key: string): string => formatDecimal({ units: units.get(key) ?? 0n, scale });
  const row = (change: string, key: string): Value[] => [
    change,
    key,
    now.labels.get(key) ?? before.labels.get(key) ?? key,
    moneyOf(now, key),
    moneyOf(before, key),
  ];
  const entered = [...are].filter((key) => !were.has(key));
  const left = [...were].filter((key) => !are.has(key));
  return {
    entered: entered.length,
    left: left.length,
    stayed: are.size - entered.length,
    table: table(COLUMNS, [...entered.map((key) => row('entered', key)), ...left.map((key) => row('left', key))]),
  };
}

export function keysOf({ ranking, k }: KeySet): Set<string> {
  return new Set(ranking.ranked.slice(0, k).map(({ key }) => key));
}
