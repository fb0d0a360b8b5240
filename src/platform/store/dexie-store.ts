import { liveQuery } from 'dexie';
import type { BatchId, DeviceId, RecordId } from '@/src/kernel/ids';
import { ok, type Result } from '@/src/kernel/result';
import type {
  Batch,
  BatchSummary,
  Changes,
  Crowd,
  Deletion,
  Erasing,
  HistoryEntry,
  Reading,
  Receipt,
  Store,
  StoredBlob,
  StoreError,
  UndoReceipt,
  VerifyReport,
  WriteRequest,
} from '@/src/app/ports/store';
import type { GonePatch } from '@/src/domain/records/journal';
import type { Kinds, TableName } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import type { Kept } from '@/src/domain/records/undo';
import { planBatch } from './commit-batch';
import { HEAD, type Database, type JournalRow } from './database';
import { planErasure, planPurge } from './erase-entry';
import { patchesMergedInto } from './load-entry';
import { recordsOf, rowsDueOf, rowsOfKind, rowsUnderKeys } from './read-rows';
import { changesSince, deletedSince, historyOf, newestBatches, touchedBy } from './read-journal';
import { planUndo } from './undo-entry';
import { reportOf, verifyColumns, verifyDatabase } from './verify-database';
import { writeEntry } from './write-entry';

/** The store over an open IndexedDB database. Any number of pages and workers may hold one each. */
export class DexieStore implements Store {
  private readonly db: Database;
  private readonly kinds: Kinds;
  private readonly newDevice: DeviceId;

  /** @param newDevice names this device should the database be new. */
  constructor(db: Database, kinds: Kinds, newDevice: DeviceId) {
    this.db = db;
    this.kinds = kinds;
    this.newDevice = newDevice;
  }

  get readOnly(): boolean {
    return this.db.isNewer;
  }

  commit(batch: Batch): Promise<Result<Receipt, StoreError>> {
    return writeEntry(this.db, this.newDevice, batch, (ref) => planBatch(this.db, batch, this.kinds, ref));
  }

  async undo(request: WriteRequest & { readonly undoes: BatchId }): Promise<Result<UndoReceipt, StoreError>> {
    let kept: readonly Kept[] = [];
    const written = await writeEntry(this.db, this.newDevice, request, async () => {
      const plan = await planUndo(this.db, request.undoes, this.kinds);
      if (plan.ok) kept = plan.value.kept;
      return plan;
    });
    return written.ok ? ok({ ...written.value, kept: await this.explained(kept) }) : written;
  }

  erase(request: WriteRequest & Erasing): Promise<Result<Receipt, StoreError>> {
    return writeEntry(this.db, this.newDevice, request, () => planErasure(this.db, request, this.kinds));
  }

  purge(request: WriteRequest & { readonly before: number }): Promise<Result<Receipt, StoreError>> {
    return writeEntry(this.db, this.newDevice, request, () => planPurge(this.db, request.before));
  }

  count(kind: string): Promise<number> {
    return recordsOf(this.db, kind).count();
  }

  someRows(kind: string, limit: number): Promise<readonly Row[]> {
    return recordsOf(this.db, kind).limit(limit).toArray();
  }

  async rows(kind: string, reading: Reading = {}): Promise<readonly Row[]> {
    const table = this.kinds.get(kind)?.table ?? 'records';
    if (table !== 'records') return (await this.db.rowsOf(table).toArray()).filter((row) => row.kind === kind);
    return rowsOfKind(this.db, kind, reading);
  }

  rowsInStates(kind: string, states: readonly string[]): Promise<readonly Row[]> {
    const wanted = states.map((state) => [kind, state]);
    return this.db.records.where('[kind+state]').anyOf(wanted).toArray();
  }

  rowsDue(kind: string, limit = Number.POSITIVE_INFINITY): Promise<readonly Row[]> {
    return rowsDueOf(this.db, kind).limit(limit).toArray();
  }

  async rowsById(ids: readonly RecordId[]): Promise<readonly Row[]> {
    return (await this.db.records.bulkGet([...ids])).filter((row) => row !== undefined);
  }

  row(table: TableName, id: RecordId): Promise<Row | undefined> {
    return this.db.rowsOf(table).get(id);
  }

  rowsByKeys(keys: readonly string[], crowd?: Crowd): Promise<readonly Row[]> {
    return rowsUnderKeys(this.db, keys, crowd);
  }

  mergedInto(id: RecordId): Promise<readonly GonePatch[]> {
    return this.db.transaction('r', this.db.tables, () => patchesMergedInto(this.db, id));
  }

  blob(id: string): Promise<StoredBlob | undefined> {
    return this.db.blobs.get(id);
  }

  batches(limit: number): Promise<readonly BatchSummary[]> {
    return newestBatches(this.db, limit);
  }

  recordsOf(batch: BatchId): Promise<readonly RecordId[]> {
    return this.db.transaction('r', this.db.journal, () => touchedBy(this.db, batch));
  }

  history(id: RecordId): Promise<readonly HistoryEntry[]> {
    return this.db.transaction('r', this.db.journal, () => historyOf(this.db, id));
  }

  deleted(wall: number): Promise<readonly Deletion[]> {
    return this.db.transaction('r', this.db.tables, () => deletedSince(this.db, wall));
  }

  changes(since?: string): Promise<Changes> {
    return this.db.transaction('r', this.db.journal, () => changesSince(this.db, since));
  }

  async verify(): Promise<VerifyReport> {
    const { checks } = await verifyDatabase(this.db, this.kinds);
    return reportOf([...checks, await verifyColumns(this.db)]);
  }

  watch(listener: () => void): () => void {
    const subscription = liveQuery(() => this.db.settings.get(HEAD)).subscribe({ next: listener });
    return () => subscription.unsubscribe();
  }

  private async explained(kept: readonly Kept[]): Promise<UndoReceipt['kept']> {
    const headers = new Map<string, JournalRow | undefined>();
    for (const ref of new Set(kept.flatMap(({ by }) => by ?? []))) {
      const [device = '', seq = ''] = ref.split('.');
      headers.set(ref, await this.db.journal.get([device, Number(seq), 0]));
    }
    return kept.map((one) => {
      const header = headers.get(one.by ?? '');
      return header && 'cause' in header ? { ...one, byCause: header.cause, byActor: header.actor } : one;
    });
  }
}
