import { at } from '@/src/kernel/assert';
import { compareCodePoints } from '@/src/kernel/text';
import { intAt } from '@/src/kernel/typed';
import { chiSquareTail } from './chi-square';
import { kaplanMeier, type SurvivalCurve } from './survival';

/** One row for each customer, whatever kind of file they come from: all lists have the same order and length. */
export interface CustomerTable {
  readonly keys: readonly string[];
  /** What the customers are told apart by; '' where it is not known. */
  readonly category: readonly string[];
  readonly churned: readonly boolean[];
  /** What each is worth, `units × 10^-scale`. */
  readonly amount: readonly bigint[];
  /** Whole units of time that each was followed: to the end of those who churned. Not negative. */
  readonly tenure: Int32Array;
  readonly scale: number;
}

/** The customers of one value. */
export interface CategoryChurn {
  readonly value: string;
  readonly n: number;
  readonly churned: number;
  readonly amount: bigint;
  readonly lost: bigint;
}

/** By value in code-point order; those of an unknown one come last. */
export function churnByCategory({ keys, category, churned, amount }: CustomerTable): CategoryChurn[] {
  const found = new Map<string, { n: number; churned: number; amount: bigint; lost: bigint }>();
  for (let customer = 0; customer < keys.length; customer++) {
    const value = at(category, customer);
    const sums = found.get(value) ?? { n: 0, churned: 0, amount: 0n, lost: 0n };
    found.set(value, sums);
    sums.n++;
    sums.amount += at(amount, customer);
    if (!at(churned, customer)) continue;
    sums.churned++;
    sums.lost += at(amount, customer);
  }
  return [...found]
    .map(([value, sums]) => ({ value, ...sums }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === '') || compareCodePoints(a.value, b.value));
}

/** Whether churn differs between groups by more than chance. */
export interface Independence {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** From 0, no connection, to 1. */
  readonly cramersV: number;
  /** Of all groups, churned or not, the smallest count that chance alone would give. */
  readonly smallestExpected: number;
  /** How many of those counts are below 5: with any, p is only a rough guide. */
  readonly smallCells: number;
}

/**
 * Pearson's chi-square test of a table of groups by churned or not, without continuity correction.
 * Undefined with fewer than two groups, or where all or none churned: there is nothing to compare.
 *
 * @source X² = Σ (observed − expected)² / expected; V = √(X² / n), as one side of the table has two columns.
 * @example of groups with 10 of 20 and 10 of 20 churned: X² = 0, p = 1, V = 0
 */
export function independence(groups: readonly { n: number; churned: number }[]): Independence | undefined {
  const counted = groups.filter(({ n }) => n > 0);
  const n = counted.reduce((sum, group) => sum + group.n, 0);
  const churned = counted.reduce((sum, group) => sum + group.churned, 0);
  if (counted.length < 2 || churned === 0 || churned === n) return undefined;
  const cells = counted.flatMap((group) => [
    { observed: group.churned, expected: (group.n * churned) / n },
    { observed: group.n - group.churned, expected: (group.n * (n - churned)) / n },
  ]);
  const statistic = cells.reduce((sum, { observed, expected }) => sum + (observed - expected) ** 2 / expected, 0);
  const df = counted.length - 1;
  return {
    statistic,
    df,
    p: chiSquareTail(statistic, df),
    cramersV: Math.sqrt(statistic / n),
    smallestExpected: Math.min(...cells.map(({ expected }) => expected)),
    smallCells: cells.filter(({ expected }) => expected < 5).length,
  };
}

/** How long the customers of one value stay, or all where none is named: churned ends, the others are followed no longer. */
export function stayOf({ keys, category, churned, tenure }: CustomerTable, value?: string): SurvivalCurve {
  const longest = tenure.reduce((most, own) => Math.max(most, own), 0);
  const [ended, censored] = [new Int32Array(longest + 1), new Int32Array(longest + 1)];
  for (let customer = 0; customer < keys.length; customer++) {
    if (value !== undefined && at(category, customer) !== value) continue;
    const counts = at(churned, customer) ? ended : censored;
    const time = intAt(tenure, customer);
    counts[time] = intAt(counts, time) + 1;
  }
  return kaplanMeier({ ended, censored });
}
