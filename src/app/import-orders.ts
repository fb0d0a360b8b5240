import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import type { Cause } from '@/src/domain/records/journal';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import type { FilePreview } from '@/src/domain/tabular/sales-file';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import { actingName } from './acting';
import type { Datasets, FileError, ReadOrders, ReadProgress } from './ports/datasets';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

export interface ImportPorts {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly clock: Clock;
}

export interface ImportRequest {
  readonly batchId: BatchId;
  readonly datasetId: RecordId;
  readonly file: File;
  readonly preview: FilePreview;
  /** The preview's roles, or what the user made of them. */
  readonly roles: ColumnRoles;
  /** Why: `import`, or `sample` with the records that come along. */
  readonly cause?: Cause;
  readonly alongside?: readonly Change[];
}

/**
 * Reads a sales file and saves it as a dataset: one batch, all or nothing. Ending it midway leaves nothing behind.
 * The columns are stored with it; the journal keeps what the file was, how it was read and what was set aside.
 */
export async function importOrders(
  { store, datasets, clock }: ImportPorts,
  request: ImportRequest,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<Receipt & { readonly read: ReadOrders }, FileError | StoreError>> {
  const { datasetId, file, preview, roles } = request;
  const read = await datasets.read(datasetId, { file, format: preview.format, roles }, onProgress);
  if (!read.ok) return read;
  const fields: DatasetFields = {
    name: file.name.replace(/\.(csv|txt|tsv)(\.gz)?$/i, ''),
    ...read.value,
    format: preview.format,
    columns: preview.names.map((name, i) => ({ name, role: roles[i] ?? null })),
  };
  const saved = await datasets.save(datasetId, {
    id: request.batchId,
    actor: await actingName(store),
    wall: clock.now(),
    cause: request.cause ?? 'import',
    note: { file: file.name },
    changes: [{ make: datasetId, kind: 'dataset', fields: { ...fields } }, ...(request.alongside ?? [])],
  });
  if (!saved.ok) await datasets.discard(datasetId);
  return saved.ok ? { ok: true, value: { ...saved.value, read: read.value } } : saved;
}

/** Drops a dataset's columns at once; what the file was, how it was read and its counts stay. Cannot be undone. */
export async function dropDataset(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: BatchId,
  dataset: { readonly id: RecordId; readonly name: string },
): Promise<Result<Receipt, StoreError>> {
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'drop-dataset',
    note: { file: dataset.name },
    changes: [{ set: dataset.id, kind: 'dataset', values: { '@state': 'dropped' } }],
    dropBlobsOf: [dataset.id],
  });
}
