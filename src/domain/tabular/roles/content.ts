import { parseDate } from '../values/date-form';
import { decideDates } from '../values/decide-dates';
import { decideNumbers } from '../values/decide-numbers';
import { parseNumber } from '../values/number-form';
import type { Role } from './roles';
import { saleStateOf } from './sale-state';

export type ContentKind = 'date' | 'number' | 'text' | 'empty';

/** What the sampled cells of a column look like. */
export interface Content {
  readonly kind: ContentKind;
  /** Cells with something in them, 0…1. */
  readonly filled: number;
  /** Whole numbers that could be days of a spreadsheet, 1927…2119. */
  readonly serials: boolean;
  /** Whole numbers too long to be money, or with a zero in front. */
  readonly ids: boolean;
  /** Nothing but 0 and 1. */
  readonly flags: boolean;
  readonly percents: boolean;
  /** Telephone numbers or mail addresses. */
  readonly contacts: boolean;
  /** At least one cell is a known word for sold or unsold. */
  readonly states: boolean;
}

const MOST = 0.8;
/** Filled cells of a column that are enough to know it by. */
const LOOKED_AT = 150;
const MARKS = '(?:[¥￥$€£₩]|US\\$|HK\\$|NT\\$|R\\$|RMB|CNY|USD|EUR|GBP|HKD|TWD|JPY|CHF)';
const UNITS = '(?:元|万|万元|亿|円|千円|€|\\$|£|kr|%|CR|DR|EUR|USD|CNY|RMB|GBP|CHF|JPY|TWD|HKD)';
/** Numbers and dates that are read later, or told as unreadable: seen as what they are meant to be. */
const LIKE_NUMBER = new RegExp(`^[-+(]{0,2} ?${MARKS}? ?[-+]?\\d[\\d.,' \\u00A0\\u202F]{0,30} ?${UNITS}?\\)?-?$`, 'i');
const LIKE_DATE =
  /^(?:\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?|\d{4}[-/年]\d{1,2}月?|\d{1,2}[-. ]?[a-zéûä]{3,9}\.?[-. ,]{1,2}\d{2,4}|[a-z]{3,9}\.?[- ]\d{1,2},?[- ]\d{2,4}|(?:令和|平成)\d{1,2}年\d{1,2}月\d{1,2}日)(?:[T ].{0,24})?$/i;
const BLANK = /^(?:[-–—/]|n\/a|null|none|nan|空|无|#n\/a)?$/i;

export function contentOf(values: readonly string[]): Content {
  const all = values.map(unwrapped).filter((value) => !BLANK.test(value));
  const given = all.slice(0, LOOKED_AT);
  const share = (test: (value: string) => boolean): boolean =>
    given.length > 0 && given.filter(test).length / given.length >= MOST;
  const whole = share((value) => /^\d{1,20}(?:\.0)?$/.test(value));
  return {
    kind: kindOf(given, share),
    filled: values.length === 0 ? 0 : all.length / values.length,
    serials: share((value) => /^\d{5}(?:\.\d+)?$/.test(value) && Number(value) >= 10_000 && Number(value) < 80_000),
    ids: whole && share((value) => value.length >= 11 || /^0\d/.test(value)),
    flags: share((value) => value === '0' || value === '1') && given.includes('1'),
    percents: share((value) => value.endsWith('%')),
    contacts: share(
      (value) => /^[^\s@]{1,64}@[^\s@]{1,120}$/.test(value) || /^(?:\+\d[\d ()-]{8,18}|1[3-9]\d{9})$/.test(value),
    ),
    states: given.some((value) => saleStateOf(value) !== undefined),
  };
}

/** No sampled cell of any column has anything in it: only the headers can tell. */
export const UNKNOWN: Content = {
  kind: 'empty',
  filled: 0,
  serials: false,
  ids: false,
  flags: false,
  percents: false,
  contacts: false,
  states: true,
};

/** Leading tabs, apostrophes and backticks and ="…" keep ids whole in spreadsheets. */
function unwrapped(value: string): string {
  const text = value.slice(0, 200).normalize('NFKC').trim();
  return text
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['`]/, '')
    .trim();
}

function kindOf(given: readonly string[], share: (test: (value: string) => boolean) => boolean): ContentKind {
  if (given.length === 0) return 'empty';
  const dates = { ...decideDates(given), serial: undefined };
  if (share((value) => parseDate(value, dates) !== undefined || LIKE_DATE.test(value))) return 'date';
  const form = decideNumbers(given);
  return share((value) => parseNumber(value, form) !== undefined || LIKE_NUMBER.test(value)) ? 'number' : 'text';
}

const KINDS: Readonly<Record<Role, readonly ContentKind[]>> = {
  customer: ['text', 'number'],
  customerId: ['text', 'number'],
  date: ['date'],
  orderId: ['text', 'number', 'date'],
  amount: ['number'],
  quantity: ['number'],
  unitPrice: ['number'],
  product: ['text', 'number'],
  productLine: ['text', 'number'],
  refund: ['number', 'empty'],
  status: ['text', 'number'],
  salesperson: ['text', 'number'],
  industry: ['text', 'empty'],
  region: ['text', 'number', 'empty'],
  channel: ['text', 'number', 'empty'],
  cost: ['number'],
  profit: ['number'],
  paidDate: ['date', 'empty'],
  dueDate: ['date', 'empty'],
  reason: ['text', 'empty'],
  currency: ['text'],
};

const MONEY: ReadonlySet<Role> = new Set<Role>(['amount', 'unitPrice', 'refund', 'cost', 'profit']);
const DATES: ReadonlySet<Role> = new Set<Role>(['date', 'paidDate', 'dueDate']);

/** How far cells look like a role, 0…1: 0 rules it out. `blind` when the file has no cells to look at. */
export function fitOf(role: Role, content: Content, blind: boolean): number {
  if (blind) return 1;
  if (DATES.has(role) && content.serials) return 0.99;
  if (!KINDS[role].includes(content.kind)) return 0;
  if (MONEY.has(role)) return isMoney(role, content) ? 1 : 0;
  return personFit(role, content);
}

/** A column of 0 and 1 says whether something was paid back, not how much. */
function isMoney(role: Role, { ids, percents, contacts, flags }: Content): boolean {
  return !ids && !percents && !contacts && !(role === 'refund' && flags);
}

/** Customers and sellers have names; numbers and addresses are the second choice. */
function personFit(role: Role, { kind, contacts }: Content): number {
  if (role === 'customer' && contacts) return 0.75;
  if (role === 'customer' && kind === 'number') return 0.9;
  return role === 'salesperson' && kind === 'number' ? 0.7 : 1;
}
