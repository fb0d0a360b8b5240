import { dateCell, type DateCell } from './date-cell';

const SEPARATED = /^(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4}))?$/;

/** 2024-01-05 · 05.01.2024 · 24/1/5 · 113/01/05 · 2024-01 */
export function numericDate(text: string): DateCell | undefined {
  const match = SEPARATED.exec(text);
  if (!match) return undefined;
  const [, first = '', sign = '', middle = '', last] = match;
  const parts = [Number(first), Number(middle), Number(last ?? 0)];
  const shape = SHAPES.get(`${first.length}${last?.length ?? 0}`);
  return shape && { ...dateCell(shape.kind, parts, `${shape.style}${sign}`), yearAt: shape.yearAt };
}

type Shape = Pick<DateCell, 'kind' | 'style' | 'yearAt'>;

const MONTH: Shape = { kind: 'month', style: 'year-month', yearAt: undefined };
const DAY: Shape = { kind: 'day', style: 'year-first', yearAt: undefined };
const OPEN: Shape = { kind: 'open', style: 'year-last', yearAt: undefined };
const REPUBLIC: Shape = { kind: 'roc', style: 'republic', yearAt: undefined };
const SHORT: Shape = { kind: 'short', style: 'short', yearAt: undefined };

/** By the number of digits of the first part and of the last. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['40', MONTH],
  ['41', DAY],
  ['42', DAY],
  ['14', OPEN],
  ['24', OPEN],
  ['31', REPUBLIC],
  ['32', REPUBLIC],
  ['22', SHORT],
  ['12', { ...SHORT, yearAt: 'last' }],
  ['21', { ...SHORT, yearAt: 'first' }],
]);

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(?:t[0-2]\d|[01]\d|2[0-3])[0-5]\d[0-5]\dz?)?$/;

/** 20240105 · 20240105T132000Z · 1130105 (of the Republic) · 01/2024 · 2024q1 · q1 2024 · 2024年第1季度; in lower case. */
export function compactDate(text: string): DateCell | undefined {
  const day = COMPACT.exec(text);
  if (day) return dateCell('day', day.slice(1, 4).map(Number), 'compact');
  const republic = /^(1\d{2})(\d{2})(\d{2})$/.exec(text);
  if (republic) return dateCell('roc', republic.slice(1).map(Number), 'roc-compact');
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (month) return dateCell('month', [Number(month[2]), Number(month[1])], 'month-year');
  const yearFirst = /^(\d{4})(?:[- /]?q|年第?)([1-4])(?:季度?)?$/.exec(text);
  if (yearFirst) return quarter(yearFirst[1], yearFirst[2]);
  const quarterFirst = /^q([1-4])[- /]?(\d{4})$/.exec(text);
  return quarterFirst ? quarter(quarterFirst[2], quarterFirst[1]) : undefined;
}

function quarter(year: string | undefined, which: string | undefined): DateCell {
  return dateCell('month', [Number(year), Number(which) * 3 - 2], 'quarter');
}
