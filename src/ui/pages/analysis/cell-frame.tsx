import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellStanding } from '@/src/app/cell-result';
import type { CellBlock } from '@/src/domain/notebook/notebook';
import { CellView } from './cell-view';
import { InputCellView } from './input-cell-view';
import classes from './notebook-view.module.css';
import { StateSign } from './state-sign';
import { UnitEditor } from './unit-editor';
import { UnitMenu } from './unit-menu';
import type { NotebookScope } from './unit-view';

interface Props {
  readonly block: CellBlock;
  readonly at: number;
  readonly scope: NotebookScope;
}

/** A cell: what it is, how it stands, its text where that is wanted, what it gave. */
export function CellFrame({ block, at, scope }: Props) {
  const { run, editing } = scope;
  const { key, cell } = block;
  const { t } = useTranslation('notebook-page');
  const standing = run.standings.get(key);
  const isOpen = editing?.open === at;
  const [isTextWanted, setTextWanted] = useState(() => isTextFirst(block, editing !== undefined || !run.trusted));
  const label = t('unit.cell', { kind: t(`kind.${cell.kind}`), name: cell.name || key });
  return (
    <section
      className={classes['unit']}
      aria-label={label}
      data-cell={key}
      data-kind={cell.kind}
      data-unit={at}
      data-state={standing?.state}
      {...(editing ? { tabIndex: 0 } : {})}
    >
      <Group gap="xs" className={classes['bar'] ?? ''}>
        <Text span size="xs" c="dimmed">
          {label}
        </Text>
        {standing && <StateSign state={standing.state} />}
        {standing && (
          <CellButtons standing={standing} label={label} onRun={() => run.run(key)} onStop={() => run.stop(key)} />
        )}
        {!isOpen && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={isTextWanted}
            onClick={() => setTextWanted(!isTextWanted)}
          >
            {t('cellText')}
          </Button>
        )}
        <UnitMenu at={at} label={label} scope={scope} isCell onRun={standing && (() => run.run(key))} />
      </Group>
      <CellSource block={block} at={at} scope={scope} label={label} isShown={isTextWanted} />
      {cell.kind === 'input' && <InputCellView cell={cell} scope={scope} />}
      {standing && <CellView cell={cell} standing={standing} scope={scope} />}
    </section>
  );
}

/** What people have written is shown where it is edited, and before it is let run. */
function isTextFirst({ cell }: CellBlock, isLookedAt: boolean): boolean {
  return cell.kind === 'kept' || ((cell.kind === 'sql' || cell.kind === 'js') && isLookedAt);
}

interface ButtonProps {
  readonly standing: CellStanding;
  readonly label: string;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

function CellButtons({ standing: { state }, label, onRun, onStop }: ButtonProps) {
  const { t } = useTranslation('notebook-page');
  if (state === 'untrusted') return null;
  const [name, act] = state === 'running' ? (['stop', onStop] as const) : (['run', onRun] as const);
  return (
    <Button
      size="compact-xs"
      variant={state === 'waiting' || state === 'running' ? 'outline' : 'subtle'}
      aria-label={t(`${name}Cell`, { name: label })}
      data-action={name}
      onClick={act}
    >
      {t(name)}
    </Button>
  );
}

interface SourceProps extends Props {
  readonly label: string;
  readonly isShown: boolean;
}

/** The text of a cell: in its editor, to be opened by a click, or to be read. */
function CellSource({ block, at, scope: { editing, ...scope }, label, isShown }: SourceProps) {
  const { t } = useTranslation('notebook-page');
  if (editing?.open === at) {
    const run = (): void => scope.run.run(block.key);
    return <UnitEditor at={at} kind={block.cell.kind} label={label} scope={{ ...scope, editing }} onRun={run} />;
  }
  if (!isShown) return null;
  const text = block.body.trimEnd() === '' ? block.source.trimEnd() : block.body.trimEnd();
  const name = t('textOf', { name: label });
  return editing ? (
    <UnstyledButton
      className={classes['code'] ?? ''}
      title={t('editText', { name: label })}
      onClick={() => editing.setOpen(at)}
    >
      {text}
    </UnstyledButton>
  ) : (
    <pre className={classes['code']} tabIndex={0} role="group" aria-label={name}>
      {text}
    </pre>
  );
}
