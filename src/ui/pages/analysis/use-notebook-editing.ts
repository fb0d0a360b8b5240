import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookRow } from '@/src/app/notebooks';
import {
  duplicateCell,
  insertUnit,
  moveUnit,
  removeUnit,
  renameCell,
  type Edited,
} from '@/src/domain/notebook/edit-notebook';
import { useInterface } from '../../app-context';
import type { Editing, Written } from './editing';
import { replaceUnit } from './unit-text';
import { useDraft } from './use-draft';
import { useNotebookText } from './use-notebook-text';

export interface NotebookEditing {
  readonly text: string;
  readonly editing: Editing;
  /** Stores everything, what stands in an open editor too. */
  readonly keep: () => Promise<void>;
  readonly setText: (text: string) => void;
}

/** Edits the text of a notebook: keeps it as a draft while it changes, saves it when asked to and when it is left. */
export function useNotebookEditing(row: NotebookRow): NotebookEditing {
  const { tell } = useInterface();
  const { t } = useTranslation('notebook-page');
  const [open, setOpen] = useState<number>();
  const typed = useRef<{ readonly at: number; readonly written: Written }>(undefined);
  const ours = useRef(new Set<string>());
  const { text, set, undo, redo } = useNotebookText(row.fields.draft ?? row.fields.text, ours);
  const draft = useDraft(row, ours, () => {
    const { at, written } = typed.current ?? {};
    const edited = at === undefined || !written ? undefined : replaceUnit(text, at, written);
    return edited?.ok ? edited.value : text;
  });
  const change = (to: string): void => {
    set(to);
    draft.soon();
  };
  const apply = (edited: Edited): void => {
    if (edited.ok) change(edited.value);
    else tell({ text: t(`fault.${edited.error.code}`), tone: 'bad' });
  };
  const applyAndOpen = (edited: Edited, opened?: number): void => {
    apply(edited);
    if (edited.ok) setOpen(opened);
  };
  const rename = (at: number, name: string): void => {
    const renamed = renameCell(text, at, name);
    apply(renamed.ok ? { ok: true, value: renamed.value.text } : renamed);
    const readers = renamed.ok ? renamed.value.readers : [];
    if (readers.length > 0) tell({ text: t('stillRead', { cells: readers.join(t('listed')) }) });
  };
  const editing: Editing = {
    open,
    setOpen,
    insert: (at, source) => applyAndOpen(insertUnit(text, at, source), at),
    remove: (at) => applyAndOpen(removeUnit(text, at)),
    move: (at, by) => applyAndOpen(moveUnit(text, at, by)),
    duplicate: (at) => applyAndOpen(duplicateCell(text, at)),
    rename,
    type: (at, written) => {
      typed.current = { at, written };
      draft.soon();
    },
    keep: (at, written) => {
      typed.current = undefined;
      apply(replaceUnit(text, at, written));
    },
    save: () => void draft.save(),
    undo: undo && step(undo, draft.soon),
    redo: redo && step(redo, draft.soon),
  };
  return { text, editing, keep: draft.keep, setText: change };
}

function step(take: () => void, then: () => void): () => void {
  return () => {
    take();
    then();
  };
}
