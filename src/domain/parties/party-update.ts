import { foldKey } from '@/src/kernel/text';
import { isMasked, mayHide } from '../identity/masked-value';
import type { FieldSpec } from '../records/field';
import type { Kind } from '../records/kind';
import { company } from './company.kind';
import { person } from './person.kind';
import { valuesIn } from './party-traits';

/** A value that a page or a file gives for a field of a company or a person. */
export interface GivenValue {
  readonly field: string;
  readonly value: string;
  /** What a number or an address is for. */
  readonly label?: string;
}

/**
 * What a given value would do. `same`: nothing, for it is there, or says no more than the whole one that is there. `adds`:
 * join, or fill an empty field. `completes`: take the place of a masked one that may stand for it. `differs`: replace
 * another, which only the user may decide.
 */
export type Relation = 'same' | 'adds' | 'completes' | 'differs';

/** The kind of a party by its name. */
export function partyKind(name: string): Kind {
  return name === person.name ? person : company;
}

/** What a value would do to a record. */
export function relationTo(row: { readonly kind: string; readonly fields: object }, given: GivenValue): Relation {
  const spec = partyKind(row.kind).fields[given.field];
  return spec ? relationOf(spec, valuesIn(row.fields)(given.field), given.value) : 'same';
}

/** What a value would do to a field that holds these. A blank one does nothing. */
export function relationOf(spec: FieldSpec, held: readonly string[], value: string): Relation {
  if (held.includes(value)) return 'same';
  const form = comparable(spec, value);
  if (form === '' || held.some((one) => comparable(spec, one) === form || mayHide(value, one))) return 'same';
  if (held.some((one) => mayHide(one, value))) return 'completes';
  return held.length === 0 || spec.many ? 'adds' : 'differs';
}

/** The values of a field after one was written: where it completes a masked one, that one goes. */
export function withGiven(spec: FieldSpec, held: readonly string[], value: string): readonly string[] {
  return spec.many ? [...held.filter((one) => !mayHide(one, value)), value] : [value];
}

/** Whether the user may put the value in the place of another: not when its source has made it unreadable in part. */
export function mayReplace(value: string): boolean {
  return !isMasked(value);
}

/** The paths of values that go when this one comes. */
export function completedPaths(row: { readonly fields: object }, { field, value }: GivenValue): string[] {
  // Safe: asked only of fields that hold several evidenced values.
  const items = (row.fields as Readonly<Record<string, Readonly<Record<string, { readonly value: string }>>>>)[field];
  return Object.entries(items ?? {}).flatMap(([item, one]) => (mayHide(one.value, value) ? [`${field}/${item}`] : []));
}

/** The form in which two spellings are one: blanks and full width folded; of web addresses only what leads there. */
function comparable({ type }: FieldSpec, value: string): string {
  const text = foldKey(value);
  if (type !== 'url') return text;
  return text
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .replace(/^[^/]+/, (host) => host.toLowerCase());
}
