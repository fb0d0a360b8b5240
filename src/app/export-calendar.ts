import { writeCalendar, type CalendarEvent } from '@/src/domain/exchange/write-calendar';
import type { VisitFields } from '@/src/domain/visits/visit.kind';
import type { OpenDuty } from './list-duties';
import type { Store } from './ports/store';
import type { Clock, Host } from './ports/world';

interface CalendarPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly host: Host;
}

/** `09:30`; a time written otherwise is left out, and the visit takes the whole day. */
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * Hands the user a calendar file of duties, each on the day it is due, and of the planned visits with their time and place. The same
 * event has the same uid each time, so that a calendar changes it instead of adding another.
 * @param word what a duty is called in the user's language. @returns how many events.
 */
export async function exportCalendar(
  { store, clock, host }: CalendarPorts,
  duties: readonly OpenDuty[],
  word: (duty: OpenDuty) => string,
): Promise<number> {
  const at = new Date(clock.now()).toISOString();
  const visits = (await store.rows('visit')).filter(({ state }) => state === 'planned');
  const planned = await Promise.all(
    visits.map(async ({ id, fields }): Promise<CalendarEvent> => {
      // Safe: rows of this kind hold its fields.
      const { purpose, company, day, time = '', place } = fields as VisitFields;
      const [row] = await store.rowsById([company]);
      const name = row?.fields['name'];
      const title =
        typeof name === 'object' && name !== null && 'value' in name ? `${String(name.value)} – ${purpose}` : purpose;
      const sequence = (await store.history(id)).length - 1;
      const at = CLOCK.test(time) ? { time } : {};
      return { uid: `visit-${id}@vital-few`, day, ...at, title, sequence, ...(place ? { location: place } : {}) };
    }),
  );
  const due = duties
    .filter(({ kind, name }) => !(kind.name === 'visit' && name === 'report'))
    .map((duty): CalendarEvent => ({
      uid: `duty-${duty.row.id}-${duty.name}@vital-few`,
      day: duty.due,
      title: `${word(duty)}: ${duty.title}`,
      sequence: 0,
    }));
  const events = [...planned, ...due];
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text = writeCalendar(events, { at, zone: timeZone });
  host.saveFile(`vital-few-${at.slice(0, 10)}.ics`, new Blob([text], { type: 'text/calendar' }));
  return events.length;
}
