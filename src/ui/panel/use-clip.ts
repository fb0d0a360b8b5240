import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import {
  CLIP_KINDS,
  type ClipKind,
  type ClipPage,
  type ClipProposal,
  type ClipValues,
} from '@/src/domain/clips/propose-clip';
import type { Path } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindWords } from '../records/kind-words';

type Texts = Readonly<Record<string, string>>;

/** A clip while it is looked at. */
export interface OpenClip {
  readonly proposal: ClipProposal;
  readonly kind: ClipKind;
  /** What stands in the inputs of each kind: going to another and back loses nothing. */
  readonly texts: Readonly<Record<ClipKind, Texts>>;
  /** Made with the proposal, so that two presses of Enter save once. */
  readonly batch: BatchId;
  readonly record: RecordId;
  readonly saving: boolean;
  readonly fault: { readonly path: Path | undefined; readonly text: string } | undefined;
}

interface Clipping {
  readonly page: ClipPage;
  readonly text: string;
  readonly onDone: (record: RecordId | undefined) => void;
}

/** From a selected text to the saved record. Another text or page begins anew. */
export function useClip({ page: { url, title }, text, onDone }: Clipping) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('clips');
  const sentence = useSentence();
  const words = useKindWords();
  const [clip, setClip] = useState<OpenClip>();
  useEffect(() => {
    let isCurrent = true;
    const propose = async (): Promise<void> => {
      const proposal = await app.clips.propose(text, { url, title });
      const ids = { batch: app.newBatch(), record: app.newRecord() };
      const fresh = { kind: proposal.kind, texts: textsOf(proposal), saving: false, fault: undefined };
      if (isCurrent) setClip({ proposal, ...fresh, ...ids });
    };
    void propose();
    return () => {
      isCurrent = false;
    };
  }, [app, text, url, title]);

  const change = (next: (open: OpenClip) => Partial<OpenClip>): void =>
    setClip((open) => open && { ...open, ...next(open) });
  const save = async (open: OpenClip): Promise<void> => {
    const { proposal, kind, texts, batch, record } = open;
    change(() => ({ saving: true, fault: undefined }));
    const saved = await app.clips.save(batch, { record, kind, inputs: texts[kind], proposal, page: { url, title } });
    if (!saved.ok) {
      const path = 'path' in saved.error ? saved.error.path : undefined;
      const fault = { path, text: sentence(saved.error) };
      return change(() => ({ saving: false, fault, batch: app.newBatch() }));
    }
    tell({ text: t('saved', { kind: words({ name: kind }).one }), undo: saved.value.batchId });
    return onDone(record);
  };

  return {
    clip,
    choose: (kind: ClipKind) => change(() => ({ kind, fault: undefined })),
    type: (path: Path, typed: string) =>
      change(({ kind, texts }) => ({ texts: { ...texts, [kind]: { ...texts[kind], [path]: typed } } })),
    save: () => clip && !clip.saving && void save(clip),
  };
}

function textsOf({ values }: ClipProposal): Record<ClipKind, Texts> {
  const texts = (of: ClipValues): Texts =>
    Object.fromEntries(Object.entries(of).map(([field, value]) => [field, value.text]));
  const [price, event, fact] = CLIP_KINDS;
  return { [price]: texts(values[price]), [event]: texts(values[event]), [fact]: texts(values[fact]) };
}
