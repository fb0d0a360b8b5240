// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { Dexie } from 'dexie';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { createApp } from '@/src/app/create-app';
import type { Duplicates, DuplicateReview, ReviewProgress } from '@/src/app/ports/duplicates';
import { err, ok } from '@/src/kernel/result';
import { AppProvider } from '@/src/ui/app-context';
import { startWords } from '@/src/ui/i18n/i18n';
import { DuplicatesPage } from '@/src/ui/pages/accounts/duplicates-page';
import { createWorld, type World } from '@/test/support/world';

/** A review that goes on until the test lets it end. */
class SlowReview implements Duplicates {
  stops = 0;
  readonly asked: {
    readonly tell: (progress: ReviewProgress) => void;
    readonly end: (review: DuplicateReview | undefined) => void;
  }[] = [];

  review(...[, tell]: Parameters<Duplicates['review']>): ReturnType<Duplicates['review']> {
    return new Promise((resolve) => {
      this.asked.push({ tell, end: (review) => resolve(review ? ok(review) : err({ code: 'cancelled' })) });
    });
  }

  stop(): void {
    this.stops++;
    this.asked.at(-1)?.end(undefined);
  }
}

let world: World;
let slow: SlowReview;
let root: Root;
/** Who is called after every write. */
let watching: (() => void) | undefined;
beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  world = await createWorld();
  slow = new SlowReview();
  const watch = (listener: () => void) => {
    watching = listener;
    listener();
    return () => void (watching = undefined);
  };
  const store = Object.assign(Object.create(world.ports.store), { watch });
  const app = createApp({ ...world.ports, store, duplicates: slow });
  const words = await startWords('en');
  root = createRoot(document.body.appendChild(document.createElement('main')));
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <I18nextProvider i18n={words}>
          <AppProvider app={app} settings={{}} language="en">
            <DuplicatesPage />
          </AppProvider>
        </I18nextProvider>
      </MantineProvider>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const last = () => must(slow.asked.at(-1), 'a review');
const text = (): string => document.body.textContent ?? '';
const click = (name: string): Promise<void> =>
  act(async () =>
    must(
      [...document.querySelectorAll('button')].find((one) => one.textContent === name),
      name,
    ).click(),
  );
const write = (): Promise<void> => act(async () => watching?.());
const NONE: DuplicateReview = { groups: [], count: 0 };

describe('the page of duplicates', () => {
  it('says how far it is', async () => {
    await act(async () => last().tell({ stage: 'reading', done: 5000, total: 10_000 }));
    expect(text()).toContain('5,000 records read');
    await act(async () => last().tell({ stage: 'comparing', done: 1, total: 4 }));

    expect(text()).toContain('25% compared');
  });

  it('is stopped by the user and begins anew', async () => {
    await click('Cancel');
    expect([slow.stops, text().includes('Stopped. Not all records were compared.')]).toEqual([1, true]);
    await write();
    expect(slow.asked).toHaveLength(1);
    await click('Compare again');
    expect(slow.asked).toHaveLength(2);
    await act(async () => last().end(NONE));

    expect(text()).toContain('No two records look like the same company or person.');
  });

  it('looks once more for all that was written while it looked', async () => {
    await write();
    await write();
    expect(slow.asked).toHaveLength(1);
    await act(async () => last().end(NONE));
    expect(slow.asked).toHaveLength(2);
    await act(async () => last().end(NONE));

    expect(slow.asked).toHaveLength(2);
    expect(document.querySelector('[role=progressbar]')).toBeNull();
  });

  it('stops the review when it is left', async () => {
    await act(async () => root.render(null));

    expect(slow.stops).toBe(1);
  });
});
