import type { RecordId } from '@/src/kernel/ids';
import type { Row } from '@/src/domain/records/record';
import type { Reading, Store } from './ports/store';

interface Kept {
  at: string;
  rows: readonly Row[];
  byId: Map<RecordId, Row>;
}

/** A screen full. */
const FEW = 40;
const NONE: readonly Row[] = [];

/**
 * The rows of the kinds that were asked for, kept as they are now: read once, then only what the journal says was touched.
 * The same array comes back as long as nothing of the kind has changed.
 */
export class LiveRows {
  private readonly store: Store;
  private readonly kept = new Map<string, Promise<Kept>>();
  private readonly early = new Map<string, Promise<readonly Row[]>>();

  constructor(store: Store) {
    this.store = store;
  }

  /** A screen full of rows of the kind, to look at while all are being read; none when there are no more, or nobody reads. */
  async few(kind: string): Promise<readonly Row[]> {
    const rows = (await this.early.get(kind)?.catch(() => NONE)) ?? NONE;
    return rows.length < FEW ? NONE : rows;
  }

  /** How many there are, without reading them for that. */
  async count(kind: string): Promise<number> {
    // To count many takes a while: a reading that begins at the same moment goes first, and counts.
    await this.store.someRows(kind, 1);
    return this.kept.has(kind) ? (await this.rows(kind)).length : this.store.count(kind);
  }

  /** All rows of the kind, oldest first. Calls at one time share one reading. */
  async rows(kind: string, reading: Reading = {}): Promise<readonly Row[]> {
    const before = this.kept.get(kind);
    // A reading that failed, or that somebody else has stopped, is begun again: whoever still asks did not stop it.
    const again = (): Promise<Kept> => this.readAll(kind, reading);
    const now = before ? before.then((kept) => this.refresh(kind, kept), again) : again();
    this.kept.set(kind, now);
    try {
      return (await now).rows;
    } catch (thrown) {
      // What failed or was stopped is read anew next time.
      if (this.kept.get(kind) === now) this.kept.delete(kind);
      throw thrown;
    }
  }

  private async readAll(kind: string, reading: Reading): Promise<Kept> {
    const early = this.store.someRows(kind, FEW);
    this.early.set(kind, early);
    try {
      await early;
      return await this.allOf(kind, reading);
    } finally {
      this.early.delete(kind);
    }
  }

  private async allOf(kind: string, reading: Reading): Promise<Kept> {
    // First the mark, then the rows: what is written between the two is read twice, never missed.
    const { at } = await this.store.changes();
    const rows = await this.store.rows(kind, reading);
    return { at, rows, byId: new Map(rows.map((row) => [row.id, row])) };
  }

  private async refresh(kind: string, kept: Kept): Promise<Kept> {
    const { at, ids } = await this.store.changes(kept.at);
    if (ids === 'all') return this.readAll(kind, {});
    if (ids.length === 0) return kept;
    const present = new Map((await this.store.rowsById(ids)).map((row) => [row.id, row]));
    const touched = ids.filter((id) => kept.byId.has(id) || present.get(id)?.kind === kind);
    if (touched.length === 0) return { ...kept, at };
    for (const id of touched) {
      const row = present.get(id);
      if (row) kept.byId.set(id, row);
      else kept.byId.delete(id);
    }
    const rows = [...kept.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { at, rows, byId: kept.byId };
  }
}
