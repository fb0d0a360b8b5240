import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookRow } from '@/src/app/notebooks';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { NotebookBar } from './notebook-bar';
import { NotebookView } from './notebook-view';
import { useNotebookEditing } from './use-notebook-editing';

interface Props {
  readonly row: NotebookRow;
  readonly dataset: Row<DatasetFields>;
  readonly given: Readonly<Record<string, string>>;
}

/** A notebook of the user's own, to be read and written. */
export function OwnNotebook({ row, dataset, given }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('notebook-page');
  const { text, editing, keep, setText } = useNotebookEditing(row);
  const notebook = useMemo(() => parseNotebook(text), [text]);
  const { undo, redo, save } = editing;
  const isSaved = text === row.fields.text && row.fields.draft === undefined;
  return (
    <>
      <NotebookBar row={row} text={text} onRevert={setText} />
      <Group gap={4} role="toolbar" aria-label={t('editingTools')}>
        <Button size="compact-sm" variant="default" disabled={!undo} onClick={undo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </Button>
        <Button size="compact-sm" variant="default" disabled={!redo} onClick={redo} aria-keyshortcuts="Control+Shift+Z">
          {t('redo')}
        </Button>
        <Button size="compact-sm" variant="default" disabled={isSaved} onClick={save} aria-keyshortcuts="Control+S">
          {t('save')}
        </Button>
        <Text span size="xs" c="dimmed" role="status" data-saved={isSaved}>
          {t(isSaved ? 'isSaved' : 'isKept')}
        </Text>
      </Group>
      <NotebookView
        name={row.fields.title}
        notebook={notebook}
        dataset={dataset}
        given={given}
        opening={{ id: row.id, trusted: row.fields.trusted, beforeJs: keep }}
        onTrust={() => void app.notebooks.trust(row.id)}
        editing={editing}
      />
    </>
  );
}
