import type { Loader } from 'vega';

function refuse(): never {
  throw new Error('Charts load nothing.');
}

/** A Vega loader that loads nothing. `sanitize` must answer: Vega's SVG renderer crashes when it throws. */
export const NO_LOADER: Loader = {
  load: refuse,
  sanitize: async () => ({ href: 'data:,' }),
  http: refuse,
  file: refuse,
};
