import type { RecordId } from '@/src/kernel/ids';
import { accessRequest, type AccessRequestRow } from '@/src/domain/records/access-request.kind';
import type { Kind, Kinds } from '@/src/domain/records/kind';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { closedRow, GRANTED, grantedTo, maySee, type Viewer } from '@/src/domain/records/sight';
import { actorOf } from './acting';
import type { LiveRows } from './live-rows';
import type { BatchSummary, Deletion, HistoryEntry, Reading, Store } from './ports/store';
import type { Found, Search } from './ports/search';
import type { Clock } from './ports/world';
import { readSettings } from './settings';

export interface SightPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly kinds: Kinds;
}

type Seen = Pick<Row, 'id' | 'kind' | 'fields'>;

/** Who looks now, as the settings say, and what was opened to them. */
export async function viewerOf({ store, clock }: Omit<SightPorts, 'kinds'>): Promise<Viewer> {
  const actor = actorOf(await readSettings(store));
  // Safe: rows of this kind hold its fields.
  const requests = (await store.rowsInStates(accessRequest.name, [GRANTED])) as readonly AccessRequestRow[];
  return { actor, granted: grantedTo(actor.name, requests, clock.today()) };
}

/** Whether the user may see a record; those of an unknown kind nobody closes. Looks who asks only where a kind is closed to some. */
export async function sightOf(ports: SightPorts, rows: readonly Seen[]): Promise<(row: Seen) => boolean> {
  const { kinds } = ports;
  if (!rows.some(({ kind }) => isClosable(kinds.get(kind)))) return () => true;
  const viewer = await viewerOf(ports);
  return (row) => {
    const kind = kinds.get(row.kind);
    return kind === undefined || maySee(kind, row, viewer);
  };
}

function isClosable(kind: Kind | undefined): boolean {
  return kind?.rights.see !== undefined;
}

interface Kept {
  readonly viewer: string;
  readonly rows: readonly Row[];
}

/**
 * The records as the user may see them: what is closed to them is left out everywhere, and only told of by `closed`. Kinds
 * that are closed to nobody cost nothing.
 */
export class SeenRows {
  private readonly ports: SightPorts;
  private readonly live: LiveRows;
  private readonly kept = new WeakMap<readonly Row[], Kept>();

  constructor(ports: SightPorts, live: LiveRows) {
    this.ports = ports;
    this.live = live;
  }

  /** The same array as long as neither the rows nor who looks has changed. */
  async rows(kind: string, reading?: Reading): Promise<readonly Row[]> {
    const rows = await this.live.rows(kind, reading);
    const spec = this.ports.kinds.get(kind);
    if (!spec || !isClosable(spec)) return rows;
    const viewer = await viewerOf(this.ports);
    const name = JSON.stringify([viewer.actor, ...viewer.granted]);
    const before = this.kept.get(rows);
    if (before?.viewer === name) return before.rows;
    const seen = rows.filter((row) => maySee(spec, row, viewer));
    this.kept.set(rows, { viewer: name, rows: seen });
    return seen;
  }

  /** Of one kind, in one of the states. */
  async inStates(kind: string, states: readonly string[]): Promise<readonly Row[]> {
    return this.only(await this.live.inStates(kind, states));
  }

  /** Of one kind, of which something is due: all, oldest first, or so many whose first duty is due soonest. */
  async due(kind: string, soonest?: number): Promise<readonly Row[]> {
    const { store } = this.ports;
    return this.only(await (soonest === undefined ? this.live.due(kind) : store.rowsDue(kind, soonest)));
  }

  /** Those of the records that are on file, in the order asked for. */
  async byId(ids: readonly RecordId[]): Promise<readonly Row[]> {
    return this.only(await this.ports.store.rowsById(ids));
  }

  async few(kind: string): Promise<readonly Row[]> {
    return this.only(await this.live.few(kind));
  }

  async count(kind: string): Promise<number> {
    return isClosable(this.ports.kinds.get(kind)) ? (await this.rows(kind)).length : this.live.count(kind);
  }

  async row(id: string): Promise<Row | undefined> {
    const found = await this.find(id);
    return found && (await this.only([found]))[0];
  }

  /** What a record that is on file, and closed to the user, tells of its class; undefined where it is open or gone. */
  async closed(id: string): Promise<Row | undefined> {
    const row = await this.find(id);
    const kind = this.ports.kinds.get(row?.kind ?? '');
    return row && kind && !(await this.row(id)) ? closedRow(kind, row) : undefined;
  }

  /** The records that point to one, oldest first. */
  async pointing(record: RecordId): Promise<readonly Row[]> {
    return this.only(await this.ports.store.rowsByKeys([linkTo(record)]));
  }

  /** What happened to a record; nothing of one that is closed. */
  async history(record: RecordId): Promise<readonly HistoryEntry[]> {
    return (await this.closed(record)) ? [] : this.ports.store.history(record);
  }

  /** Deletions with what of them the user may see; those of which nothing is left out. */
  async deleted<D extends Deletion>(deletions: readonly D[]): Promise<readonly D[]> {
    const all = deletions.flatMap(({ records }) => records.map(({ id, kind, gone }) => ({ id, kind, ...gone })));
    const sees = await sightOf(this.ports, all);
    return deletions
      .map((one) => ({ ...one, records: one.records.filter(({ id, kind, gone }) => sees({ id, kind, ...gone })) }))
      .filter(({ records }) => records.length > 0);
  }

  /** The history of everything: what touched a closed record is told without its title. */
  async batches(limit: number): Promise<readonly BatchSummary[]> {
    const { store } = this.ports;
    const all = await store.batches(limit);
    const { actor } = await viewerOf(this.ports);
    if (actor.role === 'manager' || actor.role === 'executive') return all;
    return Promise.all(
      all.map(async (batch) => {
        const { title, ...note } = batch.note;
        if (title === undefined) return batch;
        const touched = await store.rowsById(await store.recordsOf(batch.header.batchId));
        return (await this.only(touched)).length === touched.length ? batch : { ...batch, note };
      }),
    );
  }

  /** Search that finds only what the user may see: it asks for more as long as something closed stood among what was found. */
  searchOver(search: Search): Search {
    const find = async (text: string, limit: number): Promise<readonly Found[]> => {
      for (let asked = limit; ; asked *= 2) {
        const found = await search.find(text, asked);
        const rows = await this.ports.store.rowsById(
          found.filter(({ kind }) => isClosable(this.ports.kinds.get(kind))).map(({ id }) => id),
        );
        const open = new Set((await this.only(rows)).map(({ id }) => id));
        const closed = new Set(rows.filter(({ id }) => !open.has(id)).map(({ id }) => id));
        const seen = found.filter(({ id }) => !closed.has(id));
        if (seen.length >= limit || found.length < asked) return seen.slice(0, limit);
      }
    };
    return { find, prepare: (onProgress) => search.prepare(onProgress) };
  }

  private async only(rows: readonly Row[]): Promise<readonly Row[]> {
    const sees = await sightOf(this.ports, rows);
    return rows.filter(sees);
  }

  /** Safe: an id from an address names a record or nothing. */
  private async find(id: string): Promise<Row | undefined> {
    return (await this.ports.store.rowsById([id as RecordId]))[0];
  }
}
