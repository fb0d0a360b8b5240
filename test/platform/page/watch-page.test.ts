import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '@/src/platform/page/watch-page';

let window: Window;
beforeEach(() => {
  vi.useFakeTimers();
  window = new Window({ url: 'https://www.tarnhill.example/results?page=1' });
  window.document.write(`<body><p>${'Tarnhill Valves Ltd '.repeat(100)}</p></body>`);
  for (const name of ['MutationObserver', 'Document', 'Element'] as const) vi.stubGlobal(name, window[name]);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await window.happyDOM.close();
});

// Safe: happy-dom implements the same interfaces with its own classes.
const page = (): Document => window.document as unknown as Document;
const add = (text: string): void => {
  const line = page().createElement('p');
  line.textContent = text;
  page().body.append(line);
};
/** Lets the observer hear of what was done, and the page rest. */
const rest = async (ms = 60_000): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};

describe('a page that is watched', () => {
  it('tells once that more results came, and is left alone afterwards', async () => {
    const tell = vi.fn();
    watchPage(page(), tell);
    const before = page().documentElement.outerHTML;
    await rest();
    expect(tell).not.toHaveBeenCalled();
    expect(page().documentElement.outerHTML).toBe(before);

    add('Northwick Instruments Ltd '.repeat(40));
    await rest();
    add('Qingheling Pumps '.repeat(400));
    await rest();

    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('tells when most of the text went', async () => {
    const tell = vi.fn();
    watchPage(page(), tell);
    page().body.replaceChildren();
    await rest();

    expect(tell).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another query', '/results?page=2', 1],
    ['another path behind #', '/results?page=1#/company/7', 1],
    ['a place on the same page', '/results?page=1#contact', 0],
  ])('takes %s in its address for what it is', async (_, url, times) => {
    const tell = vi.fn();
    watchPage(page(), tell);
    window.history.pushState({}, '', url);
    add('.');
    await rest();

    expect(tell).toHaveBeenCalledTimes(times);
  });

  it('takes a clock for no change, and stops looking at it in the end', async () => {
    const tell = vi.fn();
    const read = vi.spyOn(window.Element.prototype, 'textContent', 'get');
    watchPage(page(), tell);
    const [clock] = page().getElementsByTagName('p');
    for (let second = 0; second < 4000; second++) {
      clock?.setAttribute('class', 'on');
      clock?.append('1');
      clock?.lastChild?.remove();
      await rest(1000);
    }

    expect(tell).not.toHaveBeenCalled();
    // The text of the whole page: at the beginning, and at each of sixty looks.
    expect(read.mock.contexts.filter((element) => element === window.document.documentElement)).toHaveLength(61);
  });

  it('tells nothing after it was stopped, nor when a look was due', async () => {
    const tell = vi.fn();
    const stop = watchPage(page(), tell);
    add('Northwick Instruments Ltd '.repeat(40));
    await rest(10);
    stop();
    await rest();

    expect(tell).not.toHaveBeenCalled();
  });
});
