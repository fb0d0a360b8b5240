import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { ok, type Result } from '@/src/kernel/result';
import type { BatchId } from '@/src/kernel/ids';
import type { PageDraft } from '@/src/app/capture-uses';
import type { App } from '@/src/app/create-app';
import type { CaptureDraft, PartyDraft } from '@/src/app/capture-draft';
import { draftIn } from '@/src/app/inbox';
import type { CaptureRequest, PageError } from '@/src/app/ports/page-reader';
import type { InboxItemRow } from '@/src/domain/inbox/inbox-item.kind';
import type { PartyRow } from '@/src/domain/parties/party-row';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { reviewOf, type Origin, type Review } from './review';

export type CaptureState =
  | { readonly step: 'waiting' }
  | { readonly step: 'reading' }
  | { readonly step: 'failed'; readonly request: CaptureRequest; readonly error: PageError }
  | ReviewState;

export interface ReviewState extends Review {
  readonly step: 'review';
  readonly saving: boolean;
  /** The tab shows another page by now. */
  readonly navigated: boolean;
}

type SetState = Dispatch<SetStateAction<CaptureState>>;
export type InReview = (next: (review: ReviewState) => Partial<ReviewState>) => void;

/** The steps from the press of the shortcut, a pasted text or an item of the Inbox to the saved record. */
export function useCapture() {
  const { app, tell } = useInterface();
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  const [state, setState] = useState<CaptureState>({ step: 'waiting' });
  const opening = useOpening(setState);
  useNavigationNotice(state, setState);

  const save = async (review: ReviewState): Promise<void> => {
    setState({ ...review, saving: true });
    const { draft, updates, inboxItem } = review;
    const saved = await app.capture.save(review.batch, { draft, updates, ...(inboxItem ? { inboxItem } : {}) });
    if (!saved.ok) {
      setState({ ...review, saving: false, isQuick: false, batch: app.newBatch() });
      return tell({ text: sentence(saved.error), tone: 'bad' });
    }
    setState({ step: 'waiting' });
    const { made, changed, batchId } = saved.value;
    if (made + changed === 0) return tell({ text: t('savedNothing') });
    return tell({ text: t('saved', { count: made + changed }), undo: batchId });
  };

  useSavedAtOnce(state, save);

  const show = async (request: CaptureRequest, wanted: Wanted): Promise<void> => {
    const shown = await app.capture.show(request, wanted);
    if (!shown.ok) tell({ text: sentence(shown.error), tone: 'bad' });
  };
  const keep = async ({ draft, request }: ReviewState): Promise<void> => {
    const kept = await app.capture.keep({ title: draft.title, url: draft.url, draft });
    if (!kept.ok) return tell({ text: sentence(kept.error), tone: 'bad' });
    setState((now) => (now.step === 'review' && now.request === request ? { step: 'waiting' } : now));
    return tell({ text: t('kept'), undo: kept.value.batchId });
  };

  const inReview: InReview = useCallback(
    (next) => setState((now) => (now.step === 'review' ? { ...now, ...next(now) } : now)),
    [],
  );
  return {
    state,
    inReview,
    openText: opening.text,
    openItem: opening.item,
    again: (request: CaptureRequest) => opening.page(request),
    leave: () => setState({ step: 'waiting' }),
    change: (party: PartyDraft) => inReview(({ draft }) => ({ draft: withParty(draft, party) })),
    choose: (id: string, row: PartyRow | undefined) =>
      inReview(({ updates }) => {
        const chosen = new Map(updates);
        if (row) chosen.set(id, row);
        else chosen.delete(id);
        return { updates: chosen };
      }),
    show: state.step === 'review' && state.request ? showIn(state.request, show) : undefined,
    keep: () => state.step === 'review' && void keep(state),
    save: () => state.step === 'review' && !state.saving && void save(state),
  };
}

function showIn(
  request: CaptureRequest,
  show: (request: CaptureRequest, wanted: Wanted) => Promise<void>,
): (wanted: Wanted) => void {
  return (wanted) => void show(request, wanted);
}

function withParty(draft: CaptureDraft, party: PartyDraft): CaptureDraft {
  return { ...draft, parties: draft.parties.map((one) => (one.id === party.id ? party : one)) };
}

/** What brings a draft up for review, each the latest asked for. */
interface Opening {
  readonly page: (request: CaptureRequest) => void;
  readonly text: (text: string) => void;
  readonly item: (item: InboxItemRow) => void;
}

/** Reads what is asked for: the page of each request as it comes, a text, an item of the Inbox. */
function useOpening(setState: SetState): Opening {
  const { app, settings, tell } = useInterface();
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  const home = settings['home-region'] ?? '';
  const turn = useRef(0);

  const present = useCallback(
    async (read: PageDraft, origin: Origin, mine: number): Promise<void> => {
      const review = await reviewOf(app, read, origin);
      if (mine === turn.current) setState({ ...review, step: 'review', saving: false, navigated: false });
    },
    [app, setState],
  );
  const open = useCallback(
    async (request: CaptureRequest): Promise<void> => {
      const mine = ++turn.current;
      setState({ step: 'reading' });
      const read = await readRequest(app, request, home);
      // A later press of the shortcut has begun another reading.
      if (mine !== turn.current) return;
      if (!read.ok) return setState({ step: 'failed', request, error: read.error });
      if (!request.isLater) return present(read.value, { request }, mine);
      const { list, ...draft } = read.value;
      const kept = await app.capture.keep({
        title: draft.title,
        url: draft.url,
        draft: draft.parties.length === 0 && list ? list : draft,
        ...(request.part ? { text: request.part.text } : {}),
      });
      setState({ step: 'waiting' });
      return kept.ok
        ? tell({ text: t('kept'), undo: kept.value.batchId })
        : tell({ text: sentence(kept.error), tone: 'bad' });
    },
    [app, home, present, sentence, setState, t, tell],
  );
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => app.capture.onRequest((request) => void latest.current(asWanted(request))), [app]);
  return {
    page: (request) => void open(request),
    text: (text) => void present(app.capture.readText(text, home), {}, ++turn.current),
    item: (item) => {
      const draft = draftIn(item) ?? app.capture.readText(item.fields.text ?? '', home, placeOf(item));
      void present(draft, { inboxItem: item.id }, ++turn.current);
    },
  };
}

function placeOf({ fields: { url = '', title } }: InboxItemRow): { readonly url: string; readonly title: string } {
  return { url, title };
}

/** A link to another page says nothing by itself: it is kept. */
function asWanted(request: CaptureRequest): CaptureRequest {
  return request.part?.isLink && !isAddress(request.part.text) ? { ...request, isLater: true } : request;
}

function isAddress(link: string): boolean {
  return /^(?:mailto|tel):/i.test(link);
}

/** The page, or the part of it that was pointed at. */
async function readRequest(app: App, request: CaptureRequest, home: string): Promise<Result<PageDraft, PageError>> {
  const { part } = request;
  if (!part) return app.capture.read(request, home);
  const marked = await app.capture.marked(request);
  // Where the page may not be read the menu's own text still says what was marked.
  const { url, title, text } = marked.ok ? marked.value : { url: '', title: '', text: '' };
  if (!part.isLink) return ok(app.capture.readText(text.trim() === '' ? part.text : text, home, { url, title }));
  if (!isAddress(part.text)) return ok({ url: part.text, title: part.text, parties: [], notices: [] });
  return ok(app.capture.readText(readableLink(part.text), home, { url, title }));
}

/** What a link to write or to call says. @example readableLink('mailto:info@acme.example?subject=x') // 'info@acme.example' */
function readableLink(link: string): string {
  const [address = ''] = link.replace(/^(?:mailto|tel):/i, '').split('?');
  try {
    return decodeURIComponent(address);
  } catch {
    // Not encoded.
    return address;
  }
}

/** Saves once what is certain, when it was asked for so. */
function useSavedAtOnce(state: CaptureState, save: (review: ReviewState) => Promise<void>): void {
  const saved = useRef<BatchId>(undefined);
  useEffect(() => {
    if (state.step !== 'review' || !state.isQuick || saved.current === state.batch) return;
    saved.current = state.batch;
    void save(state);
  });
}

function useNavigationNotice(state: CaptureState, setState: SetState): void {
  const { app } = useInterface();
  const request = state.step === 'review' ? state.request : undefined;
  useEffect(() => {
    if (!request) return;
    const notice = (): void => setState((now) => (now.step === 'review' ? { ...now, navigated: true } : now));
    return app.capture.onNavigated(request, notice);
  }, [app, request, setState]);
}
