import type { Budget } from './budget';
import type { FoundValue, PartyField } from './found';
import { LIMITS } from './limits';
import type { PageDom } from './page-dom';
import { CONFIDENCE, type Party } from './schema-party';

/** The class names of one of the two generations of microformats. */
interface Classes {
  readonly root: string;
  readonly name: string;
  readonly organisation: string;
  readonly title: string;
  readonly phone: string;
  readonly email: string;
  readonly url: string;
  readonly addressParts: readonly string[];
  readonly country: string;
}

/** @source https://microformats.org/wiki/h-card */
const H_CARD: Classes = {
  root: '.h-card',
  name: '.p-name, .fn',
  organisation: '.p-org',
  title: '.p-job-title',
  phone: '.p-tel, .u-tel',
  email: '.u-email',
  url: '.u-url',
  addressParts: ['.p-street-address', '.p-locality', '.p-region', '.p-postal-code', '.p-country-name'],
  country: '.p-country-name',
};

/** @source https://microformats.org/wiki/hcard */
const HCARD: Classes = {
  root: '.vcard',
  name: '.fn',
  organisation: '.org',
  title: '.title',
  phone: '.tel',
  email: '.email',
  url: '.url',
  addressParts: ['.street-address', '.locality', '.region', '.postal-code', '.country-name'],
  country: '.country-name',
};

/** The cards of a page. A card whose name is its organisation, or that has only one of the two, is a company's. */
export function readHCards(dom: PageDom, budget: Budget): Party[] {
  return [H_CARD, HCARD].flatMap((classes) =>
    dom.select(classes.root).flatMap((card) => (budget.spend() ? cardOf(dom, card, classes) : [])),
  );
}

function cardOf(dom: PageDom, card: Element, classes: Classes): Party[] {
  const one = (selector: string, field: PartyField): FoundValue[] =>
    dom
      .select(selector, card)
      .slice(0, 20)
      .flatMap((element) => foundAt(dom, element, field));
  const [name] = one(classes.name, 'name');
  const [organisation] = one(classes.organisation, 'name');
  const contact = [
    ...one(classes.phone, 'phones'),
    ...one(classes.email, 'emails'),
    ...one(classes.url, 'website').slice(0, 1),
  ];
  const countries = dom.select(classes.country, card).map((element) => dom.text(element, 60));
  const isPerson =
    dom.select(classes.title, card).length > 0 || (organisation !== undefined && name?.raw !== organisation.raw);
  if (isPerson && name) {
    const employer: Party | undefined = organisation && { kind: 'company', values: [organisation], countries };
    const values = [name, ...one(classes.title, 'title').slice(0, 1), ...contact];
    return [{ kind: 'person', values, countries, ...(employer ? { employer } : {}) }];
  }
  const own = organisation ?? name;
  if (!own) return [];
  return [{ kind: 'company', values: [own, ...contact, ...addressOf(dom, card, classes)], countries }];
}

/** Microformats put the value in `value`, `title`, a link's address, or the text. */
function foundAt(dom: PageDom, element: Element, field: PartyField): FoundValue[] {
  const shown = dom.text(element);
  const href = dom.attribute(element, 'href');
  const [part] = dom.select('.value', element);
  const linked = field === 'website' || /^(mailto|tel):/i.test(href ?? '') ? href : undefined;
  const raw = (linked ?? (part ? dom.text(part) : shown))
    .replace(/^(mailto|tel):/i, '')
    .replace(/\?.*$/s, field === 'emails' ? '' : '$&');
  const snippet = (shown || raw).slice(0, LIMITS.snippetCharacters);
  if (raw.trim() === '' || snippet === '') return [];
  return [{ field, raw: raw.trim(), confidence: CONFIDENCE['h-card'], sources: [{ kind: 'h-card', snippet }] }];
}

const PART_NAMES = ['street', 'city', 'region', 'postcode'] as const;

function addressOf(dom: PageDom, card: Element, classes: Classes): FoundValue[] {
  const texts = classes.addressParts.map((selector) => {
    const [element] = dom.select(selector, card);
    return element ? dom.text(element) : '';
  });
  const written = texts.filter((text) => text !== '');
  const raw = written.join(', ');
  if (written.length < 2) return [];
  const source = { kind: 'h-card' as const, snippet: raw.slice(0, LIMITS.snippetCharacters) };
  const parts = Object.fromEntries(PART_NAMES.flatMap((name, i) => (texts[i] ? [[name, texts[i]]] : [])));
  return [{ field: 'addresses', raw, parts, confidence: CONFIDENCE['h-card'], sources: [source] }];
}
