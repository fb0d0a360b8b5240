import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Found } from '@/src/app/ports/search';
import { useInterface } from '../app-context';

/** Milliseconds without a key before it is looked for. */
const PAUSE = 60;
const MOST = 12;

interface RecordSearch {
  readonly found: readonly Found[];
  /** An answer to what is typed now is still to come. */
  readonly isBusy: boolean;
  /** Records read so far, while the index is made for the first time. */
  readonly read: number | undefined;
}

interface Answer {
  readonly text: string;
  readonly found: readonly Found[];
}

/**
 * The records for a text, a moment after it stops changing. The answer before stays until the next is there; one that was
 * overtaken is dropped. @param composing an input method is at work: its letters are not asked for.
 */
export function useRecordSearch(text: string, composing: boolean): RecordSearch {
  const { app } = useInterface();
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, PAUSE);
  const [answer, setAnswer] = useState<Answer>({ text: '', found: [] });
  const [read, setRead] = useState<number>();
  useEffect(() => {
    let isOpen = true;
    void app.search
      .prepare((records) => isOpen && setRead(records))
      .catch(() => undefined)
      .then(() => isOpen && setRead(undefined));
    return () => {
      isOpen = false;
    };
  }, [app]);
  useEffect(() => {
    if (asked === '' || composing) return undefined;
    let isLatest = true;
    const settle = (found: readonly Found[]): void => {
      if (isLatest) setAnswer({ text: asked, found });
    };
    // A search that failed shows nothing; the commands beside it still work.
    app.search.find(asked, MOST).then(settle, () => settle([]));
    return () => {
      isLatest = false;
    };
  }, [app, asked, composing]);
  const isBusy = wanted !== '' && !composing && answer.text !== wanted;
  return { found: wanted === '' ? [] : answer.found, isBusy, read };
}
