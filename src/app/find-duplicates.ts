import { byTier, isSurer, type Match } from '@/src/domain/identity/match';
import { matchCompanies } from '@/src/domain/identity/match-companies';
import { matchPeople } from '@/src/domain/identity/match-people';
import { ownDomain } from '@/src/domain/identity/domain-name';
import { distinctionKey } from '@/src/domain/parties/distinction.kind';
import { CROWD } from '@/src/domain/parties/group-duplicates';
import { isPartyRow, type PartyRow } from '@/src/domain/parties/party-row';
import {
  companyKeys,
  companyTraits,
  personKeys,
  personTraits,
  valuesIn,
  type PartyValues,
} from '@/src/domain/parties/party-traits';
import { linkTo } from '@/src/domain/records/link-key';
import type { PartyDraft } from './capture-draft';
import { isNameless } from './nameless';
import type { Crowd, Store } from './ports/store';

/**
 * A record that may be what a draft is about, how surely, and why. Never one that contradicts, nor one of which the user has
 * said that it is not the same as another that the draft more surely is.
 */
export interface Duplicate {
  readonly row: PartyRow;
  readonly match: Match;
}

/**
 * The records that drafts may be about. Companies come first: a person's company counts by the record it most surely is,
 * and a number of a company is a switchboard, which identifies no person. A name that more than {@link CROWD} records have is
 * no sign by itself: of these only those are found that have more in common with the draft. A number or an address without a
 * name may be that of a person or of a company, and is perhaps that of the company whose site it stands on.
 * @returns draft id → duplicates, the surest first, ties by id. Drafts without any are left out.
 */
export async function findDuplicates(
  store: Store,
  drafts: readonly PartyDraft[],
): Promise<ReadonlyMap<string, readonly Duplicate[]>> {
  const found = new Map<string, readonly Duplicate[]>();
  for (const draft of drafts.filter((one) => one.kind === 'company' || isNameless(one))) {
    const values = valuesOfDraft(draft);
    const traits = companyTraits(values);
    const rows = await rowsOf(store, 'company', companyKeys(values), { most: CROWD, beside: [] });
    keep(found, draft, rows, (row) => matchCompanies(traits, companyTraits(valuesIn(row.fields))));
    if (isNameless(draft) && rows.length === 0) keep(found, draft, await ownersOfSite(store, draft), () => BY_SITE);
  }
  const phones = drafts.flatMap((draft) => valuesOfDraft(draft)('phones'));
  const switchboards = await switchboardsAmong(store, drafts, phones);
  for (const draft of drafts.filter((one) => one.kind === 'person' || isNameless(one))) {
    const employer = found.get(draft.worksFor ?? '')?.[0]?.row.id;
    const values = valuesOfDraft(draft);
    const traits = personTraits(
      (field) => (field === 'company' && employer ? [employer] : values(field)),
      switchboards,
    );
    const colleagues = [...traits.companies].map(linkTo);
    const rows = await rowsOf(store, 'person', personKeys(traits), { most: CROWD, beside: colleagues });
    keep(found, draft, rows, (row) => matchPeople(traits, personTraits(valuesIn(row.fields), switchboards)));
  }
  return withoutToldApart(store, found);
}

function keep(
  found: Map<string, readonly Duplicate[]>,
  { id }: PartyDraft,
  rows: readonly PartyRow[],
  judge: (row: PartyRow) => Match | undefined,
): void {
  const duplicates = rows.flatMap((row): Duplicate[] => {
    const match = judge(row);
    return match && match.tier !== 'never' ? [{ row, match }] : [];
  });
  const all = [...(found.get(id) ?? []), ...duplicates].sort(bySurest);
  if (all.length > 0) found.set(id, all);
}

function bySurest(a: Duplicate, b: Duplicate): number {
  return byTier(a.match, b.match) || (a.row.id < b.row.id ? -1 : 1);
}

const BY_SITE: Match = { tier: 'possible', reasons: ['domain'] };

async function ownersOfSite(store: Store, { values }: PartyDraft): Promise<readonly PartyRow[]> {
  const domains = values.flatMap(({ sources }) => sources.flatMap(({ url }) => ownDomain(url) ?? []));
  return rowsOf(
    store,
    'company',
    [...new Set(domains)].map((domain) => `domain:${domain}`),
  );
}

/** Of records that are not the same only those stay that a draft is as surely as any: it may be about each of them. */
async function withoutToldApart(
  store: Store,
  found: ReadonlyMap<string, readonly Duplicate[]>,
): Promise<ReadonlyMap<string, readonly Duplicate[]>> {
  const rivals = [...found.values()].flatMap((duplicates) =>
    duplicates.flatMap(({ row, match }) =>
      duplicates.filter((other) => isSurer(other.match, match)).map((other) => distinctionKey(other.row.id, row.id)),
    ),
  );
  const said = new Set((await store.rowsByKeys(rivals)).flatMap(({ keys }) => keys));
  if (said.size === 0) return found;
  return new Map(
    [...found].map(([draft, duplicates]) => {
      const isOther = ({ row, match }: Duplicate): boolean =>
        duplicates.some((one) => isSurer(one.match, match) && said.has(distinctionKey(one.row.id, row.id)));
      return [draft, duplicates.filter((duplicate) => !isOther(duplicate))] as const;
    }),
  );
}

/** Names that are not ticked are headings of the page as often as names: they identify nothing. */
function valuesOfDraft({ values }: PartyDraft): PartyValues {
  return (field) =>
    values.filter((value) => value.field === field && (field !== 'name' || value.ticked)).map(({ value }) => value);
}

async function rowsOf(
  store: Store,
  kind: string,
  keys: readonly string[],
  crowd?: Crowd,
): Promise<readonly PartyRow[]> {
  return (await store.rowsByKeys(keys, crowd)).filter(isPartyRow).filter((row) => row.kind === kind);
}

async function switchboardsAmong(
  store: Store,
  drafts: readonly PartyDraft[],
  phones: readonly string[],
): Promise<ReadonlySet<string>> {
  const companies = await rowsOf(
    store,
    'company',
    phones.map((phone) => `phone:${phone}`),
  );
  return new Set([
    ...companies.flatMap((row) => [...companyTraits(valuesIn(row.fields)).phones]),
    ...drafts
      .filter((draft) => draft.kind === 'company' && !isNameless(draft))
      .flatMap((draft) => [...companyTraits(valuesOfDraft(draft)).phones]),
  ]);
}
