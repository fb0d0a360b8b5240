import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '@/src/domain/identity/folded';
import { LANGUAGES, titleOf } from '@/src/domain/notebook/notebook';
import { useInterface, useLive } from '../app-context';
import type { Room } from './rooms';
import { roomsFor } from './rooms-by-role';
import { goTo } from './route';
import { useRole } from './use-role';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** What of a record answers, where that is not its name. */
  readonly detail?: string;
  readonly run: () => void;
}

const MOST = 12;

/** Everything that can be gone to or done whose name holds the text, at most 12. */
export function useCommandsFor(text: string): readonly Command[] {
  const commands = useCommands();
  const named = useMemo(() => commands.map((command) => ({ command, name: folded(command.label) })), [commands]);
  return useMemo(() => {
    const wanted = folded(text).trim();
    return named.flatMap(({ command, name }) => (name.includes(wanted) ? [command] : [])).slice(0, MOST);
  }, [named, text]);
}

/** A command, and the room that it leads into: without that room in the menu of a role it is not offered. */
type Led = Command & { readonly room?: Room };

function useCommands(): readonly Command[] {
  const { app, format } = useInterface();
  const { t } = useTranslation(['shell', 'settings', 'accounts', 'data', 'contacts', 'bulk-enrich', 'claims']);
  const { language } = format;
  const own = useLive('notebooks', (of) => of.notebooks.list());
  const role = useRole();
  return useMemo(() => {
    const rooms = roomsFor(role);
    const all: readonly Led[] = [
      ...rooms.map((room) => ({ id: room, label: t(`room.${room}`), run: () => goTo([room]) })),
      ...app.notebooks.shipped.map(({ name, notebook }) => ({
        room: 'analysis' as const,
        id: `notebook-${name}`,
        label: titleOf(notebook, language),
        run: () => goTo(['analysis', name]),
      })),
      ...(own ?? []).map(({ id, fields }) => ({
        room: 'analysis' as const,
        id: `notebook-${id}`,
        label: fields.title,
        run: () => goTo(['analysis', id]),
      })),
      { id: 'duplicates', label: t('accounts:duplicatesFind'), run: () => goTo(['accounts', 'duplicates']) },
      { id: 'registrations', label: t('claims:page'), run: () => goTo(['accounts', 'registrations']) },
      { id: 'enrichment', label: t('bulk-enrich:page'), run: () => goTo(['accounts', 'enrichment']) },
      { room: 'data', id: 'contacts', label: t('contacts:title'), run: () => goTo(['data', 'contacts']) },
      { room: 'data', id: 'history', label: t('data:history'), run: () => goTo(['data', 'history']) },
      { room: 'data', id: 'backup', label: t('data:backup'), run: () => goTo(['data', 'backup']) },
      ...LANGUAGES.map((one) => ({
        id: `language-${one}`,
        label: `${t('settings:language')}: ${t(`settings:languageName.${one}`)}`,
        run: () => void app.settings.change('language', one),
      })),
      ...(['auto', 'light', 'dark'] as const).map((name) => ({
        id: `theme-${name}`,
        label: `${t('settings:theme')}: ${t(`settings:themeName.${name}`)}`,
        run: () => void app.settings.change('theme', name),
      })),
    ];
    return all.filter(({ room }) => room === undefined || rooms.includes(room));
  }, [app, t, language, own, role]);
}
