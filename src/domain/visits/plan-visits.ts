import { at } from '@/src/kernel/assert';
import { formatDay, firstDayOf, lastDayOf, monthOf, type Day, type Month } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { dayFromIso } from '../records/duty';
import type { AccountCompliance, Measure } from './visit-compliance';

/** A contact that the standard still asks for. */
export interface PlannedContact {
  readonly company: RecordId;
  readonly name: string;
  readonly owner: string | undefined;
  readonly means: 'on-site' | 'phone';
  /** ISO day, Monday to Friday. */
  readonly day: string;
}

/**
 * What has to be planned in a month so that each account gets what its tier is due and does not have yet, done or planned. What a
 * quarter lacks is spread over the months that are left of it, from this one on. The contacts of each account manager are laid
 * evenly over the working days, in the order of the accounts; a second one of the same kind comes after the first of all others.
 *
 * @param accounts of the month, as `visitCompliance` gives them. Nothing lies before `today`.
 */
export function planVisits(
  accounts: readonly AccountCompliance[],
  month: Month,
  today: string,
): readonly PlannedContact[] {
  const days = workingDays(month).filter((day) => formatDay(day) >= today);
  if (days.length === 0) return [];
  const wanted = accounts
    .flatMap(({ company, name, owner, visits, calls }) => {
      const times = (means: PlannedContact['means'], count: number) =>
        Array.from({ length: count }, (_, turn) => ({ turn, contact: { company, name, owner, means } }));
      return [...times('on-site', lackOf(visits, month)), ...times('phone', lackOf(calls, month))];
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ contact }) => contact);
  const owners = [...new Set(wanted.map(({ owner }) => owner))];
  return owners.flatMap((owner) => {
    const own = wanted.filter((one) => one.owner === owner);
    return own.map((one, i) => ({ ...one, day: formatDay(at(days, Math.floor((i * days.length) / own.length))) }));
  });
}

function lackOf({ required, done, planned, last }: Measure, month: Month): number {
  const lacking = Math.max(0, required - done - planned);
  const monthsLeft = monthOf(dayFromIso(last)) - month + 1;
  return Math.ceil(lacking / Math.max(1, monthsLeft));
}

/** Monday to Friday; holidays are not known here. */
function workingDays(month: Month): Day[] {
  const first = firstDayOf(month);
  // 1970-01-01 was a Thursday: days since the Monday are (day + 3) mod 7.
  return Array.from({ length: lastDayOf(month) - first + 1 }, (_, i) => first + i).filter(
    (day) => (((day + 3) % 7) + 7) % 7 < 5,
  );
}
