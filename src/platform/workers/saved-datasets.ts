import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Store } from '@/src/app/ports/store';
import { LocalSource } from '@/src/domain/analysis/local-source';
import {
  blobId,
  blobsOf,
  SET_ASIDE_PART,
  sourcesOf,
  type DatasetFields,
  type DatasetSource,
} from '@/src/domain/tabular/dataset.kind';
import { joinOrders } from '@/src/domain/tabular/join/join-orders';
import { writeFileRows } from '@/src/domain/tabular/join/join-rows';
import { loadSetAside, loadSources } from './dataset-columns';
import type { OpenedDataset } from './join-files';
import { openStoredSource } from './stored-source';

/** Datasets whose columns are kept in memory. */
const KEPT = 2;

type NoDataset = { readonly code: 'no-dataset' };

/** Columns in memory, and the blobs they were made of. */
interface Kept {
  readonly source: LocalSource;
  readonly of: string;
}

/** The datasets of the store, opened when they are asked for. What stands in the store always wins. */
export class SavedDatasets {
  private readonly store: Store;
  private readonly sources = new Map<RecordId, Kept>();

  constructor(store: Store) {
    this.store = store;
  }

  /** What analyses ask. @throws DamagedPart, as it may later on. */
  async source(id: RecordId): Promise<Result<LocalSource, NoDataset>> {
    const fields = await this.readyFields(id);
    if (!fields) {
      this.forget(id);
      return err({ code: 'no-dataset' });
    }
    const of = blobsOf(id, fields).join('\n');
    const known = this.sources.get(id);
    if (known?.of === of) return ok(known.source);
    const [only, ...more] = sourcesOf(fields);
    const source = only && more.length === 0 ? await this.openOne(id, only) : await this.openJoined(id, fields);
    this.remember(id, { source, of });
    return ok(source);
  }

  /** Everything of a dataset that files are appended to. @throws DamagedPart */
  async open(id: RecordId): Promise<Result<OpenedDataset, NoDataset>> {
    const fields = await this.readyFields(id);
    if (!fields) return err({ code: 'no-dataset' });
    const sources = await loadSources(this.store, id, fields);
    return ok({ id, fields, sources, setAside: await loadSetAside(this.store, id, fields) });
  }

  /** The rows set aside, as CSV; undefined when there are none. */
  async setAside(id: RecordId): Promise<Blob | undefined> {
    const fields = await this.readyFields(id);
    if (!fields) return undefined;
    const all = fields.sources ? await loadSetAside(this.store, id, fields) : [];
    if (all.some(({ rows }) => rows.length > 0)) return csvBlob(writeFileRows(all));
    const blob = await this.store.blob(blobId(id, SET_ASIDE_PART));
    return blob && csvBlob(blob.data);
  }

  /** Columns that were saved just now need not be loaded. */
  async keep(id: RecordId, source: LocalSource): Promise<void> {
    const fields = await this.readyFields(id);
    if (fields) this.remember(id, { source, of: blobsOf(id, fields).join('\n') });
  }

  /** Looked at anew the next time: a backup may bring back what is damaged. */
  forget(id: RecordId): void {
    this.sources.delete(id);
  }

  private openOne(id: RecordId, { prefix, stored }: DatasetSource): Promise<LocalSource> {
    return openStoredSource(stored, async (part) => (await this.store.blob(blobId(id, `${prefix}${part}`)))?.data);
  }

  /** Files of which orders may overlap are joined anew: all columns of them are loaded. */
  private async openJoined(id: RecordId, fields: DatasetFields): Promise<LocalSource> {
    return LocalSource.of(joinOrders(await loadSources(this.store, id, fields)).orders);
  }

  private async readyFields(id: RecordId): Promise<DatasetFields | undefined> {
    const row = await this.store.row('datasets', id);
    // Safe: rows of this table hold the fields of their kind.
    return row?.state === 'ready' ? (row.fields as DatasetFields) : undefined;
  }

  private remember(id: RecordId, kept: Kept): void {
    this.sources.set(id, kept);
    const [oldest] = this.sources.keys();
    if (this.sources.size > KEPT && oldest) this.sources.delete(oldest);
  }
}

export function csvBlob(text: string | ArrayBuffer): Blob {
  return new Blob([text], { type: 'text/csv' });
}
