import type { Budget } from './budget';
import { foundAddress } from './h-adr';
import type { FoundValue, PartyField } from './found';
import { nameKey } from './name/name-key';
import { readMicroformats, type Microformat, type MicroValue } from './microformats';
import type { PageDom } from './page-dom';
import { GIVEN_NAMES } from './people/given-names';
import { CONFIDENCE, type Party } from './schema-party';

export interface CardFindings {
  readonly parties: readonly Party[];
  /** Addresses that stand in no card. */
  readonly loose: readonly FoundValue[];
  /** Names of those who wrote comments, reviews and posts. */
  readonly voices: readonly string[];
}

/**
 * The cards of a page as parties, of the older and the newer class names, and the addresses outside of cards.
 * A card whose name is its organisation, or that has only an organisation, is a company's.
 * Who wrote a comment or a review is no party of the page, nor is the author of a post who is only a name.
 */
export function readHCards(dom: PageDom, budget: Budget): CardFindings {
  const items = readMicroformats(dom, budget);
  const cards = items.filter((item) => isOfType(item, 'h-card') && !isEmployer(item) && !isVoice(item));
  const isPlace = (item: Microformat): boolean => isOfType(item, 'h-adr') || isOfType(item, 'h-geo');
  const places = items.filter((item) => isPlace(item) && !item.outer);
  return {
    parties: cards.flatMap(partiesOfCard),
    loose: places.flatMap((place) => foundAddress(place) ?? []),
    voices: items.filter(isVoice).flatMap((item) => texts(item, 'name')),
  };
}

function isOfType({ types }: Microformat, type: string): boolean {
  return types.includes(type);
}

/** The organisation of another card: told of with the person there. */
function isEmployer(item: Microformat): boolean {
  return item.outer?.properties.get('org')?.some((value) => value.item === item) ?? false;
}

const COMMENT = /^(?:reviewer|p-reviewer|p-comment|comment-author|p-author-comment)$/;
const POST = /^h-(?:entry|feed|cite|review)$/;

/** Somebody who speaks on the page rather than somebody it tells of. */
function isVoice(item: Microformat): boolean {
  if (item.classes.some((name) => COMMENT.test(name)) || item.outer?.types.includes('h-cite')) return true;
  const isAuthor = item.classes.some((name) => name === 'author' || name === 'p-author');
  const says = ['job-title', 'org', 'tel', 'email'].some((name) => item.properties.has(name));
  return isAuthor && !says && (item.outer?.types.some((type) => POST.test(type)) ?? true);
}

function partiesOfCard(card: Microformat): Party[] {
  const names = namesOf(card);
  const organisations = valuesOf(card, ['org'], 'name');
  const [name] = names;
  const [organisation] = organisations;
  if (!name && !organisation) return [];
  const countries = texts(card, 'country-name').concat(placesOf(card).flatMap((place) => texts(place, 'country-name')));
  if (!name || isOfType(card, 'h-org') || !isPersons(card, name.raw, organisation?.raw))
    return [companyOf(card, organisation ?? name, countries)];
  const employers = (card.properties.get('org') ?? []).map((value) => employerOf(value, countries));
  const [employer, ...others] = employers;
  const person: Party = {
    kind: 'person',
    values: [name, ...valuesOf(card, ['job-title', 'role'], 'title').slice(0, 1), ...contactsOf(card)],
    countries,
    ...(employer ? { employer: withAddress(card, employer) } : {}),
  };
  return [person, ...others];
}

function companyOf(card: Microformat, name: FoundValue | undefined, countries: readonly string[]): Party {
  const addresses = placesOf(card).flatMap((place) => foundAddress(place) ?? []);
  return { kind: 'company', values: [...(name ? [name] : []), ...contactsOf(card), ...addresses], countries };
}

/** A card nested in a person's tells of the organisation, too. */
function employerOf(value: MicroValue, countries: readonly string[]): Party {
  const [name] = value.item ? namesOf(value.item) : [];
  return {
    kind: 'company',
    values: [name ?? found('name', value), ...(value.item ? contactsOf(value.item) : [])],
    countries,
  };
}

/** A person's one address that is not their home is where they work. People themselves have none here. */
function withAddress(card: Microformat, employer: Party): Party {
  const [place, ...more] = placesOf(card).filter(({ snippet }) => !/\b(?:home|privat|dom)\b/i.test(snippet));
  const address = place && more.length === 0 ? foundAddress(place) : undefined;
  return address ? { ...employer, values: [...employer.values, address] } : employer;
}

function isPersons(card: Microformat, name: string, organisation: string | undefined): boolean {
  return organisation === undefined ? isPersonal(card, name) : nameKey(name) !== nameKey(organisation);
}

const PERSONAL = ['given-name', 'family-name', 'nickname', 'honorific-prefix', 'job-title', 'role', 'bday'];

/** Cards with no organisation are people's, but those that have an address or a logo, or are called as no person is. */
function isPersonal(card: Microformat, name: string): boolean {
  if (PERSONAL.some((property) => card.properties.has(property))) return true;
  const words = name.toLowerCase().split(/[\s.,]+/);
  const isPlaced = placesOf(card).length > 0 || card.properties.has('logo');
  return words.some((word) => GIVEN_NAMES.has(word))
    ? !isPlaced || words.length === 2
    : !isPlaced && words.length === 2;
}

/** Where the card says to be: its addresses, and a place on the globe that stands in it without one. */
function placesOf(card: Microformat): (Microformat & { readonly snippet: string })[] {
  const named = ['adr', 'geo'].flatMap((name) => card.properties.get(name) ?? []);
  const items = [
    ...named.flatMap(({ item, snippet }) => (item ? [{ ...item, snippet }] : [])),
    ...card.children.filter((child) => isOfType(child, 'h-adr')).map((child) => ({ ...child, snippet: '' })),
  ];
  const direct = ['street-address', 'locality', 'postal-code'].filter((name) => card.properties.has(name));
  return direct.length > 1 ? [...items, { ...card, snippet: '' }] : items;
}

function namesOf(card: Microformat): FoundValue[] {
  const names = valuesOf(card, ['name'], 'name').slice(0, 1);
  const [given] = card.properties.get('given-name') ?? [];
  const [family] = card.properties.get('family-name') ?? [];
  if (!given || !family) return names;
  const isHan = /\p{Script=Han}/u.test(family.text);
  const text = isHan ? family.text + given.text : `${given.text} ${family.text}`;
  // Parts are joined without a blank where both are marked as the value of the name.
  const isJoined = names.length === 0 || names[0]?.raw === `${given.text}${family.text}`;
  return isJoined ? [found('name', { text, snippet: `${given.snippet} ${family.snippet}` })] : names;
}

function contactsOf(card: Microformat): FoundValue[] {
  return [
    ...valuesOf(card, ['tel'], 'phones'),
    ...valuesOf(card, ['email'], 'emails'),
    ...valuesOf(card, ['url'], 'website').slice(0, 3),
  ];
}

function valuesOf(card: Microformat, properties: readonly string[], field: PartyField): FoundValue[] {
  return properties
    .flatMap((property) => card.properties.get(property) ?? [])
    .filter(({ text }) => text !== '')
    .slice(0, 20)
    .map((value) => found(field, value));
}

function texts(card: Microformat, property: string): string[] {
  return (card.properties.get(property) ?? []).map(({ text }) => text);
}

function found(field: PartyField, { text, snippet }: MicroValue): FoundValue {
  const bare = text.replace(/^(?:mailto|tel):/i, '');
  const raw = field === 'emails' ? bare.replace(/\?.*$/s, '') : bare;
  return { field, raw: raw.trim(), confidence: CONFIDENCE['h-card'], sources: [{ kind: 'h-card', snippet }] };
}
