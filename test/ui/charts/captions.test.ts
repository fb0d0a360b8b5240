// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { layOutCaption } from '@/src/ui/charts/caption';
import { captionedPng } from '@/src/ui/charts/captioned-png';
import { captionedSvg } from '@/src/ui/charts/captioned-svg';
import { must } from '@/src/kernel/assert';
import { runs } from '@/test/support/runs';

const LOOK = { dark: false, fontFamily: '"Noto Sans SC", sans-serif' };
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="300" height="200" viewBox="0 0 300 200"><g/></svg>';

const parsed = (svg: string): Element => {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return documentElement;
};
const textOf = (of: Element, selector: string): string => must(of.querySelector(selector), selector).textContent ?? '';

describe('the words around a picture', () => {
  it('stand above and below it, in lines no wider than it is', () => {
    const layout = layOutCaption({ title: '帕累托', lines: ['One short line.', '金额'.repeat(20)] }, 300, 200);

    expect(layout.texts.map(({ text, y }) => [text, y])).toEqual([
      ['帕累托', 14],
      ['One short line.', 242],
      ['金额'.repeat(15), 256],
      ['金额'.repeat(5), 270],
    ]);
    expect([layout.top, layout.height]).toEqual([26, 274]);
  });

  it.each([
    ['nothing to say', { title: '', lines: [] }, [], 206],
    ['an empty line', { title: 'T', lines: [''] }, ['T'], 226],
  ])('take no room for %s', (_, caption, texts, height) => {
    const layout = layOutCaption(caption, 300, 200);
    expect([layout.texts.map(({ text }) => text), layout.height]).toEqual([texts, height]);
  });

  it('are cut where they would go on for ever, and break what has no spaces', () => {
    const { texts } = layOutCaption({ title: 'x'.repeat(100), lines: ['word '.repeat(5000)] }, 100, 50);

    expect(texts.filter(({ size }) => size === 10)).toHaveLength(12);
    expect(texts.at(-1)?.text).toBe('…');
    expect(texts.every(({ text }) => text.length <= 24)).toBe(true);
  });
});

describe('a picture as SVG', () => {
  it('carries them, to be seen and to be read out', () => {
    const lines = ['k is the number needed.', 'orders.csv, sha256 00ff'];
    const whole = parsed(captionedSvg(PICTURE, { title: 'A < B & "C"', lines }, LOOK));

    expect([textOf(whole, 'title'), textOf(whole, 'desc')]).toEqual(['A < B & "C"', lines.join('\n')]);
    expect([...whole.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['A < B & "C"', ...lines]);
    expect(['width', 'height'].map((name) => whole.getAttribute(name))).toEqual(['300', '260']);
    const picture = must(whole.querySelector('svg.marks'), 'the picture');
    expect(['y', 'width', 'height'].map((name) => picture.getAttribute(name))).toEqual(['26', '300', '200']);
  });

  it.each(['', '<svg>', '<p width="1" height="1"/>', '<svg width="a" height="2">'])('is left as it is: %s', (svg) => {
    expect(captionedSvg(svg, { title: 'T', lines: [] }, LOOK)).toBe(svg);
  });

  it('is XML whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (title, lines) => {
        const svg = captionedSvg(PICTURE, { title, lines }, LOOK);
        const words = svg.slice(svg.indexOf('<title>'), svg.indexOf('<svg y='));
        const marks = words.replaceAll(/<\/?(?:title|desc|g|text)(?: [a-z-]+="[^"<>]*")*>/g, '');
        expect(marks).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)|[^\P{Cc}\n]|\p{Cs}/u);
      }),
      { ...runs(100, 2000), seed: 62 },
    );
  });
});

describe('a picture as PNG', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('has the words drawn around it, at its own scale', async () => {
    const drawn: unknown[] = [];
    const context = {
      scale: (x: number) => drawn.push(['scale', x]),
      fillText: (text: string, x: number, y: number) => drawn.push([text, x, y]),
      setTransform: () => undefined,
      drawImage: (_: unknown, x: number, y: number) => drawn.push(['picture', x, y]),
    };
    class Canvas {
      constructor(width: number, height: number) {
        drawn.push([width, height]);
      }
      getContext = () => context;
      convertToBlob = async () => new Blob(['png']);
    }
    vi.stubGlobal('createImageBitmap', async () => ({ width: 600, height: 400, close: () => undefined }));
    vi.stubGlobal('OffscreenCanvas', Canvas);
    const blob = await captionedPng(new Blob(), { title: '标题', lines: ['orders.csv'] }, LOOK);

    expect(await blob.text()).toBe('png');
    expect(drawn).toEqual([
      [600, 492],
      ['scale', 2],
      ['标题', 0, 14],
      ['orders.csv', 0, 242],
      ['picture', 0, 52],
    ]);
  });
});
