import { formatDay } from '@/src/kernel/calendar';
import { compareCodePoints } from '@/src/kernel/text';
import { dayFromIso } from '../records/duty';
import { MEANS, type Means } from './follow-up.kind';
import { mondayOf } from './hand-in';

/** A follow-up, as far as figures of a week are made of it. */
export interface LoggedFollowUp {
  readonly id: string;
  readonly company: string;
  /** ISO day. */
  readonly day: string;
  readonly means: Means;
  readonly goodwill?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly owner?: string | undefined;
}

/** Counts of a week. `total` is the sum over the means, and over the days. */
export interface WeekFigures {
  readonly total: number;
  readonly byMeans: Readonly<Record<Means, number>>;
  /** Monday to Sunday. */
  readonly byDay: readonly number[];
  /** Companies that were followed up at least once. */
  readonly companies: number;
  readonly goodwill: number;
  readonly nextSteps: number;
}

/** Those of one user in the week, the oldest first, ties by id. A follow-up without an owner is nobody's. @param week ISO day of its Monday */
export function followUpsOf<F extends LoggedFollowUp>(log: readonly F[], week: string, owner: string): F[] {
  return log
    .filter((one) => one.owner === owner && isInWeek(one.day, week))
    .toSorted((a, b) => compareCodePoints(a.day, b.day) || compareCodePoints(a.id, b.id));
}

/** @param log what {@link followUpsOf} gives. */
export function weekFigures(log: readonly LoggedFollowUp[], week: string): WeekFigures {
  const count = (of: (one: LoggedFollowUp) => boolean): number => log.filter(of).length;
  const countOf = (means: Means): number => count((one) => one.means === means);
  return {
    total: log.length,
    byMeans: { phone: countOf('phone'), visit: countOf('visit'), talk: countOf('talk'), message: countOf('message') },
    byDay: daysOf(week).map((day) => count((one) => one.day === day)),
    companies: new Set(log.map(({ company }) => company)).size,
    goodwill: count(({ goodwill }) => goodwill === 'yes'),
    nextSteps: count(({ nextStep }) => nextStep !== undefined && nextStep !== ''),
  };
}

/** Monday to Sunday, as ISO days. */
export function daysOf(week: string): string[] {
  return Array.from({ length: 7 }, (_, i) => formatDay(dayFromIso(week) + i));
}

export function isInWeek(day: string, week: string): boolean {
  return formatDay(mondayOf(dayFromIso(day))) === week;
}

/** Means that were used, in the order they are offered. */
export function meansUsed({ byMeans }: WeekFigures): Means[] {
  return MEANS.filter((means) => byMeans[means] > 0);
}
