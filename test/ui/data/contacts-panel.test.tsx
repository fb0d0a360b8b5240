// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { Dexie } from 'dexie';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContactFileError } from '@/src/app/ports/contact-files';
import { must } from '@/src/kernel/assert';
import { LANGUAGES, type Language } from '@/src/domain/notebook/notebook';
import { AppProvider } from '@/src/ui/app-context';
import { Toasts } from '@/src/ui/components/toasts';
import { startWords } from '@/src/ui/i18n/i18n';
import { ContactsPanel } from '@/src/ui/pages/data/contacts-panel';
import { contacts, personAt, readOf } from '@/test/support/contacts';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  document.body.replaceChildren();
});

async function show(language: Language): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'));
  const words = await startWords(language);
  await act(async () =>
    createRoot(place).render(
      <I18nextProvider i18n={words}>
        <MantineProvider env="test">
          <AppProvider app={world.app} settings={{}} language={language}>
            <ContactsPanel />
            <Toasts />
          </AppProvider>
        </MantineProvider>
      </I18nextProvider>,
    ),
  );
  return place;
}

async function choose(place: HTMLElement): Promise<void> {
  const input = must(place.querySelector<HTMLInputElement>('input[type=file]'), 'file input');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'people.csv')], configurable: true });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
}

describe('the contacts screen', () => {
  it('shows what a file would do, imports it, and offers the undo', async () => {
    world.contacts = readOf(
      contacts(personAt(1, { name: 'Hannah Ashby' }, { name: 'Northwick' }), {
        faults: [{ place: 2, reason: 'no-name', row: ['', 'x'] }],
        lost: [{ name: 'Lifecycle Stage', rows: 1 }],
      }),
    );
    const place = await show('en');
    await choose(place);
    await vi.waitFor(() => expect(place.querySelector('[data-review]')).not.toBeNull());
    const chips = [...place.querySelectorAll<HTMLElement>('[data-filter]')];
    const button = must(place.querySelector<HTMLElement>('[data-action=import-contacts]'), 'button');

    expect(new Set(chips.map(({ dataset }) => `${dataset['filter']} ${dataset['count']}`))).toEqual(
      new Set(['all 2', 'new 2', 'faults 1']),
    );
    expect(place.textContent).toContain('Lifecycle Stage (1 row)');
    expect(button.textContent).toBe('Import 2 records');
    await act(async () => button.click());
    await vi.waitFor(() => expect(place.textContent).toContain('people.csv: 2 new, 0 changed.'));
    expect(place.textContent).toContain('Undo');
    expect(await world.app.parties.people()).toHaveLength(1);
  });

  it.each(LANGUAGES)('says in %s why a file was refused', async (language) => {
    const errors: ContactFileError[] = [
      { code: 'too-large' },
      { code: 'not-contacts', found: [] },
      { code: 'damaged', detail: 'x' },
      { code: 'encrypted' },
      { code: 'empty' },
    ];
    for (const error of errors) {
      world.contacts = { ok: false, error };
      const place = await show(language);
      await choose(place);
      await vi.waitFor(() => expect(place.querySelector('[role=alert]')).not.toBeNull());
      const said = place.querySelector('[role=alert]')?.textContent ?? '';
      expect(said).toMatch(/[.。]$/);
      expect(said).not.toContain('error.');
      expect(said.length).toBeGreaterThan(10);
    }
  });
});
