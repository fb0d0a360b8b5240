import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { afterEach, describe, expect, it } from 'vitest';
import { chartFault } from '@/src/domain/notebook/chart-cell';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { closedSvg } from '@/src/ui/charts/closed-svg';
import { compileChart } from '@/src/ui/charts/compile-chart';
import { NO_LOADER } from '@/src/ui/charts/no-loader';

const ENCODING = { x: { field: 'a', type: 'quantitative' } };
const calculated = (calculate: string): ChartSpec => ({
  mark: 'bar',
  transform: [{ calculate, as: 'b' }],
  encoding: ENCODING,
});

/** Ways to fetch something or to leave the page, in places where Vega-Lite would follow them. */
const REFUSED: Readonly<Record<string, unknown>> = {
  'data by address': { mark: 'bar', data: { url: 'http://evil.example/x.json' }, encoding: ENCODING },
  'named data': { mark: 'bar', datasets: { a: [] }, encoding: ENCODING },
  'data of a layer': { layer: [{ data: { url: 'http://evil.example/x' }, mark: 'bar' }] },
  'a lookup': { mark: 'bar', transform: [{ lookup: 'a', from: { data: { url: 'http://evil.example/x' }, key: 'a' } }] },
  'an image mark': { mark: 'image', encoding: { x: { field: 'a' } } },
  'an image mark in full': { mark: { type: 'image' }, encoding: ENCODING },
  'an image by address': { mark: { type: 'point', url: 'http://evil.example/x.png' } },
  'a link on a mark': { mark: { type: 'bar', href: 'javascript:hit()' } },
  'a link as a channel': { mark: 'bar', encoding: { href: { field: 'a' } } },
  'a map by address': { mark: 'geoshape', data: { url: 'http://evil.example/x', format: { type: 'topojson' } } },
  'settings of the embedding': { mark: 'bar', usermeta: { embedOptions: { loader: {} } } },
  'an element outside': { mark: 'bar', params: [{ name: 'p', bind: { element: '#root', input: 'text' } }] },
  'Vega itself': { mark: 'bar', signals: [{ name: 's', update: 'hit()' }] },
  'a prototype': JSON.parse('{"mark":"bar","__proto__":{"data":{"url":"x"}}}'),
  'a deep nest': JSON.parse(`${'{"layer":['.repeat(60)}${']}'.repeat(60)}`),
};

/** Expressions that reach for the page. The interpreter knows data and pure functions only. */
const HARMLESS = [
  "[].constructor.constructor('hit()')()",
  "''.constructor.constructor('globalThis.hit()')()",
  "toString.constructor('hit()')()",
  "datum.constructor.constructor('hit()')()",
  'event.view.hit()',
  'event.view.eval("hit()")',
  'window.hit()',
  'globalThis.hit()',
  "scale.constructor('hit()')()",
  "replace('x', /x/, hit)",
  "{toString: {call: hit}} + ''",
  "datum['__proto__']['constructor']['constructor']('hit()')()",
];

/** A saved picture has no policy around it: whoever opens it would ask for these. */
const PAINTED: Readonly<Record<string, object>> = {
  'a fill': { mark: { type: 'bar', fill: 'url(http://evil.example/a.svg#a)' } },
  'a stroke in other letters': { mark: { type: 'bar', stroke: "URL( 'http://evil.example/a.svg#a')" } },
  'a fill that is spelled otherwise': { mark: { type: 'bar', fill: 'u\\72l(http://evil.example/a.svg#a)' } },
  'a fill of each row': {
    transform: [{ calculate: "'url(http://evil.example/' + datum.a + '#a)'", as: 'b' }],
    mark: 'bar',
    encoding: { ...ENCODING, fill: { field: 'b', scale: null } },
  },
  'a way of blending': { mark: { type: 'bar', blend: 'normal; cursor: url(http://evil.example/a.png), auto' } },
  'a set of images': {
    mark: { type: 'bar', blend: 'normal; cursor: image-set("http://evil.example/a.png" 1x), auto' },
  },
};

let hits = 0;
Object.assign(globalThis, { hit: () => ++hits });
afterEach(() => {
  hits = 0;
});

async function draw(spec: ChartSpec): Promise<string> {
  const whole = { ...spec, data: { values: [{ a: 1 }, { a: 2 }] } };
  const compiled = compileChart(whole, { dark: false, fontFamily: 'sans-serif', language: 'en' });
  const view = new View(parse(compiled, undefined, { ast: true }), {
    expr: expressionInterpreter,
    loader: NO_LOADER,
    renderer: 'none',
  });
  try {
    await view.runAsync();
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

describe('a chart of a stranger', () => {
  it.each(Object.entries(REFUSED))('is not drawn with %s', (_, spec) => {
    expect(chartFault(spec)).toMatch(/not permitted|too large/);
  });

  it.each(HARMLESS)('runs nothing by the expression %s', async (expression) => {
    const spec = calculated(expression);
    expect(chartFault(spec)).toBeUndefined();
    await draw(spec).catch(() => undefined);

    expect(hits).toBe(0);
  });

  it.each(Object.entries(PAINTED))('leads out of its saved picture by %s no more', async (_, spec) => {
    const whole = { encoding: ENCODING, ...spec };
    expect(chartFault(whole)).toBeUndefined();
    const svg = await draw(whole);

    expect(svg).toContain('evil.example');
    expect(closedSvg(svg)).not.toContain('evil.example');
    expect(closedSvg(svg)).toContain('<path');
  });

  it('keeps everything else of its saved picture, gradients and words that look like addresses among it', async () => {
    const stops = ['#000', 'rgb(9, 9, 9)'].map((color, offset) => ({ color, offset }));
    const svg = await draw({
      layer: [
        { mark: { type: 'bar', fill: { gradient: 'linear', stops } } },
        { mark: { type: 'text', angle: 30, text: 'url(http://evil.example)' } },
      ],
      encoding: ENCODING,
    });

    expect(svg).toMatch(/fill="url\(#\w+\)".*url\(http:\/\/evil.example\)<\/text>/s);
    expect(closedSvg(svg)).toBe(svg);
  });

  it('is drawn where it is harmless, and the trap is one', async () => {
    expect(await draw(calculated('datum.a + 1'))).toContain('<path');
    (globalThis as unknown as { hit: () => void }).hit();

    expect(hits).toBe(1);
  });
});
