import { civilDateOf, dayOf, firstDayOf, formatDay, lastDayOf, monthOf, type Day } from '@/src/kernel/calendar';
import type { Role } from './actor';
import type { Kind } from './kind';
import type { Row } from './record';
import { ownerOf } from './transition';
import { isDay, plainFields, type PlainFields } from './values';

/**
 * When something falls due, counted from the day in the duty's field `since`:
 * `after` so many days; on the next given day of the week (1 Monday … 7 Sunday), month or quarter (1 is the first; a day
 * that a month lacks is its last); on the day of the month that a number field holds, never while it is empty; or so many
 * days by the tier that a choice field holds, a tier not named never.
 */
export type DutyRule =
  | { readonly after: number }
  | { readonly every: 'month'; readonly dayIn: string }
  | { readonly every: 'week' | 'month' | 'quarter'; readonly day: number }
  | { readonly tier: string; readonly days: Readonly<Record<string, number>> };

/** Something that must be done (到期任务). Its words: `duty.<name>`. */
export interface DutySpec<Field extends string = string, State extends string = string> {
  readonly name: string;
  /** Only records in these states have it; leaving them ends it. */
  readonly while: readonly State[];
  /** A field with a day: the event, or the last time it was done. Without a day there is no duty. */
  readonly since: Field;
  readonly rule: DutyRule;
  readonly for: 'owner' | Role;
  /** A field that ends it by being filled. */
  readonly endedBy?: Field;
}

export interface Duty {
  readonly name: string;
  /** ISO day. */
  readonly due: string;
  readonly for: 'owner' | Role;
  readonly owner: string | undefined;
}

/** The open duties of a record, the earliest first, ties in the kind's order. */
export function dutiesOf(kind: Kind, row: Pick<Row, 'state' | 'fields'>): Duty[] {
  if (kind.duties.length === 0) return [];
  const fields = plainFields(kind.fields, row.fields);
  return kind.duties
    .flatMap((spec): Duty[] => {
      const due = spec.while.includes(row.state) ? dueDay(spec, fields) : undefined;
      return due === undefined ? [] : [{ name: spec.name, due, for: spec.for, owner: ownerOf(fields) }];
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
}

function dueDay({ since, endedBy, rule }: DutySpec, fields: PlainFields): string | undefined {
  const from = fields[since];
  if (typeof from !== 'string' || !isDay(from)) return undefined;
  if (endedBy !== undefined && fields[endedBy] !== undefined) return undefined;
  const day = dayFromIso(from);
  if ('after' in rule) return formatDay(day + rule.after);
  if ('dayIn' in rule) return nextDayIn(day, fields[rule.dayIn]);
  if ('every' in rule) return formatDay(nextDay(day, rule));
  const days = rule.days[String(fields[rule.tier])];
  return days === undefined ? undefined : formatDay(day + days);
}

/** @param held what the field holds: a day of the month, cut to a whole one. */
function nextDayIn(day: Day, held: unknown): string | undefined {
  return typeof held === 'number' ? formatDay(nextDay(day, { every: 'month', day: Math.trunc(held) })) : undefined;
}

/** @param iso a day that {@link isDay} accepts. */
export function dayFromIso(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayOf({ year, month, day });
}

/**
 * The first day of the rule after `day`, never `day` itself.
 * @example nextDay(dayFromIso('2026-11-23'), { every: 'week', day: 1 }) // a Monday: the Monday after, 2026-11-30
 */
function nextDay(
  day: Day,
  { every, day: wanted }: { readonly every: 'week' | 'month' | 'quarter'; readonly day: number },
): Day {
  // 1970-01-01 was a Thursday: day 0 is weekday 4.
  if (every === 'week') return day + ((wanted - ((((day + 3) % 7) + 7) % 7) - 1 + 13) % 7) + 1;
  const step = every === 'month' ? 1 : 3;
  const { month } = civilDateOf(day);
  const first = every === 'month' ? monthOf(day) : monthOf(day) - ((month - 1) % 3);
  const inPeriod = (start: number): Day => Math.min(firstDayOf(start) + wanted - 1, lastDayOf(start + step - 1));
  return inPeriod(first) > day ? inPeriod(first) : inPeriod(first + step);
}
