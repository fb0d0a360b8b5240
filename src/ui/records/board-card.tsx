import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { memo, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import { dutiesOf } from '@/src/domain/records/duty';
import type { Row } from '@/src/domain/records/record';
import { valuesAt } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { MoveMenu, type MoveOption } from './move-menu';
import classes from './record-board.module.css';
import type { KindReading } from './use-kind-reading';
import { titleIn } from './use-reading';

/** What can be done with a card. */
export interface CardActions {
  readonly onOpen: (record: RecordId) => void;
  /** Undefined when the card is let go. */
  readonly onDrag: (row: Row | undefined) => void;
  readonly options: (row: Row) => Promise<readonly MoveOption[]>;
  readonly onMove: (row: Row, key: string | undefined) => Promise<void>;
  /** Whether it was moved by its menu: then it has the keyboard again where it comes to stand. Tells so once. */
  readonly takesFocus: (record: RecordId) => boolean;
}

interface Props {
  readonly row: Row;
  readonly of: KindReading;
  readonly group: ViewField | undefined;
  readonly actions: CardActions;
  /** What the card of this kind shows besides its values. */
  readonly extra?: ((row: Row) => ReactNode) | undefined;
}

/** A record on the board: dragged with the pointer, or moved by its menu, which M opens. */
export const BoardCard = memo(function BoardCard({ row, of, group, actions, extra }: Props) {
  const [options, setOptions] = useState<readonly MoveOption[]>();
  const name = useRef<HTMLButtonElement>(null);
  const openMenu = async (): Promise<void> => setOptions(await actions.options(row));
  const title = titleIn(of.kind, row);
  const { id } = row;
  useEffect(() => {
    if (actions.takesFocus(id) && isFocusFree()) name.current?.focus();
  }, [actions, id]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if (!plain || event.key.toLowerCase() !== 'm') return;
    event.preventDefault();
    // A menu closes by a key pressed outside of it: one that is open before this key has gone by would take it for such.
    event.stopPropagation();
    void openMenu();
  };
  return (
    <div
      className={classes['card']}
      data-card={row.id}
      draggable
      onDragStart={(event) => {
        // Firefox drags nothing that carries nothing.
        event.dataTransfer.setData('text/plain', title);
        event.dataTransfer.effectAllowed = 'move';
        actions.onDrag(row);
      }}
      onDragEnd={() => actions.onDrag(undefined)}
    >
      <Group gap={4} wrap="nowrap" align="start" justify="space-between">
        <UnstyledButton
          ref={name}
          className={classes['open'] ?? ''}
          aria-keyshortcuts="M"
          onClick={() => actions.onOpen(row.id)}
          onKeyDown={onKeyDown}
        >
          {title}
        </UnstyledButton>
        <MoveMenu
          title={title}
          options={options}
          onOpen={openMenu}
          onClose={() => {
            setOptions(undefined);
            name.current?.focus();
          }}
          onMove={(key) => void actions.onMove(row, key)}
        />
      </Group>
      <CardValues row={row} of={of} group={group} />
      {extra?.(row)}
    </div>
  );
});

/** Whether the keyboard is nowhere, or in what is about to close. */
function isFocusFree(): boolean {
  const { activeElement: at, body } = document;
  return at === null || at === body || at.closest('[role="dialog"], [role="menu"]') !== null;
}

/** Values shown on a card besides its title and its owner. */
const VALUES = 3;

function CardValues({ row, of, group }: Omit<Props, 'actions' | 'extra'>) {
  const { app, format } = useInterface();
  const { t } = useTranslation('board');
  const { kind, fields, reading, words } = of;
  const text = (field: ViewField): string => {
    const values = valuesAt(row, field).map((value) => reading.text(field, value));
    return values.join(', ');
  };
  const owner = fields.find(({ path }) => path === 'owner');
  const left = new Set([kind.view?.title, group?.path, owner?.path]);
  const paths = (kind.view?.columns ?? []).filter((path) => !left.has(path));
  const shown = paths
    .flatMap((path) => fields.filter((field) => field.path === path))
    .map((field) => ({ path: field.path, label: words.field(field), text: text(field) }))
    .filter((one) => one.text !== '')
    .slice(0, VALUES);
  const [duty] = dutiesOf(kind, row);
  const owned = owner && owner.path !== group?.path ? text(owner) : '';
  return (
    <>
      {shown.map(({ path, label, text }) => (
        <Text key={path} size="xs" title={label} className={classes['value'] ?? ''}>
          {text}
        </Text>
      ))}
      <Group gap={4} justify="space-between">
        {owned !== '' && (
          <Text size="xs" c="dimmed">
            {owned}
          </Text>
        )}
        {duty && duty.due < app.today() && (
          <Badge color="orange" variant="light" className={classes['late'] ?? ''}>
            {t('overdueSince', { duty: words.duty(duty.name), day: format.day(duty.due) })}
          </Badge>
        )}
      </Group>
    </>
  );
}
