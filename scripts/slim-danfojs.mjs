import { readFile } from 'node:fs/promises';

const BEGIN = 'var Hte=ri(($te,u8)=>{';
const NEXT = '});var Jte=ri(';
const LEAST = 3_500_000;

/**
 * danfojs without Plotly. Its published bundle is one file of 6 MB, more than half of it a charting library that this
 * product never calls; store linters refuse files over 5 MB. Plotly is one wrapped module in the bundle: its body is left
 * out. The version is pinned, and a bundle that looks otherwise stops the build.
 *
 * @returns {import('vite').Plugin}
 */
export function slimDanfojs() {
  return {
    name: 'slim-danfojs',
    enforce: 'pre',
    load: {
      filter: { id: /danfojs\/lib\/bundle\.esm\.js$/ },
      async handler(id) {
        return withoutPlotly(await readFile(id, 'utf8'));
      },
    },
  };
}

/** The text of the published bundle without the body of Plotly. */
export function withoutPlotly(bundle) {
  const start = bundle.indexOf(BEGIN);
  const end = bundle.indexOf(NEXT, start + LEAST);
  const body = bundle.slice(start, end);
  if (start < 0 || end < 0 || !body.includes('Plotly'))
    throw new Error('danfojs has changed: mend scripts/slim-danfojs.mjs');
  return bundle.slice(0, start) + BEGIN + bundle.slice(end);
}
