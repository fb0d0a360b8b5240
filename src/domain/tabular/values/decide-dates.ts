import { habitOfCurrency } from './currency-signs';
import { fullYear, type DateCell } from './date-cell';
import { dayOfCell, isoDay, realDay, type DateOrder, type DateReading } from './date-form';
import { tongueOf } from './header-tongue';
import { isMissing } from './missing-values';
import { readDateCell } from './read-date-cell';
import { serialOfCell, type SerialEpoch } from './serial-day';

/** What is known besides the values. All of it may be left out. */
export interface DateEvidence {
  /** Headers of the file; the column's own among them. */
  readonly headers?: readonly string[];
  /** ISO code of the amounts' currency. */
  readonly currency?: string | undefined;
  /** What the workbook says its serials count from; 1900 when nothing does. */
  readonly epoch?: SerialEpoch;
  /** How another file of its kind is read: counts where no value settles it. */
  readonly order?: DateOrder | undefined;
}

/** Values that settle the order otherwise than the rest, fewer than this share, are slips: they cannot be read. */
const SLIPS = 0.02;
/** A column of serials may hold some text, such as 合计, but no date. */
const SERIALS = 0.8;

/**
 * How a column's dates are to be read, from all its distinct values in the order of the file. By elimination first: a part
 * above 12 is a day, one above 31 a year. When no value settles it, in this order: full stops mean day first; the reading
 * in which the file is sorted by date; for two digits, dashes or Chinese headers mean year first; the language of headers
 * and month names; the currency; last month first. Only sortedness depends on the order of the values.
 */
export function decideDates(values: readonly string[], evidence: DateEvidence = {}): DateReading {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const headers = evidence.headers ?? [];
  const serials = tally.days + tally.months === 0 && tally.serials > SERIALS * tally.given;
  const serial = serials ? (evidence.epoch ?? '1900') : undefined;
  const republic = tally.saysRoc || (tally.roc > 0 && headers.some(speaksOfRepublic));
  const base: DateReading = {
    order: 'month-first',
    yearFirst: false,
    assumed: false,
    conflict: false,
    styles: tally.styles.size + (serials ? 1 : 0),
    mixed: tally.styles.size > 1,
    serial,
    monthOnly: tally.months > 0 && tally.days === 0,
    republic,
  };
  return { ...base, ...decideOrder(tally, base, evidence) };
}

/** 民國 itself, or signs that only traditional Chinese writes: nobody else has years of three digits. */
function speaksOfRepublic(header: string): boolean {
  return /民[國国]|[單據訂戶號開發額銷貨時間員稱]/.test(header);
}

type Order = Pick<DateReading, 'order' | 'yearFirst' | 'assumed' | 'conflict'>;

function decideOrder(tally: Tally, base: DateReading, evidence: DateEvidence): Order {
  const place = yearPlace(tally, base, evidence);
  const { yearFirst } = place;
  const votes = yearFirst ? tally.long : tally.all;
  const settled = votes.dayFirst + votes.monthFirst;
  if (settled > 0 || votes.open === 0) {
    const order: DateOrder = settled > 0 && votes.dayFirst >= votes.monthFirst ? 'day-first' : 'month-first';
    const slips = Math.min(votes.dayFirst, votes.monthFirst);
    return { ...place, order, conflict: slips > SLIPS * settled };
  }
  if (evidence.order !== undefined) return { ...place, order: evidence.order, conflict: false };
  const sorted = bySorting(tally, base, [
    { order: 'month-first', yearFirst },
    { order: 'day-first', yearFirst },
  ]);
  const order = tally.stops > 0 ? 'day-first' : (sorted?.order ?? orderByHabit(tally, evidence));
  return { yearFirst, order, assumed: true, conflict: false };
}

/** There are fewer years than days: so many times fewer settle where the year stands. */
const SURELY = 4;

/** Whether short dates begin with their year. */
function yearPlace(
  tally: Tally,
  base: DateReading,
  { headers = [] }: DateEvidence,
): Pick<Order, 'yearFirst' | 'assumed'> {
  if (base.republic) return { yearFirst: true, assumed: false };
  const { fits } = tally;
  const last = Math.max(fits.dayFirst, fits.monthFirst);
  if (fits.yearFirst !== last || last === 0) return { yearFirst: fits.yearFirst > last, assumed: false };
  const assumed = true;
  const short = tally.sample.filter(({ kind }) => kind === 'short');
  const [firsts, lasts] = [new Set(short.map(({ a }) => a)).size, new Set(short.map(({ c }) => c)).size];
  const [fewer, more] = [Math.min(firsts, lasts), Math.max(firsts, lasts)];
  if (fewer * 2 <= more) return { yearFirst: firsts < lasts, assumed: fewer * SURELY > more };
  if (tally.stops > 0) return { yearFirst: false, assumed };
  const sorted = bySorting(tally, base, CANDIDATES);
  const byHabit = tally.dashes > 0 || tongueOf(headers) === 'east-asian';
  return { yearFirst: sorted ? sorted.yearFirst : byHabit, assumed };
}

interface Candidate {
  readonly order: DateOrder;
  readonly yearFirst: boolean;
}

const CANDIDATES: readonly Candidate[] = [
  { order: 'month-first', yearFirst: false },
  { order: 'day-first', yearFirst: false },
  { order: 'month-first', yearFirst: true },
];

const SORTED = 0.9;
const CLEARLY = 0.2;
const PAIRS = 3;

/** The reading in which the dates nearly always rise, or nearly always fall, when no other does nearly as well. */
function bySorting(tally: Tally, base: DateReading, candidates: readonly Candidate[]): Candidate | undefined {
  const scored = candidates
    .map((candidate) => ({ candidate, score: sortedness(tally.sample, { ...base, ...candidate }) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < SORTED || best.score - (next?.score ?? 0) < CLEARLY) return undefined;
  return best.candidate;
}

/** Share of the steps that go the commoner way; 0 when there are too few, or a date does not exist. */
function sortedness(cells: readonly DateCell[], reading: DateReading): number {
  let up = 0;
  let down = 0;
  let before: number | undefined;
  for (const cell of cells) {
    const day = dayOfCell(cell, reading);
    if (day === undefined) return 0;
    if (before !== undefined && day > before) up++;
    else if (before !== undefined && day < before) down++;
    before = day;
  }
  return up + down < PAIRS ? 0 : Math.max(up, down) / (up + down);
}

function orderByHabit(tally: Tally, { headers = [], currency }: DateEvidence): DateOrder {
  const continental = tally.foreign || tongueOf(headers) === 'continental';
  return continental || habitOfCurrency(currency).order === 'day' ? 'day-first' : 'month-first';
}

const SAMPLE = 5000;

interface Votes {
  dayFirst: number;
  monthFirst: number;
  /** Values that can be read either way and mean different days. */
  open: number;
}

/** What the values of a column say. */
class Tally {
  given = 0;
  serials = 0;
  days = 0;
  months = 0;
  roc = 0;
  saysRoc = false;
  foreign = false;
  /** Separators of dates that the column has to settle. */
  stops = 0;
  dashes = 0;
  readonly styles = new Set<string>();
  /** How many of the short dates exist in each reading. */
  readonly fits = { yearFirst: 0, dayFirst: 0, monthFirst: 0 };
  /** The dates that the column has to settle, in the order of the file; the first of them. */
  readonly sample: DateCell[] = [];
  /** The order of day and month: of dates with four-digit years, and of short ones too. */
  readonly long: Votes = { dayFirst: 0, monthFirst: 0, open: 0 };
  readonly all: Votes = { dayFirst: 0, monthFirst: 0, open: 0 };

  add(value: string): void {
    if (isoDay(value) !== undefined) {
      this.given++;
      this.days++;
      this.styles.add('year-first-');
      return;
    }
    if (isMissing(value)) return;
    this.given++;
    if (serialOfCell(value) !== undefined) {
      this.serials++;
      return;
    }
    const cell = readDateCell(value);
    if (cell) this.addCell(cell);
  }

  private addCell(cell: DateCell): void {
    this.styles.add(cell.style);
    if (cell.saysRoc) this.saysRoc = true;
    if (cell.foreign) this.foreign = true;
    if (cell.kind === 'month') this.months++;
    else this.days++;
    if (cell.kind === 'roc') this.roc++;
    if (cell.kind === 'open' || cell.kind === 'short') this.addOpen(cell);
  }

  private addOpen(cell: DateCell): void {
    const { kind, a, b, c, style, yearAt } = cell;
    if (style.endsWith('.')) this.stops++;
    if (this.sample.length < SAMPLE) this.sample.push(cell);
    const year = kind === 'open' ? c : fullYear(c);
    const dayFirst = yearAt !== 'first' && realDay(year, b, a) !== undefined;
    const monthFirst = yearAt !== 'first' && realDay(year, a, b) !== undefined;
    count(this.all, dayFirst, monthFirst, a === b);
    if (kind === 'open') {
      count(this.long, dayFirst, monthFirst, a === b);
      return;
    }
    if (style.endsWith('-')) this.dashes++;
    if (dayFirst) this.fits.dayFirst++;
    if (monthFirst) this.fits.monthFirst++;
    if (yearAt !== 'last' && realDay(fullYear(a), b, c) !== undefined) this.fits.yearFirst++;
  }
}

function count(votes: Votes, dayFirst: boolean, monthFirst: boolean, same: boolean): void {
  if (dayFirst && monthFirst) votes.open += same ? 0 : 1;
  else if (dayFirst) votes.dayFirst++;
  else if (monthFirst) votes.monthFirst++;
}
