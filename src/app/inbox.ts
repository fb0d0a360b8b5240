import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import type { InboxItemFields, InboxItemRow } from '@/src/domain/inbox/inbox-item.kind';
import { actingName } from './acting';
import type { CaptureDraft, DraftValue, PartyDraft } from './capture-draft';
import type { SaveCapturePorts } from './save-capture';
import type { Receipt, Store, StoreError } from './ports/store';

/** What is put aside to be looked at later. */
export interface ToKeep {
  readonly title: string;
  /** Empty for what is from no page. */
  readonly url: string;
  /** What the user marked or pasted, or the link. */
  readonly text?: string;
  readonly draft?: CaptureDraft;
}

const LONGEST_TEXT = 20_000;
const LONGEST_TITLE = 300;

/** Keeps a reading, a text or a link in the Inbox. */
export async function keepForLater(
  { store, clock, ids }: SaveCapturePorts,
  id: BatchId,
  { title, url, text, draft }: ToKeep,
): Promise<Result<Receipt, StoreError>> {
  const called = (title || text || url).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  const fields: InboxItemFields = {
    title: called,
    takenOn: clock.today(),
    ...(url ? { url } : {}),
    ...(text ? { text: text.slice(0, LONGEST_TEXT) } : {}),
    ...(draft ? { draft } : {}),
  };
  // Safe: where ids of records are made.
  const record = ids.next() as RecordId;
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'make',
    note: { title: called, ...(url ? { url } : {}) },
    changes: [{ make: record, kind: 'inbox-item', fields: { ...fields } }],
  });
}

/** What waits in the Inbox, the latest first. */
export async function inboxItems(store: Store): Promise<readonly InboxItemRow[]> {
  // Safe: rows of this kind hold its fields; ids sort by the time they were made.
  const rows = (await store.rows('inbox-item')) as readonly InboxItemRow[];
  return rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/**
 * The draft that an item was kept with; undefined where there is none, or none that can be shown: a backup from elsewhere may
 * hold anything under this name.
 */
export function draftIn({ fields }: InboxItemRow): CaptureDraft | undefined {
  return isDraft(fields.draft) ? fields.draft : undefined;
}

function isDraft(held: unknown): held is CaptureDraft {
  return (
    isObject(held) &&
    typeof held['url'] === 'string' &&
    typeof held['title'] === 'string' &&
    isListOf(held['notices'], (notice) => typeof notice === 'string') &&
    isListOf(held['parties'], isPartyDraft) &&
    (held['rows'] === undefined ||
      (isListOf(held['rows'], isRow) && isListOf(held['columns'], (column) => typeof column === 'string')))
  );
}

function isRow(held: unknown): boolean {
  return isObject(held) && typeof held['id'] === 'string' && isListOf(held['parties'], (id) => typeof id === 'string');
}

function isPartyDraft(held: unknown): held is PartyDraft {
  return (
    isObject(held) &&
    typeof held['id'] === 'string' &&
    (held['kind'] === 'company' || held['kind'] === 'person') &&
    typeof held['ticked'] === 'boolean' &&
    isListOf(held['values'], isDraftValue)
  );
}

function isDraftValue(held: unknown): held is DraftValue {
  return (
    isObject(held) &&
    ['id', 'field', 'value', 'raw'].every((name) => typeof held[name] === 'string') &&
    typeof held['confidence'] === 'number' &&
    typeof held['ticked'] === 'boolean' &&
    isListOf(held['sources'], (source) => isObject(source) && typeof source['snippet'] === 'string')
  );
}

function isObject(held: unknown): held is Readonly<Record<string, unknown>> {
  return typeof held === 'object' && held !== null && !Array.isArray(held);
}

function isListOf(held: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(held) && held.every(isOne);
}
