import { Button, Group, Menu, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookRow } from '@/src/app/notebooks';
import { useInterface } from '../../app-context';
import { NotebookHistory } from './notebook-history';
import { useNotebookFiles } from './use-notebook-files';

interface Props {
  readonly row: NotebookRow;
  readonly text: string;
  readonly onRevert: (text: string) => void;
}

/** The name of a notebook of the user's own, and what is done with it as a whole. */
export function NotebookBar({ row, text, onRevert }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('notebook-page');
  const files = useNotebookFiles();
  const [isRenaming, setRenaming] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { title } = row.fields;
  const rename = (next: string): void => {
    setRenaming(false);
    if (next.trim() !== '' && next !== title) void files.rename(row, next);
  };
  return (
    <Group justify="space-between" wrap="nowrap" align="center">
      {isRenaming ? (
        <TextInput
          aria-label={t('name')}
          defaultValue={title}
          ref={focusOn}
          flex={1}
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') rename(event.currentTarget.value);
            if (event.key === 'Escape') setRenaming(false);
          }}
        />
      ) : (
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="compact-sm" data-menu="notebook">
            {t('notebookMenu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>{t('rename')}</Menu.Item>
          <Menu.Item onClick={() => void files.duplicate(row, text)}>{t('copyNotebook')}</Menu.Item>
          <Menu.Item onClick={() => app.notebooks.export(title, text)} data-act="export">
            {t('saveToDisk')}
          </Menu.Item>
          <Menu.Item onClick={() => setHistoryOpen(true)}>{t('history')}</Menu.Item>
          <Menu.Item onClick={() => void files.remove(row)} data-act="remove">
            {t('deleteNotebook')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NotebookHistory row={row} opened={isHistoryOpen} onClose={() => setHistoryOpen(false)} onRevert={onRevert} />
    </Group>
  );
}

function focusOn(field: HTMLInputElement | null): void {
  field?.focus();
}
