import { formatPhone } from '../identity/phone-number';
import type { ContactCard } from './contact-card';

const SINGLE = [
  'kind',
  'name',
  'legalName',
  'company',
  'title',
  'department',
  'website',
  'industry',
  'owner',
  'note',
] as const satisfies readonly (keyof ContactCard)[];
const SEVERAL = [
  'phones',
  'emails',
  'addresses',
  'registrationIds',
  'accounts',
  'tags',
] as const satisfies readonly (keyof ContactCard)[];

/**
 * Cards as rows for a spreadsheet, headings first: one row a card, as many columns for phones, mail and addresses as the
 * fullest card needs. Phones are spaced, so that no spreadsheet takes them for numbers.
 * @param word heading of a field, and `company` and `person` for the kind.
 */
export function contactTable(cards: readonly ContactCard[], word: (key: string) => string): string[][] {
  const widths = SEVERAL.map((field) => Math.max(1, ...cards.map((card) => card[field].length)));
  const headings = [
    ...SINGLE.map((field) => word(field)),
    ...SEVERAL.flatMap((field, i) =>
      Array.from({ length: widths[i] ?? 1 }, (_, n) => (widths[i] === 1 ? word(field) : `${word(field)} ${n + 1}`)),
    ),
  ];
  return [headings, ...cards.map((card) => rowOf(card, widths, word))];
}

function rowOf(card: ContactCard, widths: readonly number[], word: (key: string) => string): string[] {
  const single = SINGLE.map((field) => (field === 'kind' ? word(card.kind) : (card[field] ?? '')));
  const several = SEVERAL.flatMap((field, i) =>
    Array.from({ length: widths[i] ?? 1 }, (_, n) => {
      const held = card[field][n] ?? '';
      const value = typeof held === 'string' ? held : held.value;
      return field === 'phones' && value.startsWith('+') ? formatPhone(value) : value;
    }),
  );
  return [...single, ...several];
}
