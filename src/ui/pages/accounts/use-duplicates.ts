import { startTransition, useEffect, useState } from 'react';
import type { DuplicateReview, ReviewProgress } from '@/src/app/ports/duplicates';
import { useInterface } from '../../app-context';

interface Looking {
  /** The last answer; it stays while the next is looked for. */
  readonly review: DuplicateReview | undefined;
  /** Undefined when nothing is under way. */
  readonly progress: ReviewProgress | undefined;
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly resume: () => void;
}

const BEGINNING: ReviewProgress = { stage: 'reading', done: 0, total: 0 };

/** Looks for duplicates again after every write, until the page is left or the user stops it. */
export function useDuplicates(limit: number): Looking {
  const { app } = useInterface();
  const [review, setReview] = useState<DuplicateReview>();
  const [progress, setProgress] = useState<ReviewProgress>();
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    if (stopped) return undefined;
    let [isAway, isBusy, isStale] = [false, false, false];
    const lookOnce = async (): Promise<void> => {
      setProgress(BEGINNING);
      const found = await app.duplicates.review(limit, (now) => !isAway && setProgress(now));
      if (!isAway && found.ok) startTransition(() => setReview(found.value));
    };
    // What is written while it looks is looked at in one more round.
    const look = async (): Promise<void> => {
      isStale = isBusy;
      if (isBusy) return;
      isBusy = true;
      await lookOnce();
      isBusy = false;
      if (isAway) return;
      if (isStale) await look();
      else setProgress(undefined);
    };
    const fail = (thrown: unknown): void =>
      setReview(() => {
        throw thrown;
      });
    const stopWatching = app.watch(() => void look().catch(fail));
    return () => {
      isAway = true;
      stopWatching();
      app.duplicates.stop();
      setProgress(undefined);
    };
  }, [app, limit, stopped]);
  return { review, progress, stopped, stop: () => setStopped(true), resume: () => setStopped(false) };
}
