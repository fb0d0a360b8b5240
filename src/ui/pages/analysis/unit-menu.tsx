import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { InsertItems } from './insert-menu';
import classes from './notebook-view.module.css';
import type { NotebookScope } from './unit-view';

interface Props {
  readonly at: number;
  /** What the unit is called. */
  readonly label: string;
  readonly scope: NotebookScope;
  /** Prose can be neither run nor duplicated. */
  readonly isCell?: boolean;
  readonly onRun?: (() => void) | undefined;
}

/** Everything that can be done to a cell or a passage, with the keys that do the same. */
export function UnitMenu({ at, label, scope, isCell = false, onRun }: Props) {
  const { notebook, run, editing } = scope;
  const { t } = useTranslation('notebook-page');
  if (!editing) return null;
  const items = [
    ['edit', 'Enter', () => editing.setOpen(at)],
    ...(onRun ? ([['run', 'Ctrl+Enter', onRun]] as const) : []),
    ['up', 'Alt+↑', () => editing.move(at, -1)],
    ['down', 'Alt+↓', () => editing.move(at, 1)],
    ...(isCell ? ([['duplicate', 'Alt+Shift+↓', () => editing.duplicate(at)]] as const) : []),
    ['delete', 'Delete', () => editing.remove(at)],
  ] as const;
  return (
    <Menu position="bottom-end" withinPortal width={260}>
      <Menu.Target>
        <ActionIcon size="sm" variant="subtle" aria-label={t('unitMenu', { name: label })} data-menu={at}>
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {items.map(([id, keys, act]) => (
          <Menu.Item key={id} onClick={act} rightSection={<kbd className={classes['keys']}>{keys}</kbd>} data-act={id}>
            {t(`act.${id}`)}
          </Menu.Item>
        ))}
        <InsertItems notebook={notebook} run={run} at={at + 1} editing={editing} />
      </Menu.Dropdown>
    </Menu>
  );
}
