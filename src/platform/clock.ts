import { dayOf, formatDay } from '@/src/kernel/calendar';
import { timeOrderedId, type DeviceId } from '@/src/kernel/ids';
import type { Clock, IdSource } from '@/src/app/ports/world';

export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => {
    const now = new Date();
    return formatDay(dayOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }));
  },
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

export const randomIds: IdSource = {
  next: () => timeOrderedId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
};

/** A name for this browser profile, short because every journal entry repeats it. */
export function newDeviceId(): DeviceId {
  return randomIds.next().slice(-8).toLowerCase() as DeviceId;
}
