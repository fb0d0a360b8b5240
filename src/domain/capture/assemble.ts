import { isForeign } from './doubted';
import { siteDomain } from './site-domain';
import type { FoundParty, FoundValue, PartyField } from './found';
import { LIMITS } from './limits';
import { nameKey } from './name/name-key';
import type { Party } from './schema-party';

interface Assembled {
  readonly kind: 'company' | 'person';
  readonly values: FoundValue[];
  employer: Assembled | undefined;
  readonly isOutsider: boolean;
}

/**
 * What all sources say, put together: parties that are the same become one, equal values one value with several sources,
 * and what belongs to nobody in particular (links, the page's head) goes to the page's own company.
 */
export function assembleParties(parties: readonly Party[], loose: readonly FoundValue[], url: string): FoundParty[] {
  const all: Assembled[] = [];
  for (const party of parties) {
    const employer = party.employer && join(all, party.employer);
    const joined = join(all, party);
    joined.employer ??= employer;
  }
  const own = ownCompany(all, url) ?? join(all, { kind: 'company', values: [], countries: [] });
  const taken = new Set(all.filter((one) => one.kind === 'person').flatMap(({ values }) => values.map(keyOf)));
  addAll(
    own,
    loose.filter((value) => !taken.has(keyOf(value))),
  );
  const others = all.filter((one) => one.kind === 'company' && one !== own && hasName(one));
  const companies = [...(isWorthShowing(own) ? [own] : []), ...others];
  const people = all.filter((one) => one.kind === 'person' && hasName(one));
  return [...companies, ...people].map((one) => found(one, companies));
}

function join(all: Assembled[], party: Party): Assembled {
  const same = all.find((one) => one.kind === party.kind && isSame(one.values, party.values));
  const target = same ?? {
    kind: party.kind,
    values: [],
    employer: undefined,
    isOutsider: party.isOutsider ?? false,
  };
  if (!same) all.push(target);
  addAll(target, party.values);
  return target;
}

/** Same name, same own domain, or same e-mail address. A common phone is not enough: it may be a switchboard. */
function isSame(a: readonly FoundValue[], b: readonly FoundValue[]): boolean {
  const own = new Set(a.filter(identifies).map(keyOf));
  return b.filter(identifies).some((value) => own.has(keyOf(value)));
}

function identifies({ field }: FoundValue): boolean {
  return field === 'name' || field === 'legalName' || field === 'emails' || field === 'website';
}

const keys = new WeakMap<FoundValue, string>();

/** Equal for values that say the same: names by letters, numbers by their last nine digits, addresses by domain. */
function keyOf(value: FoundValue): string {
  // Every value is compared with many.
  const key = keys.get(value) ?? keyFrom(value);
  keys.set(value, key);
  return key;
}

function keyFrom({ field, raw, normal, ext, parts }: FoundValue): string {
  const folded = raw.normalize('NFKC').toLowerCase();
  if (field === 'phones') return `phones:${(normal ?? folded).replace(/\D/g, '').slice(-9)}${ext ? `;${ext}` : ''}`;
  if (field === 'accounts' || field === 'emails') return `${field}:${normal ?? folded.trim()}`;
  if (field === 'website') return `website:${siteDomain(folded) ?? folded}`;
  if (parts?.street) return `addresses:${parts.street.toLowerCase().replace(/[\s.,]+/g, '')}`;
  return `${field === 'legalName' ? 'name' : field}:${folded.replace(/[\s.,]+/g, '')}`;
}

function addAll(target: Assembled, values: readonly FoundValue[]): void {
  for (const value of values) {
    const at = target.values.findIndex((one) => one.field === value.field && saysTheSame(one, value));
    const held = target.values[at];
    if (held) target.values[at] = agreed(held, value);
    else if (!isSettled(target, value) && target.values.length < LIMITS.values) target.values.push(value);
  }
}

/** Of one company, names that differ in their legal form or in how they are spelled are one name. */
function saysTheSame(a: FoundValue, b: FoundValue): boolean {
  if (keyOf(a) === keyOf(b)) return !areElsewhere(a, b);
  const name = a.field === 'name' ? nameKey(a.raw) : '';
  return name !== '' && name === nameKey(b.raw);
}

/** One street in two towns. */
function areElsewhere({ parts: a }: FoundValue, { parts: b }: FoundValue): boolean {
  const [one, other] = [a?.postcode, b?.postcode].map((code) => code?.replace(/[^A-Za-z\d]/g, '').slice(0, 5));
  return one !== undefined && other !== undefined && one !== other;
}

/** Of a person one title is enough: the first, whose source is the surer. */
function isSettled({ values }: Assembled, { field }: FoundValue): boolean {
  return field === 'title' && values.some((one) => one.field === 'title');
}

/** Two sources that agree are wrong together less often than either alone; a source counts once. */
function agreed(a: FoundValue, b: FoundValue): FoundValue {
  // What one of them lacks (a normal form, parts) the other may have.
  // A name and an address are kept as the page's own data write them, which come first.
  const owned = ownedOf(a, b);
  if (owned) return owned;
  const isWritten = a.field === 'addresses' || a.field === 'name';
  const parts = a.parts || b.parts ? { parts: { ...b.parts, ...a.parts } } : {};
  const better = b.confidence > a.confidence && !isWritten ? { ...a, ...b, ...parts } : { ...b, ...a, ...parts };
  if (a.sources.some((source) => source.kind === b.sources[0]?.kind)) return { ...better, sources: a.sources };
  return { ...better, confidence: 1 - (1 - a.confidence) * (1 - b.confidence), sources: [...a.sources, ...b.sources] };
}

/** A link may be anybody's, so what the text says of its owner decides; a text of the company's own outweighs one of others. */
function ownedOf(a: FoundValue, b: FoundValue): FoundValue | undefined {
  if ((a.ofOthers ?? false) === (b.ofOthers ?? false)) return undefined;
  const [theirs, ours] = a.ofOthers ? [a, b] : [b, a];
  return ours.sources.some(({ kind }) => kind === 'text') ? ours : theirs;
}

/** The company whose address is the page's; without one, the company most is said of. */
function ownCompany(all: readonly Assembled[], url: string): Assembled | undefined {
  const companies = all.filter((one) => one.kind === 'company');
  const domain = siteDomain(url);
  const onDomain = companies.find(({ values }) =>
    values.some(({ field, raw }) => field === 'website' && domain !== undefined && siteDomain(raw) === domain),
  );
  // A company of another site is the page's own only where the data are sure of it.
  const possible = companies.filter(({ values }) => !isForeign(values, url) || values.some(isSure));
  return onDomain ?? possible.sort((a, b) => b.values.length - a.values.length)[0];
}

function isSure({ field, confidence }: FoundValue): boolean {
  return field === 'name' && confidence > 0.5;
}

/** The page's company is shown without a name, too, when there is something to reach it by. */
function isWorthShowing(own: Assembled): boolean {
  return hasName(own) || own.values.some(({ field }) => field !== 'website');
}

function hasName({ values }: Assembled): boolean {
  return values.some(({ field }) => field === 'name' || field === 'legalName');
}

const ORDER: readonly PartyField[] = [
  'registrationIds',
  'name',
  'legalName',
  'title',
  'website',
  'phones',
  'emails',
  'addresses',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'industry',
];

function found({ kind, values, employer, isOutsider }: Assembled, companies: readonly Assembled[]): FoundParty {
  const sorted = [...values].sort(
    (a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field) || b.confidence - a.confidence,
  );
  const worksFor = kind === 'person' && !isOutsider ? companies.indexOf(employer ?? (companies[0] as Assembled)) : -1;
  return { kind, values: sorted, ...(worksFor >= 0 ? { worksFor } : {}) };
}
