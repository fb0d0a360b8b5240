import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '@/src/domain/identity/folded';
import { LANGUAGES, titleOf } from '@/src/domain/notebook/notebook';
import { useInterface, useLive } from '../app-context';
import classes from './command-palette.module.css';
import { ROOMS } from './rooms';
import { goTo } from './route';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

const MOST = 12;

/** Everything that can be gone to or done, by typing a part of its name. */
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
  const { t } = useTranslation();
  const commands = useCommands();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const wanted = folded(text).trim();
  const found = commands.filter(({ label }) => folded(label).includes(wanted)).slice(0, MOST);
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
    } else if (event.key === 'Enter') run(found[active]);
  };
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={found[active] ? `command-${found[active].id}` : undefined}
        aria-label={t('palette.open')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      {found.length === 0 && <Text c="dimmed">{t('palette.nothing')}</Text>}
      <div id="commands" role="listbox" aria-label={t('palette.open')}>
        {found.map((command, i) => (
          // The field above has the keyboard; its arrow keys and Enter do what a click does here.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            className={classes['command']}
            onClick={() => run(command)}
          >
            {command.label}
          </div>
        ))}
      </div>
    </Stack>
  );
}

function useCommands(): Command[] {
  const { app, format } = useInterface();
  const { t } = useTranslation();
  const { t: settings } = useTranslation('settings');
  const { t: accounts } = useTranslation('accounts');
  const { t: data } = useTranslation('data');
  const { t: contacts } = useTranslation('contacts');
  const companies = useLive('companies', (of) => of.parties.companies()) ?? [];
  return [
    ...ROOMS.map((room) => ({ id: room, label: t(`room.${room}`), run: () => goTo([room]) })),
    ...app.notebooks.shipped.map(({ name, notebook }) => ({
      id: `notebook-${name}`,
      label: titleOf(notebook, format.language),
      run: () => goTo(['analysis', name]),
    })),
    { id: 'duplicates', label: accounts('duplicatesFind'), run: () => goTo(['accounts', 'duplicates']) },
    { id: 'contacts', label: contacts('title'), run: () => goTo(['data', 'contacts']) },
    { id: 'history', label: data('history'), run: () => goTo(['data', 'history']) },
    { id: 'backup', label: data('backup'), run: () => goTo(['data', 'backup']) },
    ...LANGUAGES.map((language) => ({
      id: `language-${language}`,
      label: `${settings('language')}: ${settings(`languageName.${language}`)}`,
      run: () => void app.settings.change('language', language),
    })),
    ...(['auto', 'light', 'dark'] as const).map((name) => ({
      id: `theme-${name}`,
      label: `${settings('theme')}: ${settings(`themeName.${name}`)}`,
      run: () => void app.settings.change('theme', name),
    })),
    ...companies.map((row) => ({ id: row.id, label: row.fields.name.value, run: () => goTo(['accounts', row.id]) })),
  ];
}
