import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capturePage } from '@/src/domain/capture/capture-page';
import { MARK, type PageImage } from '@/src/domain/capture/image/page-image';
import { restoreImage } from '@/src/domain/capture/image/restore-image';
import { takeImage } from '@/src/domain/capture/image/take-image';
import { LIMITS } from '@/src/domain/capture/limits';
import { readImage } from '@/src/domain/capture/read-image';
import { finish } from '@/src/kernel/steps';
import { openHtml, readHtml } from '@/test/support/page';

const URL = 'https://www.marlcombe.example/kontakt';
const still = (): number => 0;

function imageOf(html: string, now = still): PageImage {
  return finish(takeImage({ ...openHtml(html, URL), url: URL, now }));
}

/** The tokens of the body, from behind its begin to before its end. */
function bodyOf(html: string): unknown[] {
  const { tokens } = imageOf(`<html><head></head><body>${html}</body></html>`);
  const body = tokens.findIndex((token) => Array.isArray(token) && token[0] === 'body');
  return tokens.slice(body + 1, -2);
}

describe('the image of a page', () => {
  it('has its elements with their attributes and its texts, in order', () => {
    expect(bodyOf('<p class="adr">Am Markt <b>7</b></p>')).toEqual([
      ['p', 'class', 'adr'],
      'Am Markt ',
      ['b'],
      '7',
      MARK.end,
      MARK.end,
    ]);
  });

  it('says what is not drawn once, of the outermost element', () => {
    expect(bodyOf('<p style="display:none"><b style="display:none">7</b></p>')).toEqual([
      ['p'],
      MARK.hidden,
      ['b'],
      '7',
      MARK.end,
      MARK.end,
    ]);
  });

  it('leaves out programs and styles but not data', () => {
    const code = '<script>run()</script><style>p{}</style><script type="application/ld+json">{}</script>';
    expect(bodyOf(code).filter((token) => token !== MARK.hidden)).toEqual([
      ['script'],
      MARK.end,
      ['style'],
      MARK.end,
      ['script', 'type', 'application/ld+json'],
      '{}',
      MARK.end,
    ]);
  });

  it('leaves out attributes that say nothing and cuts long ones', () => {
    const long = 'x'.repeat(LIMITS.addressCharacters + 1);
    expect(bodyOf(`<a style="color:red" onmouseover="a()" onclick="b()" href="${long}"></a>`)).toEqual([
      ['a', 'onclick', 'b()', 'href', long.slice(1)],
      MARK.end,
    ]);
  });

  it('has what is in an open shadow root, before what is in the element itself', () => {
    const page = openHtml('<html><body><div id="host">outside</div></body></html>', URL);
    const host = page.document.querySelector('#host');
    host?.attachShadow({ mode: 'open' }).append('inside');
    const { tokens } = finish(takeImage({ ...page, url: URL, now: still }));

    expect(tokens.slice(tokens.indexOf(MARK.shadow))).toEqual([
      MARK.shadow,
      'inside',
      MARK.end,
      'outside',
      MARK.end,
      MARK.end,
      MARK.end,
    ]);
  });

  it('is partial when time runs out, and so is its reading', () => {
    let at = 0;
    const page = openHtml(`<p>Tel. +49 30 5550 0101</p>${'<i>x</i>'.repeat(2000)}`, URL);
    const image = finish(takeImage({ ...page, url: URL, now: () => (at += LIMITS.budgetMs) }));

    expect(image.isPartial).toBe(true);
    expect(finish(readImage(image, { realm: page.realm, now: still })).notices).toContain('stopped');
    expect(imageOf('<p>Tel. +49 30 5550 0101</p>').isPartial).toBe(false);
  });

  it('does not count pauses as time of its own', () => {
    let at = 0;
    const taking = takeImage({ ...openHtml('<i>x</i>'.repeat(2000), URL), url: URL, now: () => at });
    let step = taking.next();
    for (; !step.done; step = taking.next()) at += 1000;

    expect(at).toBeGreaterThan(LIMITS.budgetMs);
    expect([step.value.isPartial, step.value.ms]).toEqual([false, 0]);
  });
});

describe('a page built up from its image', () => {
  it('gives the same reading as the page itself', () => {
    const folders = ['de', 'zh', 'structured', 'list'].map((group) => `test/fixtures/pages/${group}`);
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.html'))
        .slice(0, 2)
        .map((file) => `${folder}/${file}`),
    );
    const pages = files.map((file) => readFileSync(file, 'utf8'));

    expect(pages.length).toBe(8);
    for (const html of pages)
      expect(readHtml(html, URL)).toEqual(capturePage({ ...openHtml(html, URL), url: URL, now: still }));
  });

  it('keeps what only a lenient parser takes for a name from breaking it', () => {
    const { document } = finish(
      restoreImage(
        { url: URL, tokens: [['a"b', '"c', 'd', 'id', 'e'], 'text', MARK.end], isPartial: false, ms: 0 },
        openHtml('').realm,
      ),
    );
    expect([document.documentElement.id, document.documentElement.textContent]).toEqual(['e', 'text']);
  });
});
