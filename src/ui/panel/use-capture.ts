import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { CaptureDraft, PartyDraft } from '@/src/app/capture-draft';
import type { CaptureRequest, PageError } from '@/src/app/ports/page-reader';
import type { ReadAs } from '@/src/domain/capture/found';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import type { ClipPage } from '@/src/domain/clips/propose-clip';
import type { PartyRow } from '@/src/domain/parties/party-row';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import type { Review } from './review';
import { useFollow, type Followed } from './use-follow';
import { useKeeping } from './use-keeping';
import { useOpening } from './use-opening';
import { useToolbarMark, type Marked } from './use-toolbar-mark';

export type CaptureState =
  | { readonly step: 'waiting' }
  | {
      readonly step: 'reading';
      /** Nobody pressed: the page is read because the window shows it, and may give way to the next. */
      readonly isUnasked: boolean;
    }
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

export type SetState = Dispatch<SetStateAction<CaptureState>>;
export type InReview = (next: (review: ReviewState) => Partial<ReviewState>) => void;

/** The steps from the press of the shortcut, a pasted text or an item of the Inbox to the saved record. */
export function useCapture() {
  const { app, tell } = useInterface();
  const sentence = useSentence();
  const keepIt = useKeeping();
  const [state, setState] = useState<CaptureState>({ step: 'waiting' });
  const opening = useOpening(setState);
  useNavigationNotice(state, setState);
  const elsewhere = useFollow({ ...followed(state), read: opening.unasked });
  useToolbarMark(markOf(state));

  const save = useSaving(state, setState);
  const show = async (request: CaptureRequest, wanted: Wanted): Promise<void> => {
    const shown = await app.capture.show(request, wanted);
    if (!shown.ok) tell({ text: sentence(shown.error), tone: 'bad' });
  };
  const keep = async ({ draft, request }: ReviewState): Promise<void> => {
    if (!(await keepIt({ title: draft.title, url: draft.url, draft }))) return;
    setState((now) => (now.step === 'review' && now.request === request ? { step: 'waiting' } : now));
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
    /** The page that was waited for is about the company that it is to fill in. */
    isThis: () =>
      inReview(({ arrived }) => (arrived ? { draft: arrived.whole, arrived: { ...arrived, fit: 'fits' } } : {})),
    show: state.step === 'review' && state.request ? showIn(state.request, show) : undefined,
    keep: () => state.step === 'review' && void keep(state),
    save: () => state.step === 'review' && !state.saving && void save(state),
  };
}

/** The page that the panel is about, and whether it may go to another by itself. */
function followed(state: CaptureState): Pick<Followed, 'shown' | 'isTouched'> {
  if (state.step === 'review' && state.request) {
    const { request, shownUrl, batch, isTouched } = state;
    return { shown: { tabId: request.tabId, url: shownUrl, reading: batch }, isTouched };
  }
  const mayGiveWay = state.step === 'reading' ? state.isUnasked : state.step === 'waiting' || state.step === 'failed';
  return { shown: undefined, isTouched: !mayGiveWay };
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

/** Files what is under review; at once what is certain, when it was asked for so. */
function useSaving(state: CaptureState, setState: SetState): (review: ReviewState) => Promise<void> {
  const { app, tell } = useInterface();
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  const save = async (review: ReviewState): Promise<void> => {
    setState({ ...review, saving: true });
    const { draft, updates, inboxItem, channel } = review;
    const how = { ...(inboxItem ? { inboxItem } : {}), ...(channel ? { channel } : {}) };
    const saved = await app.capture.save(review.batch, { draft, updates, ...how });
    if (!saved.ok) {
      setState({ ...review, saving: false, isQuick: false, batch: app.newBatch() });
      return tell({ text: sentence(saved.error), tone: 'bad' });
    }
    const { made, changed, gone, batchId } = saved.value;
    if (made + changed === 0) {
      setState({ step: 'waiting' });
      // The item of the Inbox is gone all the same.
      return tell({ text: t('savedNothing'), ...(gone > 0 ? { undo: batchId } : {}) });
    }
    const records = (await app.history.recordsOf(batchId)).filter((id) => id !== inboxItem);
    setState({ step: 'saved', batch: batchId, records });
    // Whoever asked for it without looking may be on the next page by then.
    if (review.isQuick) tell({ text: t('saved', { count: records.length }), undo: batchId });
  };
  useSavedAtOnce(state, save);
  return save;
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
