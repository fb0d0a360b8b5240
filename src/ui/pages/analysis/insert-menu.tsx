import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Notebook } from '@/src/domain/notebook/notebook';
import { editorWords } from '../../editor/editor-words';
import type { Editing } from './editing';
import { NEW_CELLS, NEW_CHARTS, newUnit, type NewUnit } from './new-cells';
import classes from './notebook-view.module.css';
import type { OpenRun } from './use-notebook-run';

interface Props {
  readonly notebook: Notebook;
  readonly run: OpenRun;
  /** The place of the new one. */
  readonly at: number;
  readonly editing: Editing;
}

/** A button that puts something new into the notebook. */
export function InsertMenu(props: Props) {
  const { t } = useTranslation('notebook-page');
  return (
    <div className={classes['insert']}>
      <Menu position="bottom-start" withinPortal width={240}>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" data-insert={props.at}>
            + {t('insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          <InsertItems {...props} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** What can be put in, as items of a menu. */
export function InsertItems({ notebook, run, at, editing }: Props) {
  const { t } = useTranslation('notebook-page');
  const put = (kind: NewUnit): void => {
    const tables = Object.keys(editorWords(run.standings, [], []).tables);
    editing.insert(at, newUnit(kind, notebook, tables, t('newProse')));
  };
  return (
    <>
      <Menu.Label>{t('insertCell')}</Menu.Label>
      {NEW_CELLS.map((kind) => (
        <Menu.Item key={kind} onClick={() => put(kind)} data-new={kind}>
          {t(`new.${kind}`)}
        </Menu.Item>
      ))}
      <Menu.Label>{t('insertChart')}</Menu.Label>
      {NEW_CHARTS.map((kind) => (
        <Menu.Item key={kind} onClick={() => put(kind)} data-new={kind}>
          {t(`new.${kind}`)}
        </Menu.Item>
      ))}
    </>
  );
}
