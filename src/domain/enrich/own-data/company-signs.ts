import { foldKey } from '@/src/kernel/text';
import { normaliseRegistration } from '../../identity/registration-id';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesIn, type PartyValues } from '../../parties/party-traits';

const SIGNS = ['name', 'legalName', 'website', 'emails', 'registrationIds', 'externalIds'] as const;

type Values = Readonly<Record<(typeof SIGNS)[number], readonly string[]>>;

/** The values of a company by which it can be known in a sales file: plain data, to be handed to a worker. */
export interface CompanySigns extends Values {
  /** Keys of customers of other sales files that the company was said to be. */
  readonly customers: readonly string[];
}

export function companySigns(fields: CompanyFields, customers: readonly string[]): CompanySigns {
  const values = valuesIn(fields);
  // Safe: these are the names of the type.
  const own = Object.fromEntries(SIGNS.map((field) => [field, values(field)])) as Values;
  return { ...own, customers };
}

export function signValues(signs: CompanySigns): PartyValues {
  return (field) => (isSign(field) ? signs[field] : []);
}

function isSign(field: string): field is keyof Values {
  return (SIGNS as readonly string[]).includes(field);
}

/** A customer code that a company is known by, as it stands there, and the form under which it is compared. */
export interface HeldCode {
  readonly rule: 'known-customer' | 'code';
  readonly raw: string;
  readonly key: string;
}

/**
 * The codes under which a company may be known in a sales file: its keys in others, its ids in other programs without the
 * program's name, and numbers of registers that are not known well enough to be compared as such.
 */
export function codesOf({ customers, externalIds, registrationIds }: CompanySigns): HeldCode[] {
  const plain = registrationIds.filter((id) => normaliseRegistration(id) === undefined);
  return [
    ...customers.flatMap((raw) => heldCode('known-customer', raw, raw)),
    ...externalIds.flatMap((raw) => heldCode('code', raw, raw.slice(raw.indexOf(':') + 1))),
    ...plain.flatMap((raw) => heldCode('code', raw, raw)),
  ];
}

function heldCode(rule: HeldCode['rule'], raw: string, code: string): HeldCode[] {
  const key = codeKey(code);
  return key === undefined ? [] : [{ rule, raw, key }];
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
