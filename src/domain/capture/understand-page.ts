import type { Steps } from '@/src/kernel/steps';
import { normalisePhone } from '../identity/phone-number';
import { assembleParties } from './assemble';
import { believable } from './doubted';
import type { FoundParty, FoundValue, ReadAs, RegionHints } from './found';
import { rankNames } from './name/rank-names';
import { hostLabel, letters, likeHost } from './name/host-label';
import { nameEvidence, type NameEvidence } from './name/name-evidence';
import { hintsOf, hostOf, websiteOf, type PageHead } from './page-head';
import { withLinkedMail } from './people/link-people';
import type { Party } from './schema-party';
import { companysOwn, toldGround, toldNames, toldValues, type ToldGround } from './register/told-ground';
import { isTitle } from './record/person-words';
import { readStatutory, type Statutory } from './statutory/read-statutory';
import { readText, type TextFindings } from './text/read-text';
import { mapRegions, type RegionMap } from './text/region-map';
import type { Snapshot } from './text/snapshot';
import { isFreeMail } from '../identity/public-hosts';

/** What was taken from the page, before it is put together. Nothing of it needs the page any more. */
export interface Gathered {
  readonly url: string;
  readonly head: PageHead;
  readonly parties: readonly Party[];
  /** Values of links and attributes, which belong to nobody in particular. */
  readonly loose: readonly FoundValue[];
  readonly snapshot: Snapshot;
  /** Names of those who wrote a review or a comment, by the page's own data. */
  readonly voices: readonly string[];
  readonly as?: ReadAs | undefined;
}

export interface Understood {
  readonly parties: FoundParty[];
  readonly hints: RegionHints;
  readonly regions: RegionMap;
  readonly text: TextFindings;
}

/** The parties of a page, its own company first, what hints at its country, and what the text alone gave. */
export function* understandPage(gathered: Gathered): Steps<Understood> {
  const { url, head, snapshot } = gathered;
  const countries = gathered.parties.flatMap((party) => party.countries);
  const given = { ...hintsOf(head, url, countries), ...gathered.as };
  const regions = mapRegions(snapshot.flat, given);
  const [region] = regions.page;
  const hints = region === undefined ? given : { ...given, region };
  yield;
  const ground = toldGround(hostOf(url), head.title, snapshot);
  const statutory = readStatutory(snapshot, ground);
  yield;
  const text = yield* readText(snapshot, regions, statutory.isOthers);
  const all = [...gathered.loose, ...statutory.values, ...text.loose].map((value) => normalised(value, regions));
  if (ground?.isRegister) return { ...understandRegister(gathered, statutory, all, ground), hints, regions, text };
  const loose = ground ? companysOwn(all, ground, snapshot) : all;
  const label = hostLabel(hostOf(url)) || mailLabel(loose);
  yield;
  const evidence = [...statutory.names, ...nameEvidence(head, snapshot, label)];
  const persons = personsOf(text.parties);
  const names = rankNames(
    evidence.filter(
      (one) => (one.at === undefined || ground?.isSite(one.at) !== true) && !isOfPerson(one, persons, label),
    ),
    label,
  );
  yield;
  const people = withLinkedMail(text.parties, loose).filter(
    (party) => !isNamesake(party, names[0]?.raw ?? '', label) && !isOneOf(party, gathered.voices),
  );
  const own = loose.filter((value) => !isOfOneOfMany(value, loose, names[0]?.raw ?? ''));
  const heads = [head.title, ...snapshot.lines.filter(({ heading }) => heading > 0).map((line) => line.text)];
  const told = believable(gathered.parties, url, heads.slice(0, 50));
  const parties = assembleParties([...told, ...people], [...names, ...own, ...websiteOf(url)], url);
  return { parties, hints, regions, text };
}

/**
 * The one company that a page of a register tells of. Who runs the register, who advertises there and what its own structured
 * data say are left out; people are in the company's own fields, for nobody else's data are needed.
 */
function understandRegister(
  { url, head, snapshot }: Gathered,
  statutory: Statutory,
  all: readonly FoundValue[],
  ground: ToldGround,
): Pick<Understood, 'parties'> {
  const names = rankNames(toldNames(statutory, head, snapshot), '');
  // A list of results, or a person's page, is about no one company.
  if (names.length === 0) return { parties: [] };
  const own = companysOwn(all, ground, snapshot).filter((value) => !isOfOneOfMany(value, all, names[0]?.raw ?? ''));
  return { parties: assembleParties([], [...names, ...own, ...toldValues(snapshot, ground)], url) };
}

/** Of several companies' register codes on a page, only one beside the name of the page's own is its. */
function isOfOneOfMany(value: FoundValue, all: readonly FoundValue[], company: string): boolean {
  if (!value.normal?.startsWith('uscc:')) return false;
  const codes = new Set(all.flatMap(({ normal }) => (normal?.startsWith('uscc:') ? [normal] : [])));
  return codes.size > 1 && !value.sources.some(({ snippet }) => nameBefore(snippet, value.raw) === company);
}

function nameBefore(snippet: string, code: string): string {
  return [...snippet.slice(0, snippet.indexOf(code)).matchAll(/[\u4e00-\u9fff()（）]{2,40}?公司/g)].at(-1)?.[0] ?? '';
}

/** Names of the people whose position the text says, Chinese ones. */
function personsOf(parties: readonly Party[]): string[] {
  return parties.flatMap(({ kind, values }) => {
    const name = values.find(({ field }) => field === 'name')?.raw ?? '';
    const isTitled = kind === 'person' && values.some(({ field }) => field === 'title');
    return isTitled && /^[\u4e00-\u9fff]{2,4}$/.test(name) ? [name] : [];
  });
}

/** `林佩蓉 會計師`, `葉嘉欣 Karen Yip`: what a person's own page is called. */
function isOfPerson({ name }: NameEvidence, persons: readonly string[], label: string): boolean {
  return persons.some((person) => {
    const rest = name.startsWith(person) ? name.slice(person.length).trim() : undefined;
    return rest !== undefined && (rest === '' || isTitle(rest) || (LATIN.test(rest) && likeHost(rest, label) < ALIKE));
  });
}

const LATIN = /^[A-Za-z][A-Za-z .'-]{1,40}$/;
const ALIKE = 0.55;

function isOneOf({ kind, values }: Party, names: readonly string[]): boolean {
  return kind === 'person' && values.some(({ field, raw }) => field === 'name' && names.includes(raw));
}

/** A company called after a person is no person. */
function isNamesake({ kind, values }: Party, company: string, label: string): boolean {
  const name = letters(values.find(({ field }) => field === 'name')?.raw ?? '');
  if (kind !== 'person' || name === '') return false;
  return (
    name === label || (letters(company).startsWith(name) && LEGAL_OR_TRADE.test(company)) || name === letters(company)
  );
}

const LEGAL_OR_TRADE = /\b(?:inc|llc|ltd|gmbh|kg|group|shop|store|design|salon|stadium|law|firm|associates)\b/i;

function normalised(value: FoundValue, regions: RegionMap): FoundValue {
  if (value.field !== 'phones' || value.normal !== undefined) return value;
  const normal = normalisePhone(value.raw, regions.page);
  return normal === undefined
    ? { ...value, confidence: Math.min(value.confidence, NOWHERE_VALID) }
    : { ...value, normal };
}

/** A number that is valid in none of the page's countries is shown, not ticked. */
const NOWHERE_VALID = 0.8;

/** A page without an address of its own: the domain that most of its mailboxes are on. */
function mailLabel(values: readonly FoundValue[]): string {
  const domains = values
    .filter(({ field }) => field === 'emails')
    .map(({ raw }) => raw.split('@')[1] ?? '')
    .filter((domain) => domain !== '' && !isFreeMail(domain));
  const counts = new Map<string, number>();
  for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best ? hostLabel(best[0]) : '';
}
