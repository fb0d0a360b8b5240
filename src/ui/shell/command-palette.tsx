import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from '@/src/app/ports/search';
import { useInterface } from '../app-context';
import { useWords } from '../components/use-value-text';
import { placeOf } from './address-of';
import classes from './command-palette.module.css';
import { goTo } from './route';
import { useCommandsFor, type Command } from './use-commands';
import { useRecordSearch } from './use-record-search';

/** Everything that can be gone to or done, by typing a part of its name, and every record by any of its values. */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={onClose} size="md" yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.open')}>
        <Modal.Body pt="md">
          <Commands onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Commands({ onClose }: { onClose: () => void }) {
  const { format } = useInterface();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [active, setActive] = useState(0);
  const search = useRecordSearch(text, composing);
  const commands = useCommandsFor(text);
  const records = useRecordCommands(search.found);
  const found = [...commands, ...records];
  // The records shown still answer to what was typed before: Enter must not open one of those.
  const isOvertaken = search.isBusy && active >= commands.length;
  const isNothing = found.length === 0 && !search.isBusy;
  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((at) => (at + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && !isOvertaken) run(found[active]);
  };
  const options = (some: readonly Command[], before: number): ReactNode =>
    some.map((command, i) => (
      <Option key={command.id} command={command} selected={before + i === active} onRun={run} />
    ));
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls="commands"
        aria-activedescendant={found[active] ? `command-${found[active].id}` : undefined}
        aria-label={t('palette.open')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKey}
      />
      <Text role="status" c="dimmed" size="sm" className={classes['status'] ?? ''}>
        {isNothing
          ? t('palette.nothing')
          : search.isBusy && search.read
            ? t('palette.reading', { count: search.read, number: format.count(search.read) })
            : ''}
      </Text>
      <div
        id="commands"
        role="listbox"
        aria-label={t('palette.open')}
        aria-busy={search.isBusy}
        className={classes['list']}
      >
        {commands.length > 0 && (
          <div role="group" aria-label={t('palette.commands')}>
            {options(commands, 0)}
          </div>
        )}
        {records.length > 0 && (
          <div role="group" aria-labelledby="palette-records" data-records>
            <div id="palette-records" role="presentation" className={classes['heading']}>
              {t('palette.records')}
            </div>
            {options(records, commands.length)}
          </div>
        )}
      </div>
    </Stack>
  );
}

function Option(props: { command: Command; selected: boolean; onRun: (command: Command) => void }) {
  const { command, selected, onRun } = props;
  return (
    // The field above has the keyboard; its arrow keys and Enter do what a click does here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`command-${command.id}`}
      ref={(option) => {
        if (selected) option?.scrollIntoView({ block: 'nearest' });
      }}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes['command']}
      onClick={() => onRun(command)}
    >
      {command.label}
      {command.detail !== undefined && <div className={classes['detail']}>{command.detail}</div>}
    </div>
  );
}

/** Records as commands that go to them. A name that answers needs no second line. */
function useRecordCommands(found: readonly Found[]): readonly Command[] {
  const { t } = useTranslation();
  const words = useWords();
  return found.map(({ matched, title, ...record }) => ({
    id: record.id,
    label: title === '' ? matched.text : title,
    ...(matched.text === title
      ? {}
      : {
          detail: t('palette.detail', {
            field: words(`capture:field.${matched.field}`, matched.field),
            text: excerpt(matched.text),
          }),
        }),
    run: () => goTo(placeOf(record.kind, record.id)),
  }));
}

const EXCERPT = 120;

function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}
