// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CommandPalette } from '@/src/ui/shell/command-palette';
import { gone, press, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let cleanup: () => void = () => undefined;
beforeEach(async () => {
  window.location.hash = '';
  world = await createWorld();
});
afterEach(async () => {
  cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const onClose = vi.fn();
const show = async (): Promise<HTMLElement> => {
  ({ cleanup } = await showOn(world.app, <CommandPalette opened onClose={onClose} />, 'en'));
  return see('[role="combobox"]');
};
const type = (field: HTMLElement, text: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

it('finds notebooks of the user by a part of their names, and opens them', async () => {
  const record = world.app.newRecord();
  await world.app.notebooks.make({ record, text: '', origin: 'own', title: '华东 Quarterly look', language: 'en' });
  const field = await show();
  type(field, 'terly');
  const option = await see('[role="option"]', '华东 Quarterly look');
  await vi.waitFor(() => expect(option.getAttribute('aria-selected')).toBe('true'));
  press(field, 'Enter');

  expect(window.location.hash).toBe(`#/analysis/${record}`);
  expect(onClose).toHaveBeenCalledOnce();
});

it('shows one that is renamed under its new name, and none that is gone', async () => {
  const record = world.app.newRecord();
  await world.app.notebooks.make({ record, text: '', origin: 'own', title: 'Zebra', language: 'en' });
  type(await show(), 'zeb');
  await see('[role="option"]', 'Zebra');
  await world.app.notebooks.rename(record, 'Zebu');
  await see('[role="option"]', 'Zebu');
  await world.app.notebooks.remove(record);

  await gone('[role="option"]', 'Zeb');
  expect(document.querySelector('[role="listbox"]')).not.toBeNull();
});
