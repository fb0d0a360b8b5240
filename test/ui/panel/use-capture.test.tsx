// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureRequest, PageError } from '@/src/app/ports/page-reader';
import type { Reading } from '@/src/domain/capture/found';
import { err, type Result } from '@/src/kernel/result';
import { useCapture } from '@/src/ui/panel/use-capture';
import { renderWith, until, type Rendered } from '@/test/support/render';
import { createWorld, readingOf, type World } from '@/test/support/world';

let world: World;
let panel: Rendered | undefined;
/** Readings of pages that have not come back yet, by tab. */
const pending = new Map<number, (reading: Result<Reading, PageError>) => void>();

beforeEach(async () => {
  world = await createWorld();
  pending.clear();
  Object.assign(world.ports.pages, {
    read: ({ tabId }: CaptureRequest) =>
      new Promise<Result<Reading, PageError>>((resolve) => pending.set(tabId, resolve)),
  });
});
afterEach(async () => {
  await panel?.cleanup();
  panel = undefined;
  world.db.close();
  await Dexie.delete(world.db.name);
});

function Panel() {
  const { state, elsewhere } = useCapture();
  const shown = state.step === 'review' ? state.shownUrl : state.step;
  return <main>{`${shown} | ${elsewhere?.url ?? 'here'}`}</main>;
}
const urlOf = (tabId: number): string => `https://site${tabId}.example/`;
const turnTo = (tabId: number): Promise<void> =>
  act(async () => world.tell.activated({ tabId, url: urlOf(tabId), isGranted: true }));
const comesBack = (tabId: number): Promise<void> =>
  act(async () => pending.get(tabId)?.(readingOf([], { url: urlOf(tabId) })));
const text = (): string => panel?.container.querySelector('main')?.textContent ?? '';

describe('a page that is read unasked', () => {
  it('gives way to the next one the window shows, even while it is still being read', async () => {
    panel = await renderWith(world.app, <Panel />);
    await turnTo(1);
    expect(text()).toBe('reading | here');
    await turnTo(2);
    expect([...pending.keys()]).toEqual([1, 2]);
    await comesBack(2);
    await comesBack(1);

    await until('the second page', () => text() === `${urlOf(2)} | here`);
  });

  it('gives way to the next one also when it was left before it could be read', async () => {
    panel = await renderWith(world.app, <Panel />);
    await turnTo(1);
    await act(async () => pending.get(1)?.(err({ code: 'not-granted' })));
    expect(text()).toBe('failed | here');
    await turnTo(2);
    await comesBack(2);

    await until('the second page', () => text() === `${urlOf(2)} | here`);
  });
});
