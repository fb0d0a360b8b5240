import { useEffect, useRef, useState } from 'react';
import type { Found } from '@/src/app/ports/search';
import { useInterface } from '../app-context';

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
 * The records for a text, asked at every key, one question at a time: while one is under way only the newest waits. The answer
 * before stays until the next is there; one that was overtaken is dropped.
 * @param composing an input method is at work: its letters are not asked for.
 */
export function useRecordSearch(text: string, composing: boolean): RecordSearch {
  const { app } = useInterface();
  const wanted = text.trim();
  const [answer, setAnswer] = useState<Answer>({ text: '', found: [] });
  const [read, setRead] = useState<number>();
  const newest = useRef('');
  const asking = useRef(false);
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
    const askNewest = async (): Promise<void> => {
      asking.current = true;
      for (let asked = ''; asked !== newest.current;) {
        asked = newest.current;
        // A search that failed shows nothing; the commands beside it still work.
        const found = asked === '' ? [] : await app.search.find(asked, MOST).catch(() => []);
        if (asked === newest.current) setAnswer({ text: asked, found });
      }
      asking.current = false;
    };
    if (composing) return;
    newest.current = wanted;
    if (!asking.current && wanted !== '') void askNewest();
  }, [app, wanted, composing]);
  const isBusy = wanted !== '' && !composing && answer.text !== wanted;
  return { found: wanted === '' ? [] : answer.found, isBusy, read };
}
