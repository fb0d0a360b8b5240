import { compareCodePoints } from '@/src/kernel/text';
import type { Money } from '../records/field';
import { sumMoney } from '../records/sum-money';
import { daysOf, isInWeek } from './week-log';

/** An errand, as far as plans and logs need it. Days are ISO. */
export interface Errand {
  readonly id: string;
  readonly state: string;
  readonly day: string;
  readonly doneOn?: string | undefined;
  readonly collected?: Money | undefined;
  readonly sold?: Money | undefined;
  readonly owner?: string | undefined;
}

/** An errand in the plan of a day. */
export interface PlannedErrand<E> {
  readonly errand: E;
  /** The day it was planned for, where that has gone by and it was not done. */
  readonly from: string | undefined;
}

/**
 * What is to be done on a day: what is planned for it, and, once the day has come, what was left of the days before, the
 * oldest first. On a day that has gone by nothing rolls over: what was left has gone on to today.
 */
export function planOf<E extends Errand>(errands: readonly E[], day: string, today: string): PlannedErrand<E>[] {
  const isThere = ({ state, day: planned }: Errand): boolean =>
    state === 'planned' && (planned === day || (day === today && planned < day));
  return errands
    .filter(isThere)
    .toSorted((a, b) => compareCodePoints(a.day, b.day) || compareCodePoints(a.id, b.id))
    .map((errand) => ({ errand, from: errand.day < day ? errand.day : undefined }));
}

/** One day of the log, or a week of it. */
export interface LogFigures {
  readonly planned: number;
  readonly done: number;
  /** Exact, one for each currency. */
  readonly collected: readonly Money[];
  readonly sold: readonly Money[];
}

/** The log of a week: Monday to Sunday, and the sums of them. `left`: planned for the week and not done by now. */
export interface WeekPlanLog extends LogFigures {
  readonly days: readonly LogFigures[];
  readonly left: number;
}

/**
 * What was planned for each day and done on it. An errand counts as planned on its day and as done on the day it was done,
 * which may be another; what was dropped counts as neither.
 */
export function planLogOf(errands: readonly Errand[], week: string): WeekPlanLog {
  const days = daysOf(week).map((day) => figuresOf(errands, (one) => one === day));
  const isLeft = ({ state, day }: Errand): boolean => state === 'planned' && isInWeek(day, week);
  return { ...figuresOf(errands, (day) => isInWeek(day, week)), days, left: errands.filter(isLeft).length };
}

function figuresOf(errands: readonly Errand[], isOn: (day: string) => boolean): LogFigures {
  const done = errands.filter(({ state, doneOn }) => state === 'done' && doneOn !== undefined && isOn(doneOn));
  return {
    planned: errands.filter(({ state, day }) => state !== 'dropped' && isOn(day)).length,
    done: done.length,
    collected: sumMoney(done.flatMap(({ collected = [] }) => collected)),
    sold: sumMoney(done.flatMap(({ sold = [] }) => sold)),
  };
}
