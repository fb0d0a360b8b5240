import { Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { inputsOf } from '@/src/domain/notebook/input';
import { LazyEditor } from '../../editor/lazy-editor';
import { editorWords } from '../../editor/editor-words';
import { useInterface } from '../../app-context';
import { editedKind, type Written } from './editing';
import classes from './notebook-view.module.css';
import { writtenAt } from './unit-text';
import type { NotebookScope } from './unit-view';

interface Props {
  readonly at: number;
  readonly kind: string;
  readonly label: string;
  readonly scope: NotebookScope;
  /** Ctrl/Cmd+Enter, after the text has become part of the notebook. */
  readonly onRun?: () => void;
}

/** The open editor of a cell or a passage: the words behind its fence, and its text. Leaving it keeps what was written. */
export function UnitEditor({ at, kind, label, scope, onRun }: Props) {
  const { notebook, run, editing, dataset } = scope;
  const { t } = useTranslation('notebook-page');
  const [first] = useState(() => writtenAt(notebook, at));
  const now = useRef<Written>(first);
  const orders = useOrdersColumns(dataset.id);
  const box = useRef<HTMLDivElement>(null);
  if (!editing) return null;
  const change = (part: Partial<Written>): void => {
    now.current = { ...now.current, ...part };
    editing.type(at, now.current);
  };
  const keep = (): void => editing.keep(at, now.current);
  const leave = (): void => {
    keep();
    editing.setOpen(undefined);
    box.current?.closest<HTMLElement>('[data-unit]')?.focus();
  };
  return (
    <Stack
      ref={box}
      gap={6}
      data-editing={at}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) keep();
      }}
    >
      {first.info !== undefined && (
        <TextInput
          size="xs"
          label={t('firstLine')}
          defaultValue={first.info}
          classNames={{ input: classes['monospace'] ?? '' }}
          onChange={(event) => change({ info: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') leave();
          }}
        />
      )}
      <LazyEditor
        text={first.body.replace(/\r?\n$/, '')}
        kind={editedKind(kind)}
        label={label}
        words={editorWords(run.standings, orders, [...inputsOf(notebook).keys()])}
        onType={(body) => change({ body: body === '' ? '' : `${body}\n` })}
        onRun={() => {
          leave();
          onRun?.();
        }}
        onLeave={leave}
        onSave={() => {
          keep();
          editing.save();
        }}
      />
    </Stack>
  );
}

/** The columns of the table `orders`, to be proposed; none until they are known. */
function useOrdersColumns(dataset: RecordId): readonly string[] {
  const { app } = useInterface();
  const [columns, setColumns] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const found = await app.notebooks.columnsOf(dataset);
      if (!gone) setColumns(found);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [app, dataset]);
  return columns;
}
