import { dateCell, fullYear, type DateCell } from './date-cell';

const REPUBLIC = 1911;
/** The year before the first of each era. */
const ERAS: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['公元', 0],
  ['西元', 0],
  ['民國', REPUBLIC],
  ['民国', REPUBLIC],
  ['中華民國', REPUBLIC],
  ['中华民国', REPUBLIC],
  ['令和', 2018],
  ['r', 2018],
  ['平成', 1988],
  ['h', 1988],
  ['昭和', 1925],
  ['s', 1925],
]);

const DATE =
  /^(\p{L}{0,4}?) ?(\d{1,4}|元) ?(?:[年년] ?|[-/.])(\d{1,2}) ?(?:[月월] ?|[-/.]|$)(?:(\d{1,2}) ?[日號号일]?)?$/u;

/** 2024年1月5日 · 2024年1月 · 民國113年1月5日 · 民國113/01/05 · 令和6年1月5日 · R6.1.5; in lower case. */
export function hanDate(text: string): DateCell | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, era = '', year = '', month, day] = match;
  const start = ERAS.get(era);
  // H12-3-4 is a product.
  if (start === undefined || (era.length === 1 && text.includes('-'))) return undefined;
  const kind = day === undefined ? 'month' : 'day';
  const rest = [Number(month), Number(day ?? 0)];
  if (start === 0) return /[年년]/.test(text) ? withoutEra(year, rest, kind) : undefined;
  const first = year === '元' ? 1 : Number(year);
  return { ...dateCell(kind, [start + first, ...rest], `era-${start}`), saysRoc: start === REPUBLIC };
}

function withoutEra(year: string, rest: readonly number[], kind: 'day' | 'month'): DateCell | undefined {
  if (year.length === 3) return kind === 'day' ? dateCell('roc', [Number(year), ...rest], 'roc-han') : undefined;
  if (year.length === 1) return undefined;
  return dateCell(kind, [fullYear(Number(year)), ...rest], 'han');
}
