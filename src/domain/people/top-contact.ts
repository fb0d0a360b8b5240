import type { RecordId } from '@/src/kernel/ids';
import type { Row } from '../records/record';
import { isDay } from '../records/values';
import type { StakeholderRow } from './stakeholder.kind';

/** A day on which somebody of ours spoke with somebody of theirs. */
export interface DatedContact {
  readonly person: string;
  /** ISO day. */
  readonly day: string;
}

/** Where a record says when it happened, the surest first: moments count by their day. */
const DAYS = ['doneOn', 'day', 'at', 'moment', 'on'];

/**
 * The contacts that records tell of: visits that were done, and follow-ups; what is planned or lies after `today` is none. Of a
 * visit that was reported later the day of the visit counts.
 * @param rows records of any kind that point to people.
 */
export function datedContacts(rows: readonly Row[], today: string): readonly DatedContact[] {
  return rows.flatMap(({ kind, state, fields }) => {
    const isContact = kind === 'follow-up' || (kind === 'visit' && state === 'done');
    const { person } = fields;
    if (!isContact || typeof person !== 'string') return [];
    const [day] = DAYS.flatMap((name) => dayIn(fields[name]))
      .filter((one) => one <= today)
      .toSorted();
    return day === undefined ? [] : [{ person, day }];
  });
}

function dayIn(value: unknown): string[] {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isDay(day) ? [day] : [];
}

/**
 * How the top decision-maker was reached. `no-seat`: nobody is named as decider; `empty-seat`: it is not known who it is;
 * `never-met`: no dated contact; `met`: the last one.
 */
export type TopContact =
  | { readonly state: 'no-seat' | 'empty-seat' }
  | { readonly state: 'never-met'; readonly seat: StakeholderRow }
  | { readonly state: 'met'; readonly seat: StakeholderRow; readonly day: string };

/**
 * Of several deciders the one of greatest influence counts; of several as great, one who was never met: the warning stays until
 * all of them were. @source domain.md §6.4: never having met them from start to finish is very dangerous.
 */
export function topContact(seats: readonly StakeholderRow[], contacts: readonly DatedContact[]): TopContact {
  const deciders = seats.filter(({ fields }) => fields.role === 'decider');
  if (deciders.length === 0) return { state: 'no-seat' };
  const seated = deciders.filter(({ fields }) => fields.person !== undefined);
  const most = Math.max(...seated.map(({ fields }) => fields.influence ?? 0));
  const reached = seated
    .filter(({ fields }) => (fields.influence ?? 0) === most)
    .map((seat) => ({ seat, day: lastDay(contacts, seat.fields.person) }));
  const never = reached.find(({ day }) => day === undefined);
  if (never) return { state: 'never-met', seat: never.seat };
  const [first] = reached.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  return first?.day === undefined ? { state: 'empty-seat' } : { state: 'met', seat: first.seat, day: first.day };
}

function lastDay(contacts: readonly DatedContact[], person: RecordId | undefined): string | undefined {
  return contacts
    .filter((one) => one.person === person)
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
}
