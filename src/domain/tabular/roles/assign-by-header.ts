import type { AssignedRoles } from './assigned-roles';
import type { ColumnLook } from './column-look';
import { fitOf } from './content';
import { foldHeader } from './fold-header';
import { orderLevelAmounts } from './order-level';
import { ROLES, type Role } from './roles';
import { isRuledOut, scoreHeader, type HeaderScore } from './score-header';
import { basisOf } from './amount-basis';

interface Candidate extends HeaderScore {
  readonly column: ColumnLook;
  readonly role: Role;
}

const ENOUGH = 0.5;
/** Scores nearer than this are equal. */
const TIE = 0.004;
/** An order's own total gives way to the amount of a line, however well it is named. */
const ORDER_LEVEL = 0.35;
/** Between what was billed with tax and the amount of a line. */
const WITH_TAX = 0.94;
/** Better than a product's code, not as good as a name that says so. */
const DESCRIPTION = 0.93;

/** What an amount gains by being with tax, and loses by being without, against its equals. */
const TAX_GAIN: Readonly<Record<string, number>> = { with: 0.02, without: -0.02 };
/** A date of an unknown kind scores less than this. */
const ANY_DATE = 0.64;

/** To take the wrong column for these is worse than to be asked: two that fit equally well are both left alone. */
const CRUCIAL: ReadonlySet<Role> = new Set<Role>(['customer', 'date', 'amount']);
const TAX = /税额|消费税|营业税|税金/;
const TAX_WORDS = / (?:tax|vat|gst|mwst|ust|tva|iva|\w*steuer|steuerbetrag) /;
const SUMS = new Set(['总计', '合计', '总金额', '金额合计', '小计'].map(foldHeader));

/** Gives the roles that are still free by header words; cells rule out what they do not look like. */
export function assignByHeader(columns: readonly ColumnLook[], assigned: AssignedRoles): void {
  const candidates = adjusted(
    columns.flatMap((column) => ROLES.flatMap((role) => candidateOf(column, role))),
    columns,
  );
  const contested = new Set<number>();
  const lost = new Set<Role>();
  const strong = candidates.filter(({ score, weak }) => !weak && score >= ENOUGH);
  strong.sort((a, b) => b.score - a.score || a.column.position - b.column.position);
  for (const one of strong) {
    const { column, role } = one;
    const isOpen = (place: ColumnLook): boolean => assigned.isFree(place.position) && !contested.has(place.position);
    if (!isOpen(column) || lost.has(role) || assigned.has(role)) continue;
    const equals = strong.filter(
      (other) => other.role === role && isOpen(other.column) && one.score - other.score < TIE,
    );
    if (CRUCIAL.has(role) && equals.length > 1) {
      lost.add(role);
      for (const equal of equals) contested.add(equal.column.position);
    } else assigned.give(column.position, role, { by: 'header', word: one.word, score: one.score });
  }
  assignWeak(
    candidates.filter(({ column, role, weak }) => weak && !contested.has(column.position) && !lost.has(role)),
    assigned,
    lost,
  );
}

function candidateOf(column: ColumnLook, role: Role): Candidate[] {
  const fit = fitOf(role, column.content, column.blind);
  const said = fit > 0 ? scoreHeader(column.header, role) : undefined;
  if (!said || !isMeant(column, role, said.word)) return [];
  return [{ ...said, score: said.score * fit, column, role }];
}

/** 'State' and 'Estado' are a region or a status, an 'Account' a customer or one of the books: the cells tell. */
function isMeant({ content, blind, values }: ColumnLook, role: Role, word: string): boolean {
  if (word === 'account' && role === 'customer') return blind || !areOfBooks(values);
  if (word !== 'state' && word !== 'estado') return true;
  return role === 'status' ? content.states : blind || !content.states;
}

/** 4000 Sales, 8400 - Erlöse: the number of an account before its name. */
function areOfBooks(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.every((value) => /^\s*\d{3,8}(?:[.:-]\d{1,4})?\s?[\s·:-]\s?\p{L}/u.test(value));
}

/** What the other columns of a file make of a candidate. */
function adjusted(candidates: readonly Candidate[], columns: readonly ColumnLook[]): readonly Candidate[] {
  const best = (role: Role): Candidate | undefined =>
    candidates.filter((one) => one.role === role && !one.weak).reduce<Candidate | undefined>(higher, undefined);
  const amounts = candidates.filter(({ role, score }) => role === 'amount' && score >= ENOUGH);
  const ofOrders = orderLevelAmounts(
    best('orderId')?.column,
    amounts.map(({ column }) => column),
  );
  const taxed = columns.some(isTax);
  const goods = best('quantity') ?? best('unitPrice') ?? best('product');
  const unknownDates = columns.filter((column) => isUnknownDate(column, candidates));
  const isDoubtful = ({ role, weak, score }: Candidate): boolean =>
    // Beside another date nobody knows, a date of an unknown kind may be the wrong one.
    role === 'date' && !weak && score < ANY_DATE && unknownDates.length > 0;
  return candidates
    .filter((one) => !isDoubtful(one))
    .map((one) => {
      if (one.role === 'product' && one.weak && goods) return { ...one, weak: false, score: DESCRIPTION };
      if (one.role !== 'amount') return one;
      const score = amountScore(one, taxed);
      return { ...one, score: ofOrders.includes(one.column) ? score - ORDER_LEVEL : score };
    });
}

/** @param taxed whether the file has a column of tax: then a sum is with it. */
function amountScore({ column, score, word }: Candidate, taxed: boolean): number {
  const said = score + (TAX_GAIN[basisOf(column.name).tax ?? 'unsaid'] ?? 0);
  return taxed && SUMS.has(word) ? Math.max(said, WITH_TAX) : said;
}

function isUnknownDate(column: ColumnLook, candidates: readonly Candidate[]): boolean {
  if (column.content.kind !== 'date' || isRuledOut(column.header, 'date')) return false;
  return !candidates.some((one) => one.column === column && one.score >= ENOUGH);
}

function higher(best: Candidate | undefined, one: Candidate): Candidate {
  return best && best.score >= one.score ? best : one;
}

function isTax({ header, content, blind }: ColumnLook): boolean {
  return (
    (blind || content.kind === 'number') &&
    !content.percents &&
    (TAX.test(header.whole) || TAX_WORDS.test(header.spaced))
  );
}

/** What nothing works without may rest on a weak word, when only one column could be meant and nothing speaks against it. */
function assignWeak(weak: readonly Candidate[], assigned: AssignedRoles, lost: ReadonlySet<Role>): void {
  const take = (role: Role, allowed: boolean): void => {
    const free = weak.filter((one) => one.role === role && assigned.isFree(one.column.position));
    const [only] = free;
    if (!allowed || !only || free.length > 1 || assigned.has(role)) return;
    assigned.give(only.column.position, role, { by: 'content', word: only.word, score: only.score });
  };
  // A list of goods has names and prices too: there a bare 'Name' may be the product's.
  take('customer', assigned.has('product') || !assigned.has('quantity', 'unitPrice'));
  take('date', true);
  take('amount', true);
  take('orderId', assigned.has('customer', 'customerId') && weak.some(isUnlike));
  if (!assigned.has('date') && !lost.has('date')) dateOfPayment(assigned);
}

/** Whether every cell of an ID column is another one, as orders have it. */
function isUnlike({ role, column }: Candidate): boolean {
  return role === 'orderId' && new Set(column.values).size === column.values.length;
}

/** When all that is known of a sale is the day it was paid, that is its date. */
function dateOfPayment(assigned: AssignedRoles): void {
  const position = assigned.roles.indexOf('paidDate');
  const reason = assigned.why[position];
  if (reason) assigned.give(position, 'date', { ...reason, by: 'content' });
}
