import { at } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import { cellText } from '../columns/column';
import { foldHeader } from '../roles/fold-header';
import type { Table } from '../table';
import { currencyCode, isIsoCode } from '../values/currency-code';
import { currencyOfSign } from '../values/currency-signs';
import { parseDate } from '../values/date-form';
import { decideDates } from '../values/decide-dates';
import { isMissing } from '../values/missing-values';
import type { RateFault, RateLine } from './rate-table';

type Part = 'currency' | 'rate' | 'from';

const WORDS: Readonly<Record<Part, readonly string[]>> = {
  currency:
    '币种|币别|货币|货币代码|currency|currency code|ccy|code|from currency|währung|devise|divisa|moneda|通貨'.split(
      '|',
    ),
  rate: '汇率|折算率|折算汇率|中间价|rate|exchange rate|fx rate|kurs|wechselkurs|taux|cambio|tasa|レート'.split('|'),
  from: '日期|生效日期|起始日期|date|from|valid from|since|day|datum|gültig ab|fecha|日付'.split('|'),
};

/**
 * The rates that stand in the table of a file: columns of currency, rate and, if there is one, day, found by their names or
 * by what is in them; or one column of rates for each currency beside a day.
 * @param headerRow the line that names the columns, 0 for none: lines are counted from it.
 */
export function rateLines(table: Table, headerRow: number): Result<readonly RateLine[], RateFault> {
  const rows = rowsOf(table, headerRow);
  const wide = table.names.flatMap((name, place) => (isCurrency(name) ? [place] : []));
  const places = wide.length > 0 ? undefined : placesOf(table.names, rows);
  if (wide.length === 0 && !places) return err({ code: 'no-rate-columns', line: 0, text: table.names.join(', ') });
  const lines: RateLine[] = [];
  for (const { line, cells } of rows) {
    if (cells.length > table.names.length) return err({ code: 'rate-row', line, text: cells.join(', ').slice(0, 40) });
    const cell = (place: number | undefined): string => (place === undefined ? '' : (cells[place] ?? '')).trim();
    if (places) lines.push({ line, currency: cell(places.currency), rate: cell(places.rate), from: cell(places.from) });
    else lines.push(...acrossOf(line, wide, table.names, cells));
  }
  return ok(lines);
}

interface RateRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** All rows in their order: one that leaves its last cells out is a row. */
function rowsOf({ columns, rowNumbers, ragged }: Table, before: number): readonly RateRow[] {
  const full = Array.from(rowNumbers, (number, row) => ({
    line: before + number,
    cells: columns.map((column) => cellText(column, row)),
  }));
  const short = ragged.map(({ row, cells }) => ({ line: before + row, cells }));
  return [...full, ...short].sort((a, b) => a.line - b.line);
}

function isCurrency(name: string): boolean {
  const code = currencyCode(name);
  return isIsoCode(code) && currencyOfSign(code) !== undefined;
}

/** Rates that stand side by side; a blank one is none. */
function acrossOf(
  line: number,
  wide: readonly number[],
  names: readonly string[],
  cells: readonly string[],
): RateLine[] {
  const day = names.findIndex((name, place) => !wide.includes(place) && isWord('from', name));
  const from = cells[day] ?? '';
  return wide.flatMap((place) => {
    const rate = cells[place] ?? '';
    return isMissing(rate) ? [] : [{ line, currency: at(names, place), rate, from }];
  });
}

type Places = Record<'currency' | 'rate', number> & { from?: number };

function placesOf(names: readonly string[], rows: readonly RateRow[]): Places | undefined {
  const named = (part: Part): number => names.findIndex((name) => isWord(part, name));
  const cellsOf = (place: number): string[] =>
    rows.map(({ cells }) => cells[place] ?? '').filter((cell) => !isMissing(cell));
  const free = names.map((_, place) => place).filter((place) => cellsOf(place).length > 0);
  const find = (part: Part, looks: (cells: readonly string[]) => boolean, taken: readonly number[]): number => {
    const byName = named(part);
    if (byName >= 0 && !taken.includes(byName)) return byName;
    const alike = free.filter((place) => !taken.includes(place) && looks(cellsOf(place)));
    return alike.length === 1 ? at(alike, 0) : -1;
  };
  const currency = find('currency', (cells) => cells.every((cell) => isCurrency(cell)), []);
  const from = find('from', areDates, [currency]);
  const rate = find('rate', (cells) => cells.every((cell) => /^[\d.,'’ ]{1,40}$/.test(cell.trim())), [currency, from]);
  if (currency < 0 || rate < 0) return undefined;
  return { currency, rate, ...(from < 0 ? {} : { from }) };
}

function isWord(part: Part, name: string): boolean {
  const folded = foldHeader(name);
  return WORDS[part].some((word) => foldHeader(word) === folded);
}

function areDates(cells: readonly string[]): boolean {
  const reading = decideDates(cells);
  return cells.every((cell) => parseDate(cell, reading) !== undefined && !/^\d{1,4}(?:[.,]\d+)?$/.test(cell.trim()));
}
