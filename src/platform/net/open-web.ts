import type { Web } from '@/src/app/ports/web';
import type { Clock } from '@/src/app/ports/world';
import { closedFrameWire } from './closed-frame';
import { keyOf } from './keys';
import { sentLog } from './sent-log';
import { createWeb } from './web';

/** The web as a page of the extension may ask it. @param isGranted whether the user lets an address be asked. */
export function openWeb(isGranted: (url: string) => Promise<boolean>, clock: Clock): Web {
  return createWeb({ wire: closedFrameWire, isGranted, log: sentLog, keyOf, clock, isOnline: () => navigator.onLine });
}
