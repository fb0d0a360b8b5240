import type { FoundParty, PartyField, Reading } from '@/src/domain/capture/found';
import { regionsOf } from '@/src/domain/identity/region';
import { draftCapture, draftParties, type CaptureDraft, type DraftOrigin, type PartyDraft } from './capture-draft';
import { askingForName, isNameless } from './nameless';

/** What a page or a text lists, as rows to be ticked. */
export interface ListDraft extends CaptureDraft {
  /** In the order of the page; of several pages one behind the other. */
  readonly rows: readonly DraftRow[];
  /** The fields that at least one row has, in the order they are shown. */
  readonly columns: readonly PartyField[];
  /** Address of the page that goes on with the list. */
  readonly next?: string;
}

/** A record of a list: a company and its people, or one person. */
export interface DraftRow {
  readonly id: string;
  /** Ids of its cards; the one that the row is about first. */
  readonly parties: readonly string[];
}

/** Texts that tell of more companies and people than these are shown as a list. */
const FEW = 4;
const COLUMNS: readonly PartyField[] = ['name', 'title', 'phones', 'emails', 'website', 'addresses', 'accounts'];

export function isList(draft: CaptureDraft): draft is ListDraft {
  return 'rows' in draft;
}

/**
 * The list of a page; undefined where the page lists nobody. People of whom no record names a company work for the page's own:
 * it is then the first row.
 * @param at UTC time of the reading. @param nth position of the page among those of the list, for ids of its own.
 */
export function draftList(reading: Reading, home: string, at: string, nth = 0): ListDraft | undefined {
  const { list, url, title, notices, next } = reading;
  if (!list) return undefined;
  const origin: DraftOrigin = { regions: regionsOf(reading.hints, home), page: { url, at } };
  const records = list.records.map(({ parties }, i) => draftParties(parties, `l${nth}r${i}p`, origin));
  const employer = isTeam(list.records) ? ownCompany(reading, home, at) : undefined;
  const parties = records.flat().map((party) => (employer ? { ...party, worksFor: employer.id } : party));
  const own = employer && nth === 0 ? [employer] : [];
  return {
    url,
    title,
    notices,
    parties: [...own, ...parties],
    rows: [...own.map((party) => [party]), ...records].map(rowOf),
    columns: list.columns,
    ...(next === undefined ? {} : { next }),
  };
}

/** A list with what a further page of it gives. Rows that it has already are left out: sites repeat the last page for ever. */
export function withMoreRows(list: ListDraft, more: ListDraft): { readonly list: ListDraft; readonly added: number } {
  const known = new Set(rowKeys(list));
  const keys = rowKeys(more);
  const rows = more.rows.filter((_, i) => !known.has(keys[i] ?? ''));
  const fresh = new Set(rows.flatMap(({ parties }) => parties));
  const { next: _, ...held } = list;
  return {
    list: {
      ...held,
      parties: [...list.parties, ...more.parties.filter(({ id }) => fresh.has(id))],
      rows: [...list.rows, ...rows],
      columns: COLUMNS.filter((field) => list.columns.includes(field) || more.columns.includes(field)),
      notices: [...new Set([...list.notices, ...more.notices])],
      ...(more.next === undefined ? {} : { next: more.next }),
    },
    added: rows.length,
  };
}

/**
 * What a text tells of as cards, or as a list when it tells of many. A card without a name asks for one. @param origin of the text: without an address it was pasted.
 * @param title what the text is called, among other captures.
 */
export function draftText(
  parties: readonly FoundParty[],
  title: string,
  origin: DraftOrigin,
): CaptureDraft | ListDraft {
  const cards = draftParties(parties, 'p', origin);
  const draft: CaptureDraft = {
    url: origin.page.url,
    title,
    parties: origin.page.url === '' ? cards.map(asPasted) : cards,
    notices: parties.length === 0 ? ['nothing'] : [],
  };
  if (cards.length <= FEW) return { ...draft, parties: draft.parties.map(named) };
  const fields = new Set(cards.flatMap(({ values }) => values.map(({ field }) => field)));
  const list: ListDraft = {
    ...draft,
    rows: cards.map((card) => rowOf([card])),
    columns: COLUMNS.filter((field) => fields.has(field)),
  };
  return list;

  function named(party: PartyDraft): PartyDraft {
    return isNameless(party) ? askingForName(party, origin.page.at, cards.length === 1) : party;
  }
}

function asPasted(party: PartyDraft): PartyDraft {
  const values = party.values.map((value) => ({
    ...value,
    sources: value.sources.map((source) => ({ ...source, kind: 'pasted' as const })),
  }));
  return { ...party, values };
}

function rowOf(parties: readonly PartyDraft[]): DraftRow {
  return { id: parties[0]?.id ?? '', parties: parties.map(({ id }) => id) };
}

function isTeam(records: readonly { readonly parties: readonly FoundParty[] }[]): boolean {
  return records.every(({ parties }) => parties.every(({ kind }) => kind === 'person'));
}

function ownCompany(reading: Reading, home: string, at: string): PartyDraft | undefined {
  const [own] = draftCapture(reading, home, at).parties;
  return own?.kind === 'company' && own.ticked ? own : undefined;
}

/** A key for each row, equal for rows that say the same of the same. */
function rowKeys({ parties, rows }: ListDraft): string[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return rows.map((row) => {
    const values = row.parties.flatMap((id) => byId.get(id)?.values ?? []);
    return JSON.stringify(values.map(({ field, value }) => [field, value]));
  });
}
