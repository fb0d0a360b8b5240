import { foldKey } from '@/src/kernel/text';
import { formatPhone, normalisePhone } from '../identity/phone-number';
import { CONTACT_LABELS, type ContactLabel } from '../parties/contact-values';
import type { ContactCard } from './contact-card';

/** A card with the id of the card of the company that a person works for. */
export type LinkedCard = ContactCard & { readonly companyId?: string };

const SINGLE = [
  'kind',
  'name',
  'legalName',
  'company',
  'title',
  'department',
  'website',
  'industry',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'parent',
  'employees',
  'owner',
  'note',
] as const satisfies readonly (keyof ContactCard)[];
/** What registers say of companies: columns only where a card has some of it. */
const REGISTER: ReadonlySet<string> = new Set([
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'parent',
  'employees',
]);
const SEVERAL = [
  'phones',
  'emails',
  'addresses',
  'registrationIds',
  'accounts',
  'tags',
  'externalIds',
] as const satisfies readonly (keyof ContactCard)[];

/** The columns for the values of one field under one label, or under none. */
interface Several {
  readonly field: (typeof SEVERAL)[number];
  readonly label: ContactLabel | undefined;
  readonly width: number;
}

/**
 * Cards as rows for a spreadsheet, headings first: one row a card, as many columns for phones, mail and addresses of each
 * label as the fullest card needs. Phones are spaced, so that no spreadsheet takes them for numbers. `readContactTable` reads
 * the same cards from it.
 * @param word heading of a field, `company` and `person` for the kind, and the labels of numbers.
 */
export function contactTable(cards: readonly LinkedCard[], word: (key: string) => string): string[][] {
  const employers = namesakes(cards);
  const singles = SINGLE.filter((field) => !REGISTER.has(field) || cards.some((card) => card[field] !== undefined));
  const several = SEVERAL.flatMap((field) => severalOf(field, cards));
  const headings = [
    ...singles.map((field) => word(field)),
    ...(employers ? [`${word('company')} (${word('externalIds')})`] : []),
    ...several.flatMap(({ field, label, width }) => {
      const heading = label ? `${word(field)} (${word(label)})` : word(field);
      return Array.from({ length: width }, (_, n) => (width === 1 ? heading : `${heading} ${n + 1}`));
    }),
  ];
  return [
    headings,
    ...cards.map((card) => {
      const single = singles.map((field) => (field === 'kind' ? word(card.kind) : (card[field] ?? '')));
      const employer = employers ? [employers.get(card.companyId ?? '') ?? ''] : [];
      return [...single, ...employer, ...several.flatMap((one) => cellsOf(card, one))];
    }),
  ];
}

/** Where two companies have one name, it does not say for which of them a person works: the id of each by that of its card. */
function namesakes(cards: readonly LinkedCard[]): ReadonlyMap<string, string> | undefined {
  const companies = cards.filter(({ kind }) => kind === 'company');
  if (new Set(companies.map(({ name }) => foldKey(name))).size === companies.length) return undefined;
  return new Map(companies.map(({ id, externalIds }) => [id, externalIds[0] ?? '']));
}

/** One column without a label at least, but for ids, which few cards have. */
function severalOf(field: (typeof SEVERAL)[number], cards: readonly ContactCard[]): Several[] {
  return [undefined, ...CONTACT_LABELS].flatMap((label) => {
    const least = label === undefined && field !== 'externalIds' ? 1 : 0;
    const width = Math.max(least, ...cards.map((card) => valuesOf(card, field, label).length));
    return width === 0 ? [] : [{ field, label, width }];
  });
}

function valuesOf(card: ContactCard, field: Several['field'], label: Several['label']): string[] {
  return card[field].flatMap((held) => {
    if (typeof held === 'string') return label === undefined ? held : [];
    return held.label === label ? held.value : [];
  });
}

function cellsOf(card: ContactCard, { field, label, width }: Several): string[] {
  const values = valuesOf(card, field, label);
  return Array.from({ length: width }, (_, n) => (field === 'phones' ? spaced(values[n] ?? '') : (values[n] ?? '')));
}

/** A number that would not read back as the same stays as it is. */
function spaced(phone: string): string {
  if (!/^\+\d+$/.test(phone)) return phone;
  const written = formatPhone(phone);
  return normalisePhone(written, []) === phone ? written : phone;
}
