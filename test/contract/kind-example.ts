import { must } from '@/src/kernel/assert';
import { NAMELESS } from '@/src/app/acting';
import type { Language } from '@/src/domain/notebook/notebook';
import type { FieldSpec } from '@/src/domain/records/field';
import type { Kind } from '@/src/domain/records/kind';
import { STATE } from '@/src/domain/records/record';

/** What the contract needs to be told of a kind; the rest it reads from its declaration. */
export interface KindExample {
  readonly kind: Kind;
  /** Its words, where it has no file among the locales. */
  readonly texts?: Readonly<Record<Language, object>>;
  /** Every code that one of its guards can give, and what brings it about. */
  readonly refusals: readonly RefusalExample[];
  /** Every code with which it may refuse to be made, and what is typed into the form then; without inputs another test brings it about. */
  readonly admissions?: readonly { readonly code: string; readonly inputs?: Readonly<Record<string, string>> }[];
}

export interface RefusalExample {
  readonly transition: string;
  readonly code: string;
  /** What is typed into the record first. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What a transition has written into it before: nobody can type it. */
  readonly written?: Readonly<Record<string, unknown>>;
  /** Whether a remark has to point to the record. */
  readonly remark?: boolean;
  /** It takes more than that: another test brings it about. */
  readonly elsewhere?: true;
}

/** The records that others point to, by kind: made first, called so. */
export const LINKED: Readonly<Record<string, string>> = {
  company: 'Quarry Works',
  person: 'Ines Roth',
  opportunity: 'Pumps for the quarry',
  'pipeline-scheme': 'House way',
  'price-authority': 'Price list 2026',
  tier: 'Crystal',
};
export type Links = Readonly<Record<string, string>>;

/** A value that a field takes: as it is typed, as it is stored, as a file shows it (choices and links by their words). */
export interface Sample {
  readonly typed: string;
  readonly stored: unknown;
  readonly plain: string;
}

export function sampleOf(spec: FieldSpec, links: Links): Sample {
  const same = (text: string): Sample => ({ typed: text, stored: text, plain: text });
  const linked = links[spec.to ?? ''] ?? '';
  const number = spec.min ?? 3;
  const samples: Readonly<Record<FieldSpec['type'], Sample>> = {
    text: same(spec.lines ? 'First line\nSecond line' : 'Some words'),
    url: same('https://sample.example/'),
    email: same('sample@sample.example'),
    phone: { typed: '+1 202-555-0143', stored: '+12025550143', plain: '+1 202-555-0143' },
    number: { typed: String(number), stored: number, plain: String(number) },
    money: { typed: '1,250.50 CNY', stored: { amount: '1250.50', currency: 'CNY' }, plain: '1250.50 CNY' },
    date: same('2026-12-24'),
    choice: same(spec.choices?.[0] ?? ''),
    user: same('Wu'),
    link: { typed: linked, stored: linked, plain: LINKED[spec.to ?? ''] ?? '' },
    file: same('https://sample.example/offer.pdf'),
    moment: same('2026-12-24T08:00:00.000Z'),
    data: same(''),
  };
  return samples[spec.type];
}

/** What no field of this type takes, and the sentence that says so; undefined where everything can be typed. */
export function badTextFor({ type }: FieldSpec): { readonly typed: string; readonly sentence: string } | undefined {
  if (type === 'number') return { typed: 'a few', sentence: 'This is not a number.' };
  if (type === 'money') return { typed: 'a lot', sentence: 'This is not an amount. Write it as 1234.50.' };
  return type === 'date'
    ? { typed: '2026-02-30', sentence: 'This is not a day that exists. Write it as 2026-11-22.' }
    : undefined;
}

export const titleField = ({ view }: Kind): string => must(view, 'a kind that people work with has a view').title;

/** The fields that people fill in, in the order of the kind. */
export const ownFields = (kind: Kind): (readonly [string, FieldSpec])[] =>
  shownFields(kind).filter(([, spec]) => spec.fixed === undefined);

/** Those, and the ones that transitions write. */
export const shownFields = ({ fields }: Kind): (readonly [string, FieldSpec])[] =>
  Object.entries(fields).filter(([, { type }]) => type !== 'data');

/** What a list shows of the kind, in order. */
export function columnPaths(kind: Kind): string[] {
  const state = kind.states.length > 1 ? [STATE] : [];
  return [titleField(kind), ...state, ...(kind.view?.columns ?? [])];
}

/** The least that makes a record: its title, and all that it cannot be without. */
export function leastInputs(kind: Kind, title: string, links: Links): Record<string, string> {
  const required = ownFields(kind).filter(([, spec]) => spec.required);
  // What is closed to some is the user's own: who acts in a lesser role still sees it.
  const own = kind.rights.see && ownFields(kind).some(([name]) => name === 'owner') ? { owner: NAMELESS } : {};
  return {
    ...Object.fromEntries(required.map(([name, spec]) => [name, sampleOf(spec, links).typed])),
    [titleField(kind)]: title,
    ...own,
  };
}

const shipped = import.meta.glob<object>('@/src/locales/*/*.json', { eager: true, import: 'default' });

/** A text as the file of a language holds it, without falling back to another; undefined where there is none. */
export function textAt({ kind, texts }: KindExample, language: Language, key: string): string | undefined {
  const own = texts?.[language] ?? localeOf(language, `kind-${kind.name}`);
  const found = at(own, key);
  return found ?? (key.startsWith('field.') ? at(localeOf(language, 'capture'), key) : undefined);
}

/** All that a language says of the kind. */
export function textsOf({ kind, texts }: KindExample, language: Language): object {
  return texts?.[language] ?? localeOf(language, `kind-${kind.name}`);
}

function localeOf(language: Language, area: string): object {
  const path = Object.keys(shipped).find((one) => one.endsWith(`/locales/${language}/${area}.json`));
  return shipped[path ?? ''] ?? {};
}

function at(texts: object, key: string): string | undefined {
  let here: unknown = texts;
  for (const part of key.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    // Safe: what is read of it is checked before it is used.
    here = (here as Readonly<Record<string, unknown>>)[part];
  }
  return typeof here === 'string' ? here : undefined;
}

/** The English word under a key of the kind; `@state` is a word of all kinds. */
export function word(example: KindExample, key: string): string {
  return key === `field.${STATE}` ? 'State' : must(textAt(example, 'en', key), `a word for ${key}`);
}
