const SHAPES: readonly RegExp[] = [
  /^$/,
  /^[-+(]?[¥￥$€£]?\s?[-+]?\d[\d.,' \u00A0\u202F]{0,30}[)%元]?-?$/,
  /^="?[^"]{0,40}"?$/,
  /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[T ].{1,30})?$/,
  /^[\w.+-]{1,64}@[\w.-]{1,100}$/,
  /^https?:\/\/\S{1,300}$/,
  /^[\p{L}\p{N}\p{M} _().&/#+*%-]{1,80}$/u,
];
/** Long texts cost time and tell nothing. */
const LONGEST = 400;
const UNKNOWN = 0.1;

/** The share of cells that look like something: blank, a number, a day, an address, plain words. 0 for no cells. */
export function cellShapes(rows: readonly (readonly string[])[]): number {
  let cells = 0;
  let known = 0;
  for (const row of rows) {
    for (const cell of row) {
      cells++;
      const text = cell.slice(0, LONGEST).trim();
      known += SHAPES.some((shape) => shape.test(text)) ? 1 : UNKNOWN;
    }
  }
  return cells === 0 ? 0 : known / cells;
}
