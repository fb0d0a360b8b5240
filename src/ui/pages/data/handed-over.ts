import type { RecordId } from '@/src/kernel/ids';

/** The dataset that files are appended to. */
export interface Target {
  readonly id: RecordId;
  readonly name: string;
}

/** Files chosen elsewhere, on their way to the import. A file cannot travel in an address. */
export interface HandedOver {
  readonly files: readonly File[];
  readonly onto?: Target;
}

let waiting: HandedOver | undefined;
let taker: ((handed: HandedOver) => void) | undefined;

/** To the import that is on the screen, or to the next one that is. */
export function handOver(handed: HandedOver): void {
  if (taker) taker(handed);
  else waiting = handed;
}

/** Takes what waits, once, and what comes from now on. Returns how to stop. */
export function takeOver(take: (handed: HandedOver) => void): () => void {
  taker = take;
  if (waiting) take(waiting);
  waiting = undefined;
  return () => {
    if (taker === take) taker = undefined;
  };
}
