import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { cleanLine } from '@/src/kernel/text';
import type { Change } from '@/src/domain/records/change';
import type { Cause } from '@/src/domain/records/journal';
import type { Row } from '@/src/domain/records/record';
import { titleOf, type Language, type Notebook } from '@/src/domain/notebook/notebook';
import { savedNotebook, type NotebookFields, type NotebookOrigin } from '@/src/domain/notebook/notebook.kind';
import { MOST_NOTEBOOK_TEXT, parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { actingName } from './acting';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, Host } from './ports/world';

const LONGEST_TITLE = 200;

export interface NotebookPorts {
  readonly store: Store;
  readonly clock: Clock;
}

export type NotebookRow = Row<NotebookFields>;

/** `too-large`: more than a notebook may hold. `unreadable`: the file is no text in UTF-8. */
export type NotebookError = StoreError | { readonly code: 'too-large' | 'unreadable' };

/** What a notebook was after a batch that wrote its text. */
export interface NotebookVersion {
  readonly batch: BatchId;
  readonly wall: number;
  readonly actor: string;
  readonly text: string;
}

export interface OpenNotebook {
  readonly row: NotebookRow;
  readonly notebook: Notebook;
}

/** The notebooks that are kept, the newest first. */
export async function listNotebooks(store: Pick<Store, 'rows'>): Promise<readonly NotebookRow[]> {
  // Safe: rows of a kind hold its fields.
  return ((await store.rows(savedNotebook.name)) as readonly NotebookRow[]).toReversed();
}

/** Undefined where there is none. What was not saved when it was last open is its `draft`. */
export async function openNotebook(store: Pick<Store, 'row'>, id: string): Promise<OpenNotebook | undefined> {
  // Safe: an id from an address names a record or nothing, and rows of this table are notebooks.
  const row = (await store.row(savedNotebook.table, id as RecordId)) as NotebookRow | undefined;
  return row && { row, notebook: parseNotebook(row.fields.text) };
}

export interface NewNotebook {
  readonly record: RecordId;
  readonly text: string;
  readonly origin: NotebookOrigin;
  /** Called so; without it as its head says in this language. */
  readonly title?: string;
  readonly language: Language;
}

/** Keeps a new notebook. It is trusted unless it comes from a file. */
export function makeNotebook(
  ports: NotebookPorts,
  id: BatchId,
  { record, text, origin, title, language }: NewNotebook,
): Promise<Result<Receipt, NotebookError>> {
  const called = cleanLine(title ?? titleOf(parseNotebook(text), language), LONGEST_TITLE);
  const fields = { title: called === '' ? savedNotebook.name : called, text, origin, trusted: origin !== 'file' };
  return write(ports, id, 'make', { make: record, kind: savedNotebook.name, fields });
}

/** Reads a file and keeps it, not trusted. Its text is kept byte for byte. */
export async function importNotebook(
  ports: NotebookPorts,
  id: BatchId,
  { file, record, language }: { readonly file: File; readonly record: RecordId; readonly language: Language },
): Promise<Result<Receipt, NotebookError>> {
  // In UTF-8 a character takes three bytes at most for each unit of its text.
  if (file.size > MOST_NOTEBOOK_TEXT * 3) return err({ code: 'too-large' });
  const text = textOf(await file.arrayBuffer());
  if (text === undefined) return err({ code: 'unreadable' });
  const own = titleOf(parseNotebook(text), language);
  const title = own === '' ? file.name.replace(/\.\w{1,8}$/, '') : own;
  return makeNotebook(ports, id, { record, text, origin: 'file', title, language });
}

/** The mark at the head of a file is part of its text. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Saves the text as a version of its own; where it is the text that is saved already, writes only what else is to change. */
export async function saveNotebook(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
  text: string,
): Promise<Result<Receipt | undefined, NotebookError>> {
  const open = await openNotebook(ports.store, record);
  const { text: saved, draft } = open?.row.fields ?? {};
  if (open && saved === text && draft === undefined) return ok(undefined);
  return set(ports, id, record, { ...(saved === text ? {} : { text }), draft: null });
}

/**
 * Keeps text beside the saved one, so that it is there when the page went down. It is no version, and goes with the next
 * save. Writes nothing where the text is kept already.
 */
export async function keepDraft(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
  text: string,
): Promise<Result<Receipt | undefined, NotebookError>> {
  const { text: saved, draft = saved } = (await openNotebook(ports.store, record))?.row.fields ?? {};
  if (draft === text) return ok(undefined);
  return set(ports, id, record, { draft: saved === text ? null : text });
}

/** Error: `required`, for the empty title. The title in the head of its text stays as it is. */
export function renameNotebook(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
  title: string,
): Promise<Result<Receipt, NotebookError>> {
  const called = cleanLine(title, LONGEST_TITLE);
  return set(ports, id, record, { title: called === '' ? null : called });
}

/** The user has read what it will run, and lets it. */
export function trustNotebook(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
): Promise<Result<Receipt, NotebookError>> {
  return set(ports, id, record, { trusted: true });
}

/** Undo brings it back as it was. */
export function removeNotebook(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
): Promise<Result<Receipt, NotebookError>> {
  return write(ports, id, 'delete', { remove: record, kind: savedNotebook.name });
}

/** Every text that was saved, newest first; the first is the present one unless its saving was undone. */
export async function notebookVersions(
  { store }: Pick<NotebookPorts, 'store'>,
  record: RecordId,
): Promise<readonly NotebookVersion[]> {
  return (await store.history(record)).flatMap(({ header: { batchId, wall, actor }, patch }) => {
    const text = 'made' in patch ? patch.made.fields['text'] : 'set' in patch ? patch.set['text']?.to : undefined;
    return typeof text === 'string' ? [{ batch: batchId, wall, actor, text }] : [];
  });
}

/** Saves an earlier version again, as a new one. Error: `missing`, where the batch saved no text of it. */
export async function revertNotebook(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
  version: BatchId,
): Promise<Result<Receipt | undefined, NotebookError>> {
  const found = (await notebookVersions(ports, record)).find(({ batch }) => batch === version);
  return found ? saveNotebook(ports, id, record, found.text) : err({ code: 'missing', id: record });
}

/** Hands the user the text as a file. */
export function exportNotebook({ host }: { readonly host: Pick<Host, 'saveFile'> }, title: string, text: string): void {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 100);
  host.saveFile(`${name === '' ? savedNotebook.name : name}.md`, new Blob([text], { type: 'text/markdown' }));
}

function set(
  ports: NotebookPorts,
  id: BatchId,
  record: RecordId,
  values: Readonly<Record<string, unknown>>,
): Promise<Result<Receipt, NotebookError>> {
  return write(ports, id, 'edit', { set: record, kind: savedNotebook.name, values });
}

async function write(
  { store, clock }: NotebookPorts,
  id: BatchId,
  cause: Cause,
  change: Change,
): Promise<Result<Receipt, NotebookError>> {
  const given = 'make' in change ? change.fields : 'set' in change ? change.values : {};
  const isTooLarge = [given['text'], given['draft']].some(
    (text) => typeof text === 'string' && text.length > MOST_NOTEBOOK_TEXT,
  );
  if (isTooLarge) return err({ code: 'too-large' });
  const title = given['title'] ?? (await openNotebook(store, changed(change)))?.row.fields.title ?? '';
  const actor = await actingName(store);
  return store.commit({ id, actor, wall: clock.now(), cause, note: { title: String(title) }, changes: [change] });
}

function changed(change: Change): RecordId {
  if ('make' in change) return change.make;
  return 'set' in change ? change.set : change.remove;
}
