import { EXTRACTOR } from '@/src/domain/capture/capture-page';
import { filedForm } from '@/src/domain/capture/filed-form';
import type {
  FoundParty,
  FoundValue,
  PartyField,
  PhoneLabel,
  Reading,
  ReadingNotice,
} from '@/src/domain/capture/found';
import { regionsOf } from '@/src/domain/identity/region';
import type { Source } from '@/src/domain/records/evidence';

/** A value on a capture card, waiting for the user's word. */
export interface DraftValue {
  readonly id: string;
  readonly field: PartyField;
  /** In normal form where there is one; of a number with its extension, as `+862155550101 ext. 12`. */
  readonly value: string;
  readonly raw: string;
  readonly confidence: number;
  readonly sources: readonly Source[];
  /** Of a number, what it is for. */
  readonly label?: PhoneLabel;
  readonly ticked: boolean;
  /** The user wrote or changed it. */
  readonly typed: boolean;
}

export interface PartyDraft {
  readonly id: string;
  readonly kind: 'company' | 'person';
  readonly ticked: boolean;
  readonly values: readonly DraftValue[];
  /** Id of the draft of the company they work for. */
  readonly worksFor?: string;
}

/** What a page, a list or a text offers to save, before anything is saved. */
export interface CaptureDraft {
  /** Empty for a text that was pasted. */
  readonly url: string;
  readonly title: string;
  readonly parties: readonly PartyDraft[];
  readonly notices: readonly ReadingNotice[];
}

/** Values at least this sure are ticked beforehand. */
const TICKED_FROM = 0.85;
/** Fields of which a party has one value. */
const SINGLE: ReadonlySet<PartyField> = new Set([
  'name',
  'legalName',
  'website',
  'logo',
  'title',
  'industry',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
  'parent',
  'employees',
]);

export function isSingle(field: PartyField): boolean {
  return SINGLE.has(field);
}

/**
 * The reading as cards: values in normal form, equal ones together, the sure ones ticked. Of the companies only the
 * page's own is ticked; of the people those who work for it. A hotline for complaints is shown but never ticked.
 * @param home the user's own country, for numbers without a country code. @param at UTC time of the reading.
 */
export function draftCapture(reading: Reading, home: string, at: string): CaptureDraft {
  const regions = regionsOf(reading.hints, home);
  const parties = draftParties(reading.parties, 'p', { regions, page: { url: reading.url, at } }).map((party, i) => {
    const isOwn = party.kind === 'company' ? i === 0 : reading.parties[i]?.worksFor === 0;
    return { ...party, ticked: isOwn && party.ticked };
  });
  return { url: reading.url, title: reading.title, parties, notices: reading.notices };
}

/** Where values were read, and the regions whose numbers they may be. */
export interface DraftOrigin {
  readonly regions: readonly string[];
  /** A text that was pasted has no address. */
  readonly page: { readonly url: string; readonly at: string };
}

/** Parties as cards, each ticked when its name is sure. @param prefix begins their ids, which their order ends. */
export function draftParties(found: readonly FoundParty[], prefix: string, origin: DraftOrigin): PartyDraft[] {
  return found.map((party, i): PartyDraft => {
    const id = `${prefix}${i}`;
    const values = draftValues(party, origin, id);
    return {
      id,
      kind: party.kind,
      ticked: values.some(({ field, ticked }) => field === 'name' && ticked),
      values,
      ...(party.worksFor === undefined ? {} : { worksFor: `${prefix}${party.worksFor}` }),
    };
  });
}

/** A card ticked, or not. What is to be saved has a name: of names that are all not ticked the first is then. */
export function tickCard(party: PartyDraft, ticked: boolean): PartyDraft {
  const names = party.values.filter(({ field }) => field === 'name');
  const [first] = names;
  if (!ticked || !first || names.some((name) => name.ticked)) return { ...party, ticked };
  return {
    ...party,
    ticked,
    values: party.values.map((value) => (value === first ? { ...value, ticked: true } : value)),
  };
}

function draftValues(party: FoundParty, { regions, page }: DraftOrigin, prefix: string): DraftValue[] {
  const drafts: DraftValue[] = [];
  const taken = new Set<PartyField>();
  for (const found of party.values) {
    const value = filedForm(found, regions);
    const twin = drafts.findIndex((draft) => draft.field === found.field && draft.value === value);
    const held = drafts[twin];
    const sources = found.sources.map(({ kind, snippet }): Source => ({
      kind,
      snippet,
      ...page,
      extractor: EXTRACTOR,
    }));
    if (held) {
      drafts[twin] = { ...held, sources: [...held.sources, ...sources] };
      continue;
    }
    const sure = isSure(found) && !(isSingle(found.field) && taken.has(found.field));
    if (sure) taken.add(found.field);
    drafts.push({ id: `${prefix}v${drafts.length}`, ...plainValue(found), value, sources, ticked: sure, typed: false });
  }
  return drafts;
}

function isSure({ confidence, label }: FoundValue): boolean {
  return confidence >= TICKED_FROM && label !== 'hotline';
}

function plainValue({
  field,
  raw,
  confidence,
  label,
}: FoundValue): Omit<DraftValue, 'id' | 'value' | 'sources' | 'ticked' | 'typed'> {
  return { field, raw, confidence, ...(label ? { label } : {}) };
}
