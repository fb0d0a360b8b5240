import { normalisePhone } from '../identity/phone-number';
import { assembleParties } from './assemble';
import type { FoundParty, FoundValue, RegionHints } from './found';
import { rankNames } from './name/rank-names';
import { hostLabel, letters } from './name/host-label';
import { nameEvidence } from './name/name-evidence';
import { hintsOf, hostOf, websiteOf, type PageHead } from './page-head';
import type { Party } from './schema-party';
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
}

export interface Understood {
  readonly parties: FoundParty[];
  readonly hints: RegionHints;
  readonly regions: RegionMap;
  readonly text: TextFindings;
}

/** The parties of a page, its own company first, what hints at its country, and what the text alone gave. */
export function understandPage(gathered: Gathered): Understood {
  const { url, head, snapshot } = gathered;
  const hints = hintsOf(
    head,
    url,
    gathered.parties.flatMap((party) => party.countries),
  );
  const regions = mapRegions(snapshot.flat, hints);
  const text = readText(snapshot, regions);
  const loose = [...gathered.loose, ...text.loose].map((value) => normalised(value, regions));
  const label = hostLabel(hostOf(url)) || mailLabel(loose);
  const names = rankNames(nameEvidence(head, snapshot, label), label);
  const people = text.parties.filter((party) => !isNamesake(party, names[0]?.raw ?? '', label));
  const parties = assembleParties([...gathered.parties, ...people], [...names, ...loose, ...websiteOf(url)], url);
  return { parties, hints, regions, text };
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
  return normal === undefined ? value : { ...value, normal };
}

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
