import { isRealDate } from '@/src/kernel/calendar';
import { parseDecimal } from '@/src/kernel/money';
import type { Evidenced } from './evidence';
import type { FieldSpec, Money } from './field';
import type { Kind, Specs } from './kind';
import type { Fields, Row } from './record';

/** The values of a record without their evidence; several values as a list in the order they were added. */
export type PlainFields<S extends Specs = Specs> = {
  readonly [N in keyof S]?: S[N] extends FieldSpec<infer V, infer Many, boolean>
    ? Many extends true
      ? readonly V[]
      : V
    : never;
};

/** One value of a field: `item` is its id where the field holds several. */
export interface HeldValue {
  readonly item: string | undefined;
  readonly value: unknown;
  /** Undefined for kinds whose values carry none. */
  readonly evidence: Evidenced<unknown> | undefined;
}

export function plainFields(specs: Specs, fields: Fields): PlainFields {
  return Object.fromEntries(
    Object.entries(specs).flatMap(([name, spec]) => {
      const values = itemsIn(spec, fields[name]).map(({ value }) => value);
      return values.length === 0 ? [] : [[name, spec.many ? values : values[0]]];
    }),
  );
}

/** What a record is called: the value of its kind's title field; empty without one. Looks at no other field: lists ask it of all. */
export function titleOf(kind: Kind | undefined, row: Pick<Row, 'fields'> | undefined): string {
  const title = kind?.view?.title;
  const spec = title === undefined ? undefined : kind?.fields[title];
  const value = title && spec && row ? itemsIn(spec, row.fields[title])[0]?.value : undefined;
  return typeof value === 'string' ? value : '';
}

/** What a field holds, in the order it was added (item ids sort by time); nothing when it is empty. */
export function itemsIn(spec: FieldSpec, held: unknown): HeldValue[] {
  if (held === undefined || held === null) return [];
  if (!spec.many) return [heldValue(undefined, held)];
  return Object.entries(held)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, one]) => heldValue(item, one));
}

function heldValue(item: string | undefined, held: unknown): HeldValue {
  return isEvidenced(held) ? { item, value: held.value, evidence: held } : { item, value: held, evidence: undefined };
}

export function isEvidenced(held: unknown): held is Evidenced<unknown> {
  return typeof held === 'object' && held !== null && 'value' in held && 'sources' in held;
}

/** Why a value cannot stand in a field. */
export type ValueFault =
  | 'not-a-text'
  | 'too-long'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-money'
  | 'not-a-day'
  | 'not-a-moment'
  | 'not-a-choice';

const LONGEST = 32_000;

/**
 * Whether a plain value may stand in a field; undefined when it may.
 * Addresses, numbers and mailboxes are texts: what a user or a page gives is kept even where it has no normal form.
 */
export function valueFault(spec: FieldSpec, value: unknown): ValueFault | undefined {
  if (spec.type === 'data') return undefined;
  if (spec.type === 'number') return numberFault(spec, value);
  if (spec.type === 'money') return isMoney(value) ? undefined : 'not-money';
  return typeof value === 'string' ? textFault(spec, value) : 'not-a-text';
}

function textFault({ type, choices }: FieldSpec, text: string): ValueFault | undefined {
  if (text.length > LONGEST) return 'too-long';
  if (type === 'date') return isDay(text) ? undefined : 'not-a-day';
  if (type === 'moment') return isMoment(text) ? undefined : 'not-a-moment';
  return type === 'choice' && !choices?.includes(text) ? 'not-a-choice' : undefined;
}

function numberFault({ min = -Infinity, max = Infinity }: FieldSpec, value: unknown): ValueFault | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
  return value >= min && value <= max ? undefined : 'out-of-range';
}

export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) return false;
  const { amount, currency } = value;
  return typeof amount === 'string' && parseDecimal(amount) !== undefined && /^[A-Z]{3}$/.test(String(currency));
}

/** @example isDay('2024-02-29') // true; isDay('2023-02-29') // false */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isRealDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** @example isMoment('2026-11-23T02:00:00.000Z') // true; without the milliseconds, or as +08:00, false */
function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}
