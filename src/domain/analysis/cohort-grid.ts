import { at } from '@/src/kernel/assert';
import type { Day } from '@/src/kernel/calendar';
import {
  firstDayOfPeriod,
  formatPeriod,
  lastDayOfPeriod,
  periodOf,
  type Period,
  type PeriodUnit,
} from '@/src/kernel/period';
import { compareCodePoints } from '@/src/kernel/text';
import type { CohortCell, CohortCells, Span } from './aggregate-source';

export type CohortUnit = Extract<PeriodUnit, 'week' | 'month' | 'quarter'>;

/** One cohort at one age: what those of it came to who could be followed that far. */
export interface GridCell {
  readonly age: number;
  /** Undefined in a cohort by attribute, whose customers began at different times. */
  readonly period: Period | undefined;
  readonly followed: number;
  readonly active: number;
  /** Active at this age or later. */
  readonly unbounded: number;
  readonly orders: number;
  readonly units: bigint;
  /** From age 0 up to this one. */
  readonly cumulative: bigint;
  /** What the same customers came to at age 0. */
  readonly firstOrders: number;
  readonly firstUnits: bigint;
  readonly incomplete: boolean;
}

export interface CohortLine {
  /** The first period, or the value of the attribute. */
  readonly name: string;
  readonly size: number;
  /** Whether customers from before the data look new in it. */
  readonly leftEdge: boolean;
  /** By age, from 0. */
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly unit: CohortUnit;
  readonly first: Period;
  readonly last: Period;
  readonly dataEnd: Day;
  /** Whether the data end within the last period. */
  readonly incomplete: boolean;
  /** By first period; periods in which nobody began are there, with nobody in them. */
  readonly lines: readonly CohortLine[];
  readonly scale: number;
}

/** Cohorts that begin less than this many days after the data do are at their left edge. */
const EDGE = 30;

/** @param data first and last day of the data. */
export function gridOf({ cells, scale }: CohortCells, unit: CohortUnit, data: Span): Grid {
  const [first, last] = [periodOf(unit, data.first), periodOf(unit, data.last)];
  const incomplete = data.last < lastDayOfPeriod(unit, last);
  const byCohort = cohortsIn(merged(cells), last);
  const lines = Array.from({ length: last - first + 1 }, (_, i): CohortLine => {
    const cohort = first + i;
    const subs = [byCohort.get(cohort) ?? cohortOf(cohort, [], last)];
    const line = Array.from({ length: last - cohort + 1 }, (_unused, age): GridCell => ({
      ...cellOf(subs, age),
      period: cohort + age,
      incomplete: incomplete && cohort + age === last,
    }));
    const leftEdge = firstDayOfPeriod(unit, cohort) - data.first < EDGE;
    return { name: formatPeriod(unit, cohort), size: sizeOf(subs), leftEdge, cells: line };
  });
  return { unit, first, last, dataEnd: data.last, incomplete, lines, scale };
}

/**
 * A line for each group, the largest first, ties by name. At each age only customers count whose period of that age is whole, so a
 * line says nothing of an incomplete period, and ends where nobody could be followed.
 */
export function groupLines({ cells }: CohortCells, { last, incomplete }: Grid): CohortLine[] {
  const lastWhole = incomplete ? last - 1 : last;
  const byGroup = new Map<string, CohortCell[]>();
  for (const cell of cells) {
    const own = byGroup.get(cell.group);
    if (own) own.push(cell);
    else byGroup.set(cell.group, [cell]);
  }
  const lines = [...byGroup.keys()].map((name): CohortLine => {
    const subs = [...cohortsIn(byGroup.get(name) ?? [], last).values()];
    const line: GridCell[] = [];
    for (let age = 0; ; age++) {
      const followed = subs.filter(({ cohort }) => cohort + age <= lastWhole);
      if (followed.length === 0) break;
      line.push({ ...cellOf(followed, age), period: undefined, incomplete: false });
    }
    return { name, size: sizeOf(subs), leftEdge: false, cells: line };
  });
  return lines.sort((a, b) => b.size - a.size || compareCodePoints(a.name, b.name));
}

/** The cells of all groups of one cohort and period as one. */
function merged(cells: readonly CohortCell[]): CohortCell[] {
  const all = new Map<string, CohortCell>();
  for (const cell of cells) {
    const key = `${cell.cohort} ${cell.period}`;
    const before = all.get(key);
    all.set(key, before ? added(before, cell) : cell);
  }
  return [...all.values()];
}

function added(a: CohortCell, b: CohortCell): CohortCell {
  return {
    ...a,
    active: a.active + b.active,
    lastActive: a.lastActive + b.lastActive,
    orders: a.orders + b.orders,
    units: a.units + b.units,
  };
}

/** All of one first period, by age from 0 up to the last period. */
interface Cohort {
  readonly cohort: Period;
  readonly active: readonly number[];
  readonly unbounded: readonly number[];
  readonly orders: readonly number[];
  readonly units: readonly bigint[];
  readonly cumulative: readonly bigint[];
}

function cohortOf(cohort: Period, cells: readonly CohortCell[], last: Period): Cohort {
  const ages = last - cohort + 1;
  const numbers = (value: (cell: CohortCell) => number): number[] => {
    const line = Array.from({ length: ages }, () => 0);
    for (const cell of cells) line[cell.period - cohort] = value(cell);
    return line;
  };
  const units = Array.from({ length: ages }, () => 0n);
  for (const cell of cells) units[cell.period - cohort] = cell.units;
  let [later, sum] = [0, 0n];
  return {
    cohort,
    active: numbers(({ active }) => active),
    unbounded: numbers(({ lastActive }) => lastActive)
      .toReversed()
      .map((count) => (later += count))
      .toReversed(),
    orders: numbers(({ orders }) => orders),
    units,
    cumulative: units.map((own) => (sum += own)),
  };
}

/** @param cells of no more than one for each cohort and period. */
function cohortsIn(cells: readonly CohortCell[], last: Period): Map<Period, Cohort> {
  const byCohort = new Map<Period, CohortCell[]>();
  for (const cell of cells) {
    const own = byCohort.get(cell.cohort);
    if (own) own.push(cell);
    else byCohort.set(cell.cohort, [cell]);
  }
  return new Map([...byCohort].map(([cohort, own]) => [cohort, cohortOf(cohort, own, last)]));
}

function sizeOf(cohorts: readonly Cohort[]): number {
  return cohorts.reduce((sum, { active }) => sum + at(active, 0), 0);
}

function cellOf(cohorts: readonly Cohort[], age: number): Omit<GridCell, 'period' | 'incomplete'> {
  const count = (of: (cohort: Cohort) => readonly number[], when = age): number =>
    cohorts.reduce((sum, cohort) => sum + at(of(cohort), when), 0);
  const money = (of: (cohort: Cohort) => readonly bigint[], when = age): bigint =>
    cohorts.reduce((sum, cohort) => sum + at(of(cohort), when), 0n);
  return {
    age,
    followed: sizeOf(cohorts),
    active: count(({ active }) => active),
    unbounded: count(({ unbounded }) => unbounded),
    orders: count(({ orders }) => orders),
    units: money(({ units }) => units),
    cumulative: money(({ cumulative }) => cumulative),
    firstOrders: count(({ orders }) => orders, 0),
    firstUnits: money(({ units }) => units, 0),
  };
}

/** Of all cohorts together at each age, those that could be followed for so many whole periods. */
export interface Mean extends Pick<
  GridCell,
  'age' | 'followed' | 'active' | 'orders' | 'units' | 'cumulative' | 'firstOrders' | 'firstUnits'
> {
  readonly cohorts: number;
}

/** @param retention which of the active are counted. */
export function meansOf({ lines, first, last, incomplete }: Grid, retention: 'bounded' | 'unbounded'): Mean[] {
  const lastWhole = incomplete ? last - 1 : last;
  return lines.map((_, age): Mean => {
    const cells = lines.flatMap((line, i) => (first + i + age <= lastWhole ? [at(line.cells, age)] : []));
    const count = (value: (cell: GridCell) => number): number => cells.reduce((sum, cell) => sum + value(cell), 0);
    const money = (value: (cell: GridCell) => bigint): bigint => cells.reduce((sum, cell) => sum + value(cell), 0n);
    return {
      age,
      cohorts: cells.length,
      followed: count(({ followed }) => followed),
      active: count((cell) => (retention === 'bounded' ? cell.active : cell.unbounded)),
      orders: count(({ orders }) => orders),
      units: money(({ units }) => units),
      cumulative: money(({ cumulative }) => cumulative),
      firstOrders: count(({ firstOrders }) => firstOrders),
      firstUnits: money(({ firstUnits }) => firstUnits),
    };
  });
}
