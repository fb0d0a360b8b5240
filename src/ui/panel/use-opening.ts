import { useEffect, useEffectEvent, useRef } from 'react';
import type { PageDraft } from '@/src/app/capture-uses';
import { draftIn } from '@/src/app/inbox';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import type { ReadAs } from '@/src/domain/capture/found';
import type { InboxItemRow } from '@/src/domain/inbox/inbox-item.kind';
import { useInterface } from '../app-context';
import { asWanted, readRequest, whatToKeep } from './read-request';
import { reviewOf, type Origin } from './review';
import type { SetState } from './use-capture';
import { useKeeping } from './use-keeping';

/** What brings a draft up for review, each the latest asked for. */
interface Opening {
  readonly page: (request: CaptureRequest, as?: ReadAs) => void;
  readonly unasked: (request: CaptureRequest) => void;
  readonly text: (text: string) => void;
  readonly item: (item: InboxItemRow) => void;
}

/** Reads what is asked for: the page of each request as it comes, a text, an item of the Inbox. */
export function useOpening(setState: SetState): Opening {
  const { app, settings } = useInterface();
  const keep = useKeeping();
  const home = settings['home-region'] ?? '';
  const turn = useRef(0);

  const present = async (read: PageDraft, origin: Origin, mine: number): Promise<void> => {
    const review = await reviewOf(app, read, origin);
    if (mine === turn.current)
      setState({ ...review, step: 'review', saving: false, navigated: false, isTouched: false, isRunning: false });
  };
  const open = async (request: CaptureRequest, as?: ReadAs, isUnasked = false): Promise<void> => {
    const mine = ++turn.current;
    setState({ step: 'reading', isUnasked });
    const read = await readRequest(app, request, home, as);
    // A later press of the shortcut has begun another reading.
    if (mine !== turn.current) return;
    if (!read.ok) return setState({ step: 'failed', request, error: read.error });
    const { text, ...page } = read.value;
    if (request.isLater) {
      setState({ step: 'waiting' });
      return void (await keep(whatToKeep(read.value, request)));
    }
    // What is marked and tells of nobody is a price, an event or a fact.
    if (text !== undefined && (request.isClip || page.parties.length === 0))
      return setState({ step: 'clip', text, page: { url: page.url, title: page.title } });
    return present(page, { request, ...(text ? { text } : {}), ...(as ? { as } : {}) }, mine);
  };
  const answer = useEffectEvent((request: CaptureRequest) => void open(asWanted(request)));
  useEffect(() => app.capture.onRequest((request) => answer(request)), [app]);
  return {
    page: (request, as) => void open(request, as),
    unasked: (request) => void open(request, undefined, true),
    text: (text) => void present(app.capture.readText(text, home), { text }, ++turn.current),
    item: (item) => {
      const draft = draftIn(item) ?? app.capture.readText(item.fields.text ?? '', home, placeOf(item));
      void present(draft, { inboxItem: item.id }, ++turn.current);
    },
  };
}

function placeOf({ fields: { url = '', title } }: InboxItemRow): { readonly url: string; readonly title: string } {
  return { url, title };
}
