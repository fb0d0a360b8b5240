import { at } from '@/src/kernel/assert';
import { ExactSums } from '@/src/kernel/money';
import { periodOf, type Period, type PeriodUnit } from '@/src/kernel/period';
import { floatAt, intAt } from '@/src/kernel/typed';
import type { CohortCell, CohortCells, CustomerDays, Span } from '../aggregate-source';

export interface CohortInput {
  readonly lives: CustomerDays;
  readonly unit: PeriodUnit;
  readonly span: Span;
  /** By customer of `lives`. */
  readonly groups: readonly string[] | undefined;
  /** In each period of each customer of `lives`, in their order; without it no orders are counted. */
  readonly orders: readonly number[] | undefined;
}

/** One pass over the order days. */
export function cellsOf({ lives, unit, span, groups, orders }: CohortInput): CohortCells {
  const { summaries, starts, days, units, scale } = lives;
  const periods = Int32Array.from({ length: span.last - span.first + 1 }, (_, i) => periodOf(unit, span.first + i));
  const periodAt = (day: number): Period => intAt(periods, day - span.first);
  const cells = new CellSums(days.length);
  let stretch = 0;
  summaries.forEach(({ first, last }, customer) => {
    const [group, cohort, lastPeriod] = [groups?.[customer] ?? '', periodAt(first), periodAt(last)];
    let previous: Period | undefined;
    let place = 0;
    for (let i = intAt(starts, customer); i < intAt(starts, customer + 1); i++) {
      const period = periodAt(intAt(days, i));
      if (period !== previous) {
        place = cells.activate({ group, cohort, period }, period === lastPeriod, orders?.[stretch++] ?? 0);
      }
      cells.units.addParts(place, floatAt(units.high, i), floatAt(units.low, i));
      previous = period;
    }
  });
  return { cells: cells.finish(), scale };
}

/** Above every period, so that two of them make one number. */
const PERIODS = 2 ** 24;

type Cell = { -readonly [K in Exclude<keyof CohortCell, 'units'>]: CohortCell[K] };

/** Cohort cells as they are found, each at a place of its own. */
class CellSums {
  readonly units: ExactSums;
  private readonly places = new Map<string, Map<number, number>>();
  private readonly cells: Cell[] = [];

  /** @param most no more cells than these can come. */
  constructor(most: number) {
    this.units = new ExactSums(most);
  }

  /** Counts one more customer in the cell. @returns its place. */
  activate(of: Pick<Cell, 'group' | 'cohort' | 'period'>, isLast: boolean, orders: number): number {
    const places = this.places.get(of.group) ?? new Map<number, number>();
    this.places.set(of.group, places);
    const key = of.cohort * PERIODS + of.period;
    const place = places.get(key) ?? this.cells.push({ ...of, active: 0, lastActive: 0, orders: 0 }) - 1;
    places.set(key, place);
    const cell = at(this.cells, place);
    cell.active++;
    cell.orders += orders;
    if (isLast) cell.lastActive++;
    return place;
  }

  finish(): CohortCells['cells'] {
    return this.cells.map((cell, place) => ({ ...cell, units: this.units.total(place) }));
  }
}
