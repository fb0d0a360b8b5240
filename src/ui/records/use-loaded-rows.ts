import { useCallback, useMemo, useState } from 'react';
import type { Row } from '@/src/domain/records/record';
import { useLive } from '../app-context';

export interface LoadedRows {
  /** Undefined until they are read. */
  readonly rows: readonly Row[] | undefined;
  /** Some of them, to look at in the meantime; none for what is here at once. */
  readonly few: readonly Row[];
  /** How far the first reading is. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly stopped: boolean;
  readonly stop: () => void;
  /** After `stop`: reads from the start. */
  readonly again: () => void;
}

/** What is read sooner is shown at once, in its order. */
const SOON_MS = 40;

/** All records of a kind as they are now, read with progress; the reading can be stopped. */
export function useLoadedRows(kind: string): LoadedRows {
  const [round, setRound] = useState(0);
  const [few, setFew] = useState<readonly Row[]>([]);
  const [progress, setProgress] = useState<LoadedRows['progress']>();
  // A new signal for each round; the key of the round asks again.
  const control = useMemo(() => ({ round, abort: new AbortController() }), [round]);
  const { signal } = control.abort;
  const answer = useLive(`rows:${kind}:${round}`, async (app): Promise<readonly Row[] | 'stopped'> => {
    if (signal.aborted) return 'stopped';
    let isReading = true;
    const showFew = async (): Promise<void> => {
      const some = await app.records.fewRows(kind);
      if (isReading) setFew(some);
    };
    const soon = setTimeout(() => void showFew(), SOON_MS);
    try {
      return await app.records.rows(kind, { signal, onProgress: (done, total) => setProgress({ done, total }) });
    } catch (thrown) {
      if (signal.aborted) return 'stopped';
      throw thrown;
    } finally {
      isReading = false;
      clearTimeout(soon);
    }
  });
  const stop = useCallback(() => control.abort.abort(), [control]);
  const again = useCallback(() => setRound((one) => one + 1), []);
  const stopped = answer === 'stopped';
  return { rows: stopped ? undefined : answer, few, progress, stopped, stop, again };
}
