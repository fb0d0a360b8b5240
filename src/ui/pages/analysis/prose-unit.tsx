import { Text } from '@mantine/core';
import Markdown from 'react-markdown';
import { useTranslation } from 'react-i18next';
import { fillFacts } from '@/src/domain/notebook/facts';
import type { Block } from '@/src/domain/notebook/notebook';
import type { Unit } from '@/src/domain/notebook/units';
import { useInterface } from '../../app-context';
import classes from './notebook-view.module.css';
import { UnitEditor } from './unit-editor';
import { UnitMenu } from './unit-menu';
import type { NotebookScope } from './unit-view';

/** A passage in the reader's language, with its facts filled in. */
export function ProseUnit({ unit, at, scope }: { unit: Unit; at: number; scope: NotebookScope }) {
  const { notebook, editing, fact } = scope;
  const { format } = useInterface();
  const { t } = useTranslation('notebook-page');
  const shown = blocksOf(notebook.blocks, unit).flatMap((block) => {
    if (block.type !== 'prose' || block.text === '') return [];
    return block.language === '*' || block.language === format.language ? [fillFacts(block.text, fact).text] : [];
  });
  if (!editing) return shown.map((text) => <Prose key={text} text={text} />);
  const label = t('unit.prose', { number: at + 1 });
  return (
    <section className={classes['unit']} tabIndex={0} aria-label={label} data-unit={at} data-kind="prose">
      <div className={classes['floating']}>
        <UnitMenu at={at} label={label} scope={scope} />
      </div>
      {editing.open === at ? (
        <UnitEditor at={at} kind="prose" label={label} scope={scope} />
      ) : (
        <div onDoubleClick={() => editing.setOpen(at)}>
          {shown.length === 0 && <Text c="dimmed">{t('proseElsewhere')}</Text>}
          {shown.map((text) => (
            <Prose key={text} text={text} />
          ))}
        </div>
      )}
    </section>
  );
}

function Prose({ text }: { text: string }) {
  return (
    <div className={classes['prose']}>
      {/* Pictures would be asked for from elsewhere. */}
      <Markdown disallowedElements={['img']}>{text}</Markdown>
    </div>
  );
}

/** The blocks of a unit of prose, in all its languages. */
function blocksOf(blocks: readonly Block[], { block }: Unit): readonly Block[] {
  const next = blocks.findIndex((one, i) => i > block && one.type === 'cell');
  return blocks.slice(block, next < 0 ? undefined : next);
}
