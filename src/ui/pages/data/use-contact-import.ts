import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactPlan } from '@/src/app/import-contacts';
import type { Pace } from '@/src/app/pace';
import type { ContactFileError } from '@/src/app/ports/contact-files';
import { NO_CHOICES, type ImportChoices } from '@/src/domain/exchange/decide-cards';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';

export type ContactImport =
  | { readonly step: 'idle'; readonly error?: ContactFileError | { readonly code: 'cancelled' } }
  | { readonly step: 'reading'; readonly file: string }
  | { readonly step: 'comparing'; readonly file: string; readonly done: number; readonly total: number }
  | ContactReview;

export interface ContactReview {
  readonly step: 'review';
  readonly plan: ContactPlan;
  readonly choices: ImportChoices;
  readonly saving: boolean;
}

/** How long the comparison may keep the page from answering. */
const SLICE_MS = 40;

/** From a file to records: read, compare, look and choose, import. Every step before the last can be left. */
export function useContactImport() {
  const { app, settings, format, tell } = useInterface();
  const { t } = useTranslation('contacts');
  const sentence = useSentence();
  const [state, setState] = useState<ContactImport>({ step: 'idle' });
  /** Counts openings and cancellings: what an earlier one gives is dropped. */
  const turn = useRef(0);

  const compare = async (file: string, read: ReadContacts, choices: ImportChoices): Promise<void> => {
    const mine = ++turn.current;
    const total = read.cards.length;
    setState({ step: 'comparing', file, done: 0, total });
    const pace = sliced((done) => {
      if (mine === turn.current) setState({ step: 'comparing', file, done, total });
      return mine === turn.current;
    });
    const planned = await app.contacts.plan(file, read, pace);
    if (mine !== turn.current) return;
    if (planned.ok) setState({ step: 'review', plan: planned.value, choices, saving: false });
    else setState({ step: 'idle', error: planned.error });
  };

  const open = async (file: File): Promise<void> => {
    const mine = ++turn.current;
    setState({ step: 'reading', file: file.name });
    const read = await app.contacts.read(file, settings['home-region'] ?? '');
    if (mine !== turn.current) return;
    if (read.ok) await compare(file.name, read.value, NO_CHOICES);
    else setState({ step: 'idle', error: read.error });
  };

  const save = async (review: ContactReview): Promise<void> => {
    const { plan, choices } = review;
    setState({ ...review, saving: true });
    const saved = await app.contacts.import(plan, choices);
    if (!saved.ok) {
      tell({ text: sentence(saved.error), tone: 'bad' });
      if (saved.error.code === 'plan-changed' || saved.error.code === 'missing')
        return compare(plan.file, plan.read, choices);
      return setState({ ...review, saving: false });
    }
    const { made, changed, batchId } = saved.value;
    setState({ step: 'idle' });
    const numbers = { made: format.count(made), changed: format.count(changed) };
    return tell({ text: t('imported', { file: plan.file, ...numbers }), undo: batchId });
  };

  return {
    state,
    open: (file: File) => void open(file),
    choose: (choices: Partial<ImportChoices>) =>
      setState((now) => (now.step === 'review' ? { ...now, choices: { ...now.choices, ...choices } } : now)),
    save: () => state.step === 'review' && !state.saving && void save(state),
    cancel: () => {
      turn.current++;
      setState({ step: 'idle' });
    },
  };
}

/** Lets the page answer between slices of work. @param report false ends the work. */
function sliced(report: (done: number) => boolean): Pace {
  let began = performance.now();
  return async (done) => {
    if (performance.now() - began < SLICE_MS) return true;
    const goesOn = report(done);
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
    return goesOn;
  };
}
