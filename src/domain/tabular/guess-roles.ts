import { foldHeader, HEADER_WORDS } from './header-words';
import { ROLES, type ColumnRoles, type Role } from './roles';
import { parseDate } from './values/date-form';
import { decideDates } from './values/decide-dates';
import { decideNumbers } from './values/decide-numbers';
import { parseNumber } from './values/number-form';

/** What is seen of a column before a role is guessed: its name and values of the first rows. */
export interface ColumnSample {
  readonly name: string;
  readonly values: readonly string[];
}

const STRONG = 3;
const WEAK = 1.5;
const PART = 1;
/** A column needs a word and fitting content; content alone never makes a role. */
const ENOUGH = 2;

type Content = 'date' | 'number' | 'text' | 'empty';

/** What the cells of a role look like. A role whose cells look otherwise is not guessed. */
const CONTENT: Readonly<Record<Role, readonly Content[]>> = {
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
  industry: ['text'],
  region: ['text', 'number'],
  channel: ['text', 'number'],
  cost: ['number'],
  profit: ['number'],
  paidDate: ['date', 'empty'],
  dueDate: ['date', 'empty'],
  reason: ['text', 'empty'],
  currency: ['text'],
};

/**
 * The role of each column, or none. Each role goes to the column that fits it best, the leftmost on a tie; a column gets
 * its best role. Abstains rather than guess from content alone: a file without a header gets no roles.
 *
 * @example guessRoles([{ name: '客户', values: ['甲'] }, { name: '金额', values: ['12.50'] }]) // ['customer', 'amount']
 */
export function guessRoles(columns: readonly ColumnSample[]): ColumnRoles {
  const scored = columns.flatMap((column, position) => {
    const content = contentOf(column.values);
    const header = foldHeader(column.name);
    return ROLES.map((role) => ({
      position,
      role,
      score: CONTENT[role].includes(content) ? wordScore(header, role) : 0,
    }));
  });
  const roles: (Role | undefined)[] = columns.map(() => undefined);
  const order = scored
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.position - b.position);
  for (const { position, role } of order) {
    if (roles[position] === undefined && !roles.includes(role)) roles[position] = role;
  }
  return withFallbacks(roles, scored);
}

interface Scored {
  readonly position: number;
  readonly role: Role;
  readonly score: number;
}

/** The three roles nothing works without may rest on a weak word, when no other column claims it as strongly. */
function withFallbacks(roles: (Role | undefined)[], scored: readonly Scored[]): ColumnRoles {
  for (const role of ['customer', 'date', 'amount'] as const) {
    if (roles.includes(role) || (role === 'customer' && roles.includes('customerId'))) continue;
    const free = scored.filter((one) => one.role === role && one.score > 0 && roles[one.position] === undefined);
    const best = Math.max(...free.map(({ score }) => score));
    const candidates = free.filter(({ score }) => score === best);
    const [only] = candidates;
    if (candidates.length === 1 && only) roles[only.position] = role;
  }
  return roles;
}

function wordScore(header: string, role: Role): number {
  if (header === '') return 0;
  const { strong, weak } = HEADER_WORDS[role];
  if (strong.split(' ').includes(header)) return STRONG;
  if (weak.split(' ').includes(header)) return WEAK;
  // 订单金额(元) or "Sales amount EUR": a strong word inside, the more of the header it is the better.
  const inside = strong.split(' ').filter((word) => word.length > 1 && isWordOf(header, word));
  const longest = Math.max(0, ...inside.map((word) => word.length));
  return longest === 0 ? 0 : PART + longest / header.length;
}

/** A Chinese word may stand anywhere in a header; a Latin one of four letters or more only at its beginning or end. */
function isWordOf(header: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return header.includes(word);
  return word.length >= 4 && (header.startsWith(word) || header.endsWith(word));
}

function contentOf(values: readonly string[]): Content {
  const given = values.filter((value) => value.trim() !== '');
  if (given.length === 0) return 'empty';
  // Serials look like any number: a column of them is one of numbers here.
  const dates = { ...decideDates(given), serial: undefined };
  const share = (test: (value: string) => boolean): number => given.filter(test).length / given.length;
  if (share((value) => parseDate(value, dates) !== undefined) > 0.8) return 'date';
  const numbers = decideNumbers(given);
  return share((value) => parseNumber(value, numbers) !== undefined) > 0.8 ? 'number' : 'text';
}
