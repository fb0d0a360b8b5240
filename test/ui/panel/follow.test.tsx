// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { act } from 'react';
import { must } from '@/src/kernel/assert';
import type { ActivePage, CaptureRequest } from '@/src/app/ports/page-reader';
import { ElsewhereNotice, StaleNotice } from '@/src/ui/panel/page-notice';
import { useFollow, type Followed } from '@/src/ui/panel/use-follow';
import { useStale } from '@/src/ui/panel/use-stale';
import { useToolbarMark, type Marked } from '@/src/ui/panel/use-toolbar-mark';
import { click, renderWith, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

const SHOWN = { tabId: 1, url: 'https://www.tarnhill.example/', reading: 'first' };
const read = vi.fn<(request: CaptureRequest) => void>();
const again = vi.fn();

let world: World;
let page: Rendered | undefined;
beforeEach(async () => {
  world = await createWorld();
  read.mockClear();
});
afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  await Dexie.delete(world.db.name);
});

function Panel({ shown, isTouched = false }: Partial<Pick<Followed, 'shown' | 'isTouched'>>) {
  const elsewhere = useFollow({ shown, isTouched, read });
  return <main>{elsewhere ? <ElsewhereNotice page={elsewhere} onRead={read} /> : 'here'}</main>;
}
const turnTo = (active: ActivePage): Promise<void> => act(async () => world.tell.activated(active));
const text = (): string => page?.container.querySelector('main')?.textContent ?? '';

describe('following the window', () => {
  it('reads what the user lets be read unasked', async () => {
    page = await renderWith(world.app, <Panel shown={SHOWN} />);
    await turnTo({ tabId: 2, url: 'https://northwick.example/', isGranted: true });

    expect(read.mock.calls).toEqual([[{ tabId: 2, at: expect.any(Number) }]]);
    expect(text()).toBe('here');
  });

  it('leaves alone what the user has begun to change, and offers to read the other page', async () => {
    page = await renderWith(world.app, <Panel shown={SHOWN} isTouched />);
    await turnTo({ tabId: 2, url: 'https://northwick.example/', isGranted: true });
    expect(read).not.toHaveBeenCalled();
    expect(text()).toContain('The tab shows a page of northwick.example that was not read.');

    await click(must(page.container.querySelector('button'), 'a button'));
    expect(read.mock.calls).toEqual([[{ tabId: 2, at: expect.any(Number) }]]);
  });

  it('tells the key where the page may not be read, until the window is back', async () => {
    page = await renderWith(world.app, <Panel shown={SHOWN} />);
    await turnTo({ tabId: 2, isGranted: false });
    expect(text()).toBe('The tab shows another page. Press Alt+Shift+C there to read it.');
    expect(page.container.querySelector('button')).toBeNull();

    await turnTo({ tabId: SHOWN.tabId, url: `${SHOWN.url}#contact`, isGranted: true });
    expect(text()).toBe('here');
    expect(read).not.toHaveBeenCalled();
  });

  it.each(['chrome-extension://abc/workspace.html', 'about:blank'])('says nothing of %s', async (url) => {
    page = await renderWith(world.app, <Panel shown={SHOWN} />);
    await turnTo({ tabId: 2, url, isGranted: false });

    expect(text()).toBe('here');
  });

  it('says nothing any more once the other page is what is shown', async () => {
    page = await renderWith(world.app, <Panel shown={SHOWN} isTouched />);
    await turnTo({ tabId: 2, url: 'https://northwick.example/', isGranted: true });
    await page.show(<Panel shown={{ tabId: 2, url: 'https://northwick.example/', reading: 'second' }} />);

    expect(text()).toBe('here');
  });
});

describe('a page that changed since it was read', () => {
  const request: CaptureRequest = { tabId: 1, at: 0 };
  function Reading({ reading }: { reading: string }) {
    return <main>{useStale(request, reading) ? <StaleNotice onAgain={again} /> : 'fresh'}</main>;
  }

  it('is said so until it is read again', async () => {
    page = await renderWith(world.app, <Reading reading="first" />);
    expect(text()).toBe('fresh');
    await act(async () => world.tell.changed());
    expect(text()).toContain('The page has changed since it was read.');
    await click(must(page.container.querySelector('button'), 'a button'));
    expect(again).toHaveBeenCalledTimes(1);

    await page.show(<Reading reading="second" />);
    expect(text()).toBe('fresh');
  });
});

describe('the mark on the toolbar', () => {
  function Mark({ marked }: { marked: Marked | undefined }) {
    useToolbarMark(marked);
    return null;
  }

  it.each([
    [
      { tabId: 7, count: 3 },
      { text: '3', title: 'Vital Few: 3 cards found on this page', tone: 'found' },
    ],
    [
      { tabId: 7, count: 1 },
      { text: '1', title: 'Vital Few: 1 card found on this page', tone: 'found' },
    ],
    [
      { tabId: 7, count: 1200 },
      { text: '999+', title: 'Vital Few: 1,200 cards found on this page', tone: 'found' },
    ],
    [
      { tabId: 7, count: 3, onFile: 'Tarnhill Valves' },
      { text: '✓', title: 'Vital Few: on file already: Tarnhill Valves', tone: 'known' },
    ],
    [{ tabId: 7, count: 0 }, undefined],
  ])('is of %o: %o', async (marked, expected) => {
    page = await renderWith(world.app, <Mark marked={marked} />);

    expect([...world.marks]).toEqual([[7, expected]]);
  });

  it('is not touched before a page was read', async () => {
    page = await renderWith(world.app, <Mark marked={undefined} />);

    expect(world.marks.size).toBe(0);
  });
});
