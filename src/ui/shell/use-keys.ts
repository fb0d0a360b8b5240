import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchSummary } from '@/src/app/ports/store';
import { useInterface } from '../app-context';
import { useUndo } from '../components/use-undo';
import type { Room } from './rooms';
import { goTo } from './route';

/** Second key after G. */
const GO_KEYS: Readonly<Record<string, Room>> = {
  t: 'today',
  a: 'accounts',
  p: 'pipeline',
  r: 'archive',
  v: 'visits',
  f: 'files',
  n: 'analysis',
  k: 'kpi',
  d: 'data',
  s: 'settings',
};
const CHORD_MS = 1200;
const LOOK_BACK = 30;

/** The keys that work everywhere. None of them while a text is being typed or composed. */
export function useKeys({ openPalette }: { openPalette: () => void }): void {
  const { app } = useInterface();
  const { t } = useTranslation('data');
  const undo = useUndo();
  const chord = useRef(0);
  useEffect(() => {
    const undoLast = async (): Promise<void> => {
      const last = (await app.history.list(LOOK_BACK)).find(isUndoable);
      if (last) await undo(last.header.batchId, t(`cause.${last.header.cause}`));
    };
    const onKey = (event: KeyboardEvent): void => {
      const meaning = meaningOf(event, event.timeStamp - chord.current < CHORD_MS);
      chord.current = meaning === 'chord' ? event.timeStamp : 0;
      if (meaning === undefined || meaning === 'chord') return;
      event.preventDefault();
      if (meaning === 'palette') openPalette();
      else if (meaning === 'undo') void undoLast();
      else goTo([meaning]);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [app, openPalette, t, undo]);
}

type Meaning = 'palette' | 'undo' | 'chord' | Room;

/** What a key press asks for. @param afterG whether G was pressed just before. */
function meaningOf(event: KeyboardEvent, afterG: boolean): Meaning | undefined {
  const composing = event.isComposing || event.keyCode === 229;
  const key = event.key.toLowerCase();
  if (composing || isOtherwiseHeld(event, key)) return undefined;
  if (event.ctrlKey || event.metaKey) return controlMeaning(key, isTyping(event.target));
  if (isTyping(event.target)) return undefined;
  if (key === '/') return 'palette';
  return (afterG ? GO_KEYS[key] : undefined) ?? (key === 'g' ? 'chord' : undefined);
}

/** On many keyboards / is typed with Shift. */
function isOtherwiseHeld({ altKey, shiftKey }: KeyboardEvent, key: string): boolean {
  return altKey || (shiftKey && key !== '/');
}

function controlMeaning(key: string, typing: boolean): Meaning | undefined {
  if (key === 'k') return 'palette';
  return key === 'z' && !typing ? 'undo' : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isUndoable({ header, undone }: BatchSummary): boolean {
  return !undone && !['undo', 'setting', 'erase', 'purge', 'drop-dataset', 'refuse'].includes(header.cause);
}
