import { useEffect, useRef, useState } from 'react';
import type { ListDraft } from '@/src/app/list-draft';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import type { RunEnd } from '@/src/app/read-next-pages';
import { useInterface } from '../app-context';
import { findOnFile, judge } from './review';
import type { InReview } from './use-capture';

export interface ListRun {
  /** Pages read so far by the run under way; undefined when none is. */
  readonly pages: number | undefined;
  readonly end: RunEnd | undefined;
  readonly start: (most: number) => void;
  readonly stop: () => void;
}

/** Goes on with the list under review from page to page; its rows are added as they come. */
export function useListRun(list: ListDraft, request: CaptureRequest | undefined, inReview: InReview): ListRun {
  const { app, settings } = useInterface();
  const [pages, setPages] = useState<number>();
  const [end, setEnd] = useState<RunEnd>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const add = async (longer: ListDraft, known: ReadonlySet<string>, shownUrl: string): Promise<void> => {
    const fresh = longer.parties.filter(({ id }) => !known.has(id));
    const onFile = await findOnFile(app, fresh);
    const judged = new Map(fresh.map((party) => [party.id, judge(onFile)(party)]));
    inReview((review) => {
      const held = new Map(review.draft.parties.map((party) => [party.id, party]));
      // What the user changed meanwhile stays as the user left it.
      const parties = longer.parties.map((party) => held.get(party.id) ?? judged.get(party.id) ?? party);
      return {
        draft: { ...longer, parties },
        duplicates: new Map([...review.duplicates, ...onFile.duplicates]),
        updates: new Map([...review.updates, ...onFile.updates]),
        suppressed: new Set([...review.suppressed, ...onFile.suppressed]),
        navigated: false,
        shownUrl,
      };
    });
  };
  const start = async (request: CaptureRequest, most: number): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    setEnd(undefined);
    setPages(0);
    inReview(() => ({ isRunning: true }));
    let known = new Set(list.parties.map(({ id }) => id));
    let adding = Promise.resolve();
    const how = await app.capture.readNext({
      request,
      home: settings['home-region'] ?? '',
      list,
      most,
      signal: control.signal,
      onPage: (longer, count, url) => {
        const before = known;
        known = new Set(longer.parties.map(({ id }) => id));
        adding = adding.then(() => add(longer, before, url));
        setPages(count);
      },
    });
    await adding;
    inReview(() => ({ isRunning: false }));
    setPages(undefined);
    setEnd(how);
  };
  return {
    pages,
    end,
    start: (most) => request && pages === undefined && void start(request, most),
    stop: () => running.current?.abort(),
  };
}
