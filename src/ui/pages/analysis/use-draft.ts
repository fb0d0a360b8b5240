import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookRow } from '@/src/app/notebooks';
import { useInterface } from '../../app-context';

const DRAFT_MS = 1_000;

/** How what is written comes into the database. */
export interface Draft {
  /** Keeps it a second from now, beside what is saved. */
  readonly soon: () => void;
  /** The same now. */
  readonly keep: () => Promise<void>;
  /** Makes a version of it, and says so. */
  readonly save: () => Promise<void>;
}

/**
 * Keeps what is written while it changes, and saves it when the notebook is left.
 * @param ours takes every text that is stored. @param whole the text as it is now.
 */
export function useDraft(row: NotebookRow, ours: RefObject<Set<string>>, whole: () => string): Draft {
  const { app, tell } = useInterface();
  const { t } = useTranslation('notebook-page');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id, fields } = row;
  const store = async (how: 'keepDraft' | 'save'): Promise<boolean> => {
    clearTimeout(timer.current);
    const now = whole();
    ours.current.add(now);
    // A database that was closed meanwhile throws: the user hears of that too.
    const fault = await app.notebooks[how](id, now).then(
      (done) => (done.ok ? undefined : done.error.code === 'too-large' ? 'too-large' : 'not-saved'),
      () => 'not-saved' as const,
    );
    if (fault) tell({ text: t(`fault.${fault}`), tone: 'bad' });
    return fault === undefined;
  };
  const leave = (): void => {
    if (whole() === fields.text) clearTimeout(timer.current);
    else void store('save');
  };
  const latest = useRef({ store, leave });
  useEffect(() => {
    latest.current = { store, leave };
  });
  useEffect(() => () => latest.current.leave(), []);
  const keep = useCallback(async () => void (await latest.current.store('keepDraft')), []);
  return {
    soon: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), DRAFT_MS);
    },
    keep,
    save: async () => {
      if (await latest.current.store('save')) tell({ text: t('savedNow') });
    },
  };
}
