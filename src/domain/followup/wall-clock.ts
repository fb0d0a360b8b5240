import { dayOf } from '@/src/kernel/calendar';
import type { WallClock } from './hand-in';

/**
 * The wall clock of a time zone (`Asia/Shanghai`), daylight saving included. Offsets are whole seconds, so that the
 * milliseconds are those of the instant. @throws RangeError for a zone that does not exist.
 */
export function wallClock(timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const read = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => read.get(type) ?? 0;
    const seconds = of('hour') * 3600 + of('minute') * 60 + of('second');
    const thousandths = ((instant % 1000) + 1000) % 1000;
    return {
      day: dayOf({ year: of('year'), month: of('month'), day: of('day') }),
      ms: seconds * 1000 + thousandths,
    };
  };
}
