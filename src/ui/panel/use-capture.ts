import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId } from '@/src/kernel/ids';
import type { CaptureDraft, PartyDraft } from '@/src/app/capture-draft';
import { isCertain } from '@/src/app/is-certain';
import type { Duplicate } from '@/src/app/find-duplicates';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import type { PartyRow } from '@/src/domain/parties/party-row';
import type { CaptureRequest, PageError } from '@/src/app/ports/page-reader';
import { relationTo } from '@/src/domain/parties/party-update';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';

export type CaptureState =
  | { readonly step: 'waiting' }
  | { readonly step: 'reading'; readonly request: CaptureRequest }
  | { readonly step: 'failed'; readonly request: CaptureRequest; readonly error: PageError }
  | ReviewState;

interface ReviewState {
  readonly step: 'review';
  readonly request: CaptureRequest;
  readonly draft: CaptureDraft;
  readonly duplicates: ReadonlyMap<string, readonly Duplicate[]>;
  /** Cards of people who asked not to be filed again. */
  readonly suppressed: ReadonlySet<string>;
  /** Draft id → the record it is added to. */
  readonly updates: ReadonlyMap<string, PartyRow>;
  readonly saving: boolean;
  /** The tab shows another page by now. */
  readonly navigated: boolean;
  /** Made with the draft, so that two presses of Enter save once. */
  readonly batch: BatchId;
  /** To be saved without being looked at. */
  readonly isQuick: boolean;
}

type SetState = Dispatch<SetStateAction<CaptureState>>;

/** The steps from the press of the shortcut to the saved record. */
export function useCapture() {
  const { app, tell } = useInterface();
  const { t } = useTranslation('capture');
  const sentence = useSentence();
  const [state, setState] = useState<CaptureState>({ step: 'waiting' });
  const read = useReading(setState);
  useNavigationNotice(state, setState);

  const save = async (review: ReviewState): Promise<void> => {
    setState({ ...review, saving: true });
    const saved = await app.capture.save(review.batch, review.draft, review.updates);
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

  const inReview = (next: (review: ReviewState) => Partial<ReviewState>): void =>
    setState((now) => (now.step === 'review' ? { ...now, ...next(now) } : now));
  return {
    state,
    again: () => state.step !== 'waiting' && void read(state.request),
    change: (party: PartyDraft) =>
      inReview(({ draft }) => ({
        draft: { ...draft, parties: draft.parties.map((one) => (one.id === party.id ? party : one)) },
      })),
    choose: (id: string, row: PartyRow | undefined) =>
      inReview(({ updates }) => {
        const chosen = new Map(updates);
        if (row) chosen.set(id, row);
        else chosen.delete(id);
        return { updates: chosen };
      }),
    show: (wanted: Wanted) => state.step === 'review' && void show(state.request, wanted),
    save: () => state.step === 'review' && !state.saving && void save(state),
  };
}

/** Reads the page of each request as it comes; the function reads one again. */
function useReading(setState: SetState): (request: CaptureRequest) => Promise<void> {
  const { app, settings } = useInterface();
  const home = settings['home-region'] ?? '';
  const turn = useRef(0);
  const read = useCallback(
    async (request: CaptureRequest): Promise<void> => {
      const mine = ++turn.current;
      setState({ step: 'reading', request });
      const read = await app.capture.read(request, home);
      // A later press of the shortcut has begun another reading.
      if (mine !== turn.current) return;
      if (!read.ok) return setState({ step: 'failed', request, error: read.error });
      const duplicates = await app.capture.duplicates(read.value.parties);
      // Only the surest is chosen beforehand; the others are for the user to say.
      const updates = new Map(
        [...duplicates].flatMap(([id, [first]]) => (first?.match.tier === 'same' ? [[id, first.row] as const] : [])),
      );
      const suppressed = await app.capture.suppressed(read.value.parties);
      const draft = withoutSuppressed(withoutOverwriting(read.value, updates), suppressed);
      const isQuick = request.isQuick === true && isCertain(draft, new Set([...duplicates.keys(), ...suppressed]));
      const fresh = { saving: false, navigated: false, batch: app.newBatch(), isQuick };
      setState({ step: 'review', request, draft, duplicates, suppressed, updates, ...fresh });
    },
    [app, home, setState],
  );
  useEffect(() => app.capture.onRequest((request) => void read(request)), [app, read]);
  return read;
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

/** What would replace a value on file is not ticked beforehand. */
function withoutOverwriting(draft: CaptureDraft, updates: ReadonlyMap<string, PartyRow>): CaptureDraft {
  const parties = draft.parties.map((party) => {
    const row = updates.get(party.id);
    if (!row) return party;
    const values = party.values.map((value) => ({
      ...value,
      ticked: value.ticked && relationTo(row, value) !== 'differs',
    }));
    return { ...party, ticked: party.ticked || party.kind === 'company', values };
  });
  return { ...draft, parties };
}

function withoutSuppressed(draft: CaptureDraft, suppressed: ReadonlySet<string>): CaptureDraft {
  return {
    ...draft,
    parties: draft.parties.map((party) => (suppressed.has(party.id) ? { ...party, ticked: false } : party)),
  };
}
