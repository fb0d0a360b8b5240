import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Channel } from '@/src/domain/parties/company.kind';
import { completedPaths, relationTo } from '@/src/domain/parties/party-update';
import type { Change } from '@/src/domain/records/change';
import { typedValue, type Evidenced, type Source } from '@/src/domain/records/evidence';
import { actingName } from './acting';
import { isSingle, type CaptureDraft, type DraftValue, type PartyDraft } from './capture-draft';
import { findSuppressed, peopleMet } from './find-suppressed';
import type { PhoneLabel } from '@/src/domain/capture/found';
import type { ContactLabel } from '@/src/domain/parties/contact-values';
import type { PartyRow } from '@/src/domain/parties/party-row';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, IdSource } from './ports/world';

export interface SaveCapturePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** What is filed, and how. */
export interface CaptureToSave {
  readonly draft: CaptureDraft;
  readonly updates: Updates;
  /** The item of the Inbox that the draft was kept as: it goes with the filing. */
  readonly inboxItem?: RecordId;
  /** How the companies that are new were come by (客户来源). */
  readonly channel?: Channel;
}

/** Draft id → the record to update. A draft that is not named becomes a new record. */
export type Updates = ReadonlyMap<string, PartyRow>;

/** `nothing-ticked`: no card is ticked. `no-name`: a ticked card has no ticked name. */
export type CaptureError = StoreError | { readonly code: 'nothing-ticked' | 'no-name'; readonly draft?: string };

/**
 * Files what is ticked as one batch: new records, or what a known record lacks. A value that a record already holds is
 * left as it is; a differing single value replaces the old one only because it is ticked. Who asked not to be filed again is
 * passed over, ticked or not.
 */
export async function saveCapture(
  { store, clock, ids }: SaveCapturePorts,
  batchId: BatchId,
  { draft, updates, inboxItem, channel }: CaptureToSave,
): Promise<Result<Receipt, CaptureError>> {
  const suppressed = await findSuppressed(store, peopleMet(draft.parties));
  const ticked = draft.parties.filter((party) => party.ticked && !suppressed.has(party.id));
  if (ticked.length === 0) return err({ code: 'nothing-ticked' });
  const nameless = ticked.find((party) => !updates.has(party.id) && !tickedValue(party, 'name'));
  if (nameless) return err({ code: 'no-name', draft: nameless.id });
  const recordIds = new Map(ticked.map((party) => [party.id, updates.get(party.id)?.id ?? (ids.next() as RecordId)]));
  const at = new Date(clock.now()).toISOString();
  const changes = ticked.flatMap((party): Change[] => {
    const id = must(recordIds.get(party.id), 'every ticked draft has a record id');
    const employer = companyLink(party, draft, recordIds, at);
    const company = employer && { company: employer };
    const row = updates.get(party.id);
    return row
      ? addTo(row, party, company, ids)
      : [makeFrom(id, party, { ...company, ...obtained(party, draft, clock), ...comeBy(party, channel, at) }, ids)];
  });
  return store.commit({
    id: batchId,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'capture',
    note: { title: draft.title, url: draft.url },
    changes: inboxItem ? [...changes, { remove: inboxItem, kind: 'inbox-item' }] : changes,
  });
}

function tickedValue(party: PartyDraft, field: DraftValue['field']): DraftValue | undefined {
  return party.values.find((value) => value.field === field && value.ticked && value.value.trim() !== '');
}

function makeFrom(id: RecordId, party: PartyDraft, known: Readonly<Record<string, unknown>>, ids: IdSource): Change {
  const fields: Record<string, unknown> = { ...known };
  for (const value of party.values.filter(({ ticked, value: text }) => ticked && text.trim() !== '')) {
    if (isSingle(value.field)) fields[value.field] = evidenced(value);
    else fields[value.field] = { ...(fields[value.field] as object | undefined), [ids.next()]: evidenced(value) };
  }
  return { make: id, kind: party.kind, fields };
}

/** A person whose data were read from a page has not given them: the day is kept, for the notice that is due to them. */
function obtained(party: PartyDraft, draft: CaptureDraft, clock: Clock): Readonly<Record<string, unknown>> {
  const source = party.values.find(({ ticked, typed }) => ticked && !typed)?.sources[0];
  if (party.kind !== 'person' || !source) return {};
  const day = clock.today();
  const snippet = draft.title || draft.url;
  return { obtainedOn: { value: day, raw: day, confidence: 1, sources: [{ ...source, snippet }], status: 'accepted' } };
}

function comeBy({ kind }: PartyDraft, channel: Channel | undefined, at: string): Readonly<Record<string, unknown>> {
  return kind === 'company' && channel ? { channel: typedValue(channel, at) } : {};
}

/**
 * What is ticked as a change of a record: only what it does not hold yet, a differing value in the place of the old one.
 * Nothing when it holds all.
 */
export function addTo(
  row: PartyRow,
  party: PartyDraft,
  known: { readonly company: Evidenced<RecordId> } | undefined,
  ids: IdSource,
): Change[] {
  const values: Record<string, unknown> = {};
  for (const value of party.values.filter(({ ticked, value: text }) => ticked && text.trim() !== '')) {
    const relation = relationTo(row, value);
    if (relation === 'same') continue;
    if (relation === 'completes' && !isSingle(value.field))
      for (const path of completedPaths(row, value)) values[path] = null;
    values[isSingle(value.field) ? value.field : `${value.field}/${ids.next()}`] = evidenced(value);
  }
  if (known && row.kind === 'person' && !('company' in row.fields)) values['company'] = known.company;
  return Object.keys(values).length === 0 ? [] : [{ set: row.id, kind: row.kind, values }];
}

/** What contacts call a number that is for this; the switchboard is what most 400 numbers reach. */
const CONTACT_LABEL: Readonly<Record<PhoneLabel, ContactLabel>> = {
  work: 'work',
  mobile: 'mobile',
  fax: 'fax',
  tollfree: 'main',
  hotline: 'other',
};

function evidenced({ value, raw, confidence, sources, typed, label }: DraftValue): Evidenced<string> {
  return {
    value: value.trim(),
    raw,
    confidence: typed ? 1 : confidence,
    sources,
    status: typed ? 'typed' : 'accepted',
    ...(label ? { label: CONTACT_LABEL[label] } : {}),
  };
}

/** The link from a person to the company saved with them, standing on where the page says so. */
function companyLink(
  party: PartyDraft,
  draft: CaptureDraft,
  recordIds: ReadonlyMap<string, RecordId>,
  at: string,
): Evidenced<RecordId> | undefined {
  const employer = draft.parties.find((one) => one.id === party.worksFor);
  const id = employer && recordIds.get(employer.id);
  if (!employer || !id) return undefined;
  const name = tickedValue(employer, 'name');
  if (name) return { ...evidenced(name), value: id, sources: name.sources.slice(0, 1) };
  const source: Source = {
    kind: 'page-address',
    url: draft.url,
    snippet: draft.title || draft.url,
    at,
    extractor: 'user',
  };
  return { value: id, raw: id, confidence: 0.5, sources: [source], status: 'accepted' };
}
