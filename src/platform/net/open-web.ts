import type { Web } from '@/src/app/ports/web';
import type { Clock } from '@/src/app/ports/world';
import { closedFrameWire } from './closed-frame';
import { keyOf } from './keys';
import { sentLog } from './sent-log';
import { createTextCache } from '../store/text-cache';
import { createWeb } from './web';

/** How long an answer counts: an hour. */
const AGE_MS = 3_600_000;
const CHARACTERS = 20_000_000;

/** The web as a page of the extension may ask it. @param isGranted whether the user lets an address be asked. */
export function openWeb(isGranted: (url: string) => Promise<boolean>, clock: Clock): Web {
  const cache = createTextCache(AGE_MS, CHARACTERS);
  return createWeb({
    wire: closedFrameWire,
    isGranted,
    log: sentLog,
    cache,
    keyOf,
    clock,
    isOnline: () => navigator.onLine,
  });
}
