import { foldKey } from '@/src/kernel/text';
import { matchCompanies } from '../identity/match-companies';
import { isMasked } from '../identity/masked-value';
import { company, type CompanyFields } from '../parties/company.kind';
import { relationOf, type Relation } from '../parties/party-update';
import { companyTraits, valuesIn } from '../parties/party-traits';
import type { Evidenced } from '../records/evidence';
import { itemsIn, valueFault } from '../records/values';
import type { Suggestion } from './provider';

/** What a suggestion would do: fill an empty field, join other values, take the place of a masked one, or of another. */
export type Effect = 'fills' | Exclude<Relation, 'same'>;

/** A suggestion beside what is on file. */
export interface Proposal extends Suggestion {
  /** Its own among the proposals for one record. */
  readonly id: string;
  readonly effect: Effect;
  /** Of one that differs: the value that it would replace, with where that came from. */
  readonly held?: Evidenced<string>;
  readonly ticked: boolean;
}

export interface Proposals {
  /** In the order of the kind's fields, each field's best first. */
  readonly list: readonly Proposal[];
  /** The source has a register number that contradicts the record's: nothing is ticked. */
  readonly isDoubted: boolean;
}

/** Values at least this sure are ticked beforehand. */
export const TICKED_FROM = 0.85;
/** Right 98 times in 100. */
const SURE = 0.98;
/** Lines of one field that are worth reading. */
const MOST = 6;

/**
 * What the merged suggestions would do to a record. What is there already is left out, what cannot stand in the field, and what was refused before.
 * Only empty fields are filled without the user's word: everything that is on file stays as it is unless they tick it.
 * @param refused see {@link refusalKey}.
 * @source guides/capture §3.3 (1), (2), (7)
 */
export function propose(
  fields: CompanyFields,
  suggestions: readonly Suggestion[],
  refused: ReadonlySet<string>,
): Proposals {
  const isDoubted = contradicts(fields, suggestions);
  const counts = new Map<string, number>();
  const list = Object.keys(company.fields)
    .flatMap((field) => suggestions.filter((one) => one.field === field))
    .filter((one) => valueFault(company.fields[one.field], one.value) === undefined)
    .filter((one) => !refused.has(refusalKey(one.field, one.value)))
    .flatMap((one): Proposal[] => {
      const nth = counts.get(one.field) ?? 0;
      const effect = effectOn(fields, one);
      if (effect === 'same' || nth >= MOST) return [];
      counts.set(one.field, nth + 1);
      const isFirst = company.fields[one.field].many || nth === 0;
      const ticked = effect === 'fills' && isFirst && !isDoubted && isTickable(one);
      return [{ ...one, id: `${one.field}${nth}`, effect, ...heldBy(fields, one, effect), ticked }];
    });
  return { list, isDoubted };
}

/** What a suggestion would do to a record as it is now. */
export function effectOn(
  fields: CompanyFields,
  { field, value }: Pick<Suggestion, 'field' | 'value'>,
): Effect | 'same' {
  const held = valuesIn(fields)(field);
  const relation = relationOf(company.fields[field], held, value);
  return relation === 'adds' && held.length === 0 ? 'fills' : relation;
}

/** Whether a proposal is one of those that may be taken unseen: right 98 times in 100, and replacing nothing. */
export function isSafe({ effect, confidence, label }: Proposal): boolean {
  return effect !== 'differs' && confidence >= SURE && label !== 'hotline';
}

/** Equal for all spellings of one value of a field. */
export function refusalKey(field: string, value: string): string {
  return `${field}:${foldKey(value).toLowerCase()}`;
}

function isTickable({ confidence, label, value }: Suggestion): boolean {
  return confidence >= TICKED_FROM && label !== 'hotline' && !isMasked(value);
}

function heldBy(fields: CompanyFields, { field }: Suggestion, effect: Effect): { readonly held?: Evidenced<string> } {
  if (effect !== 'differs') return {};
  // Safe: the values of companies carry evidence, and these fields are texts.
  const held = itemsIn(company.fields[field], fields[field])[0]?.evidence as Evidenced<string> | undefined;
  return held ? { held } : {};
}

function contradicts(fields: CompanyFields, suggestions: readonly Suggestion[]): boolean {
  const given = (field: string): string[] => suggestions.filter((one) => one.field === field).map(({ value }) => value);
  return matchCompanies(companyTraits(valuesIn(fields)), companyTraits(given))?.tier === 'never';
}
