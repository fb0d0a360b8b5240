import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import { ok, type Result } from '@/src/kernel/result';
import type { ClipPage } from '@/src/domain/clips/propose-clip';
import type { ReadAs } from '@/src/domain/capture/found';
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
import { useFollow, type Followed } from './use-follow';
import { useToolbarMark, type Marked } from './use-toolbar-mark';
import { reviewOf, type Origin, type Review } from './review';

export type CaptureState =
  | { readonly step: 'waiting' }
  | { readonly step: 'reading' }
  | { readonly step: 'saved'; readonly batch: BatchId; readonly records: readonly RecordId[] }
  | { readonly step: 'clip'; readonly text: string; readonly page: ClipPage }
  | { readonly step: 'failed'; readonly request: CaptureRequest; readonly error: PageError }
  | ReviewState;

export interface ReviewState extends Review {
  readonly step: 'review';
  readonly saving: boolean;
  /** The tab shows another page by now. */
  readonly navigated: boolean;
  /** The user has begun to change something, or a run over pages has begun. */
  readonly isTouched: boolean;
  /** A run over the pages of the list is under way: it takes the tab from page to page. */
  readonly isRunning: boolean;
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
  const elsewhere = useFollow({ ...followed(state), read: opening.page });
  useToolbarMark(markOf(state));

  const save = async (review: ReviewState): Promise<void> => {
    setState({ ...review, saving: true });
    const { draft, updates, inboxItem, channel } = review;
    const how = { ...(inboxItem ? { inboxItem } : {}), ...(channel ? { channel } : {}) };
    const saved = await app.capture.save(review.batch, { draft, updates, ...how });
    if (!saved.ok) {
      setState({ ...review, saving: false, isQuick: false, batch: app.newBatch() });
      return tell({ text: sentence(saved.error), tone: 'bad' });
    }
    const { made, changed, batchId } = saved.value;
    if (made + changed === 0) {
      setState({ step: 'waiting' });
      return tell({ text: t('savedNothing') });
    }
    const records = (await app.history.recordsOf(batchId)).filter((id) => id !== inboxItem);
    setState({ step: 'saved', batch: batchId, records });
    // Whoever asked for it without looking may be on the next page by then.
    if (review.isQuick) tell({ text: t('saved', { count: records.length }), undo: batchId });
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
    (next) => setState((now) => (now.step === 'review' ? { ...now, isTouched: true, ...next(now) } : now)),
    [],
  );
  return {
    state,
    /** The page that the window shows, while it is another than the one under review. */
    elsewhere,
    inReview,
    openText: opening.text,
    openItem: opening.item,
    again: (request: CaptureRequest, as?: ReadAs) => opening.page(request, as),
    clip: (text: string, page: ClipPage) => setState({ step: 'clip', text, page }),
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

/** The page that the panel is about, and whether it may go to another by itself. */
function followed(state: CaptureState): Pick<Followed, 'shown' | 'isTouched'> {
  if (state.step !== 'review' || !state.request) return { shown: undefined, isTouched: state.step !== 'waiting' };
  const { request, shownUrl, batch } = state;
  return { shown: { tabId: request.tabId, url: shownUrl, reading: batch }, isTouched: state.isTouched };
}

function markOf(state: CaptureState): Marked | undefined {
  if (state.step !== 'review' || !state.request || state.request.part) return undefined;
  const { draft, request, updates } = state;
  const own = updates.get(draft.parties[0]?.id ?? '');
  return { tabId: request.tabId, count: draft.parties.length, onFile: own?.fields.name.value };
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
  readonly page: (request: CaptureRequest, as?: ReadAs) => void;
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
      if (mine === turn.current)
        setState({ ...review, step: 'review', saving: false, navigated: false, isTouched: false, isRunning: false });
    },
    [app, setState],
  );
  const open = useCallback(
    async (request: CaptureRequest, as?: ReadAs): Promise<void> => {
      const mine = ++turn.current;
      setState({ step: 'reading' });
      const read = await readRequest(app, request, home, as);
      // A later press of the shortcut has begun another reading.
      if (mine !== turn.current) return;
      if (!read.ok) return setState({ step: 'failed', request, error: read.error });
      const { list, site: _, text, ...draft } = read.value;
      if (request.isClip || (text !== undefined && draft.parties.length === 0 && !request.isLater))
        return setState({ step: 'clip', text: text ?? '', page: { url: draft.url, title: draft.title } });
      if (!request.isLater)
        return present(read.value, { request, ...(text ? { text } : {}), ...(as ? { as } : {}) }, mine);
      const kept = await app.capture.keep({
        title: draft.title,
        url: draft.url,
        draft: draft.parties.length === 0 && list ? list : draft,
        ...(request.part ? { text: text ?? request.part.text } : {}),
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
    page: (request, as) => void open(request, as),
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

/** A link to another page says nothing by itself: it is kept. */
function asWanted(request: CaptureRequest): CaptureRequest {
  return request.part?.isLink && !isAddress(request.part.text) ? { ...request, isLater: true } : request;
}

function isAddress(link: string): boolean {
  return /^(?:mailto|tel):/i.test(link);
}

/** What was read of a request, and the text of it where a part of the page was pointed at. */
type ReadPart = PageDraft & { readonly text?: string };

/** The page, or the part of it that was pointed at. */
async function readRequest(
  app: App,
  request: CaptureRequest,
  home: string,
  as: ReadAs | undefined,
): Promise<Result<ReadPart, PageError>> {
  const { part } = request;
  if (!part) return app.capture.read(request, home, as);
  const marked = await app.capture.marked(request);
  // Where the page may not be read the menu's own text still says what was marked.
  const { url, title, text } = marked.ok ? marked.value : { url: '', title: '', text: '' };
  if (part.isLink && !isAddress(part.text)) return ok({ url: part.text, title: part.text, parties: [], notices: [] });
  const said = part.isLink ? readableLink(part.text) : text.trim() === '' ? part.text : text;
  return ok({ ...app.capture.readText(said, home, { url, title }), text: said });
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
