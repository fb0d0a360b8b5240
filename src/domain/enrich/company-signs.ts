import { foldKey } from '@/src/kernel/text';
import { normaliseRegistration } from '../identity/registration-id';
import type { CompanyFields } from '../parties/company.kind';
import { valuesIn, type PartyValues } from '../parties/party-traits';

const SIGNS = ['name', 'legalName', 'website', 'emails', 'registrationIds', 'externalIds'] as const;

/** The values of a company by which it can be known in a sales file: plain data, to be handed to a worker. */
export type CompanySigns = Readonly<Record<(typeof SIGNS)[number], readonly string[]>>;

export function companySigns(fields: CompanyFields): CompanySigns {
  const values = valuesIn(fields);
  // Safe: these are the names of the type.
  return Object.fromEntries(SIGNS.map((field) => [field, values(field)])) as CompanySigns;
}

export function signValues(signs: CompanySigns): PartyValues {
  return (field) => (isSign(field) ? signs[field] : []);
}

function isSign(field: string): field is keyof CompanySigns {
  return (SIGNS as readonly string[]).includes(field);
}

/** A customer code as it stands on a record, and the form under which it is compared. */
export interface HeldCode {
  readonly raw: string;
  readonly key: string;
}

/**
 * The codes under which a company may be known elsewhere: its ids in other programs without the program's name, and numbers of
 * registers that are not known well enough to be compared as such.
 */
export function codesOf({ externalIds, registrationIds }: CompanySigns): HeldCode[] {
  const plain = registrationIds.filter((id) => normaliseRegistration(id) === undefined);
  return [...externalIds.map((raw) => ({ raw, code: raw.slice(raw.indexOf(':') + 1) })), ...plain.map(asItStands)]
    .map(({ raw, code }) => ({ raw, key: codeKey(code) }))
    .filter((one): one is HeldCode => one.key !== undefined);
}

function asItStands(raw: string): { raw: string; code: string } {
  return { raw, code: raw };
}

/** Fewer signs are the same by accident. */
const LEAST = 3;

/**
 * The form under which two spellings of a customer code are the same: case, width, blanks and leading zeros aside.
 * @returns undefined for a code too short to say anything.
 * @example codeKey('００1 0023') // '10023'
 */
export function codeKey(text: string): string | undefined {
  const whole = foldKey(text.slice(0, 100)).toLowerCase().replaceAll(' ', '');
  const key = /^\d+$/.test(whole) ? whole.replace(/^0+/, '') : whole;
  return key.length < LEAST ? undefined : key;
}
