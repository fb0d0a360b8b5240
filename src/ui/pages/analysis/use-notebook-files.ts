import { useTranslation } from 'react-i18next';
import type { ShippedNotebook } from '@/src/app/notebook-uses';
import type { NotebookError, NotebookRow } from '@/src/app/notebooks';
import type { Receipt } from '@/src/app/ports/store';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { titleOf } from '@/src/domain/notebook/notebook';
import { useInterface } from '../../app-context';
import { goTo, readRoute } from '../../shell/route';

export interface NotebookFiles {
  readonly make: () => Promise<void>;
  readonly copy: (shipped: ShippedNotebook) => Promise<void>;
  readonly open: (file: File) => Promise<void>;
  readonly duplicate: (row: NotebookRow, text: string) => Promise<void>;
  readonly rename: (row: NotebookRow, title: string) => Promise<void>;
  readonly remove: (row: NotebookRow) => Promise<void>;
  /** Saves an earlier text again. Whether that was done. */
  readonly revert: (row: NotebookRow, version: BatchId) => Promise<boolean>;
}

type Answer = Result<Receipt | undefined, NotebookError>;

/** What is done with notebooks as a whole. What is new is shown at once; a fault is said. */
export function useNotebookFiles(): NotebookFiles {
  const { app, tell, format } = useInterface();
  const { t } = useTranslation('notebook-page');
  const { language } = format;
  const isDone = (answer: Answer): boolean => {
    if (answer.ok) return true;
    const { code } = answer.error;
    tell({ text: t(`fault.${code === 'too-large' || code === 'unreadable' ? code : 'not-saved'}`), tone: 'bad' });
    return false;
  };
  const show = (record: RecordId): void => {
    const { dataset } = readRoute(window.location.hash).params;
    goTo(['analysis', record], dataset === undefined ? {} : { dataset });
  };
  const keepAs = async (record: RecordId, answer: Promise<Answer>): Promise<void> => {
    if (isDone(await answer)) show(record);
  };
  return {
    make: () => {
      const record = app.newRecord();
      const text = `---\nnotebook: 1\ntitle: ${JSON.stringify(t('newTitle'))}\n---\n\n${t('newProse')}\n`;
      return keepAs(record, app.notebooks.make({ record, text, origin: 'own', language }));
    },
    copy: ({ notebook, text }) => {
      const record = app.newRecord();
      const title = t('copyOf', { title: titleOf(notebook, language) });
      return keepAs(record, app.notebooks.make({ record, text, title, origin: 'shipped-copy', language }));
    },
    open: (file) => {
      const record = app.newRecord();
      return keepAs(record, app.notebooks.import(file, record, language));
    },
    duplicate: ({ fields }, text) => {
      const record = app.newRecord();
      const title = t('copyOf', { title: fields.title });
      // A copy of what may not run may not run.
      const origin = fields.trusted ? 'own' : 'file';
      return keepAs(record, app.notebooks.make({ record, text, title, origin, language }));
    },
    rename: async ({ id }, title) => void isDone(await app.notebooks.rename(id, title)),
    remove: async ({ id, fields }) => {
      const removed = await app.notebooks.remove(id);
      if (!isDone(removed) || !removed.ok) return;
      goTo(['analysis']);
      tell({ text: t('removed', { title: fields.title }), undo: removed.value.batchId });
    },
    revert: async ({ id }, version) => isDone(await app.notebooks.revert(id, version)),
  };
}
