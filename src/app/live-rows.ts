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

/** Some of the rows, which are kept as they are now. */
interface Part {
  readonly name: string;
  /** The kind of which a screen full is read before all are. */
  readonly looksAt?: string;
  readonly read: (reading: Reading) => Promise<readonly Row[]>;
  /** Whether a row belongs to it as it is now. */
  readonly holds: (row: Row) => boolean;
}

/**
 * The rows that were asked for, kept as they are now: read once, then only what the journal says was touched. The same array
 * comes back as long as nothing of it has changed.
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
  rows(kind: string, reading: Reading = {}): Promise<readonly Row[]> {
    return this.rowsOf(
      {
        name: kind,
        looksAt: kind,
        read: (how) => this.store.rows(kind, how),
        holds: (row) => row.kind === kind,
      },
      reading,
    );
  }

  /** The rows of a kind in one of the states, oldest first. */
  inStates(kind: string, states: readonly string[]): Promise<readonly Row[]> {
    return this.rowsOf({
      name: `${kind} ${states.join(' ')}`,
      read: () => this.store.rowsInStates(kind, states),
      holds: (row) => row.kind === kind && states.includes(row.state),
    });
  }

  /** The rows of a kind of which something is due, oldest first. */
  due(kind: string): Promise<readonly Row[]> {
    return this.rowsOf({
      name: `${kind} due`,
      read: () => this.store.rowsDue(kind),
      holds: (row) => row.kind === kind && row.due !== undefined,
    });
  }

  private async rowsOf(part: Part, reading: Reading = {}): Promise<readonly Row[]> {
    const { name } = part;
    const before = this.kept.get(name);
    // A reading that failed, or that somebody else has stopped, is begun again: whoever still asks did not stop it.
    const again = (): Promise<Kept> => this.readAll(part, reading);
    const now = before ? before.then((kept) => this.refresh(part, kept), again) : again();
    this.kept.set(name, now);
    try {
      return (await now).rows;
    } catch (thrown) {
      // What failed or was stopped is read anew next time.
      if (this.kept.get(name) === now) this.kept.delete(name);
      throw thrown;
    }
  }

  private async readAll(part: Part, reading: Reading): Promise<Kept> {
    const { looksAt } = part;
    if (looksAt === undefined) return this.allOf(part, reading);
    const early = this.store.someRows(looksAt, FEW);
    this.early.set(looksAt, early);
    try {
      await early;
      return await this.allOf(part, reading);
    } finally {
      this.early.delete(looksAt);
    }
  }

  private async allOf({ read }: Part, reading: Reading): Promise<Kept> {
    // First the mark, then the rows: what is written between the two is read twice, never missed.
    const { at } = await this.store.changes();
    const rows = byId(await read(reading));
    return { at, rows, byId: new Map(rows.map((row) => [row.id, row])) };
  }

  private async refresh(part: Part, kept: Kept): Promise<Kept> {
    const { at, ids } = await this.store.changes(kept.at);
    if (ids === 'all') return this.readAll(part, {});
    if (ids.length === 0) return kept;
    const present = new Map((await this.store.rowsById(ids)).map((row) => [row.id, row]));
    const belonging = (id: RecordId): Row | undefined => {
      const row = present.get(id);
      return row && part.holds(row) ? row : undefined;
    };
    const touched = ids.filter((id) => kept.byId.has(id) || belonging(id));
    if (touched.length === 0) return { ...kept, at };
    for (const id of touched) {
      const row = belonging(id);
      if (row) kept.byId.set(id, row);
      else kept.byId.delete(id);
    }
    return { at, rows: byId([...kept.byId.values()]), byId: kept.byId };
  }
}

/** Ids sort by the time they were made. */
function byId(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
