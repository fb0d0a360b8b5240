import type { BatchId, RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import type { Cause } from '@/src/domain/records/journal';
import { blobsOf, type DatasetFields, type StoredRole } from '@/src/domain/tabular/dataset.kind';
import type { RateTable } from '@/src/domain/tabular/rates/rate-table';
import { asLastTime, type ColumnMapping } from '@/src/domain/tabular/remembered-roles';
import type { FilePreview, GivenFormat } from '@/src/domain/tabular/sales-file';
import { actingName } from './acting';
import { knownMappings } from './mappings';
import type { Datasets, FileError, ReadOrders, ReadProgress, ReadTogether } from './ports/datasets';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

export interface ImportPorts {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly clock: Clock;
}

/** A file that was looked at: what it is taken for. */
export interface OpenedFile {
  readonly file: File;
  readonly preview: FilePreview;
  /** The preview's roles with what the user chose, for a file of the same columns before or for this one. */
  readonly mapping: ColumnMapping;
}

/** A file that was read and waits under `datasetId` to be saved or discarded. */
export interface StagedOrders extends OpenedFile {
  readonly datasetId: RecordId;
  readonly read: ReadOrders;
  /** Where there are several files: all of them together. */
  readonly together?: ReadTogether;
  /** The dataset that they are appended to. */
  readonly onto?: RecordId;
}

/** Looks at the beginning of a file. @param given what the user says of it. */
export async function openOrders(
  { store, datasets }: Pick<ImportPorts, 'store' | 'datasets'>,
  file: File,
  given: GivenFormat,
): Promise<Result<OpenedFile, FileError>> {
  const seen = await datasets.preview(file, given);
  if (!seen.ok) return seen;
  const { names, roles } = seen.value;
  return ok({ file, preview: seen.value, mapping: asLastTime(names, roles, await knownMappings(store)) });
}

export interface OrdersToRead {
  readonly opened: OpenedFile;
  readonly datasetId: RecordId;
  /** Only rows of this currency count. */
  readonly currency?: string;
  /** All rows count whose amounts these can convert. */
  readonly rates?: RateTable;
  /** Other files of its kind, which are read with it as one. */
  readonly beside?: readonly OpenedFile[];
  /** A dataset that all of them are appended to. */
  readonly onto?: RecordId;
}

/**
 * Reads a file as it is taken, the way it will be imported, and writes nothing: what comes of it can be looked at, then
 * saved or discarded.
 */
export async function readOrders(
  datasets: Datasets,
  { opened, datasetId, currency, rates, beside = [], onto }: OrdersToRead,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<StagedOrders, FileError>> {
  const { file, preview, mapping } = opened;
  if (beside.length > 0 || onto !== undefined) {
    const { system } = preview;
    const files = [opened, ...beside].map((one) => ({
      file: one.file,
      format: one.preview.format,
      roles: one.mapping.roles,
      currency,
      rates,
      system: system ?? one.preview.system,
      columns: columnsOf(one),
    }));
    const together = await datasets.join(datasetId, { files, onto }, onProgress);
    if (!together.ok) return together;
    const { value } = together;
    return ok({ ...opened, datasetId, read: value, together: value, ...(onto === undefined ? {} : { onto }) });
  }
  const request = { file, format: preview.format, roles: mapping.roles, system: preview.system, currency, rates };
  const read = await datasets.read(datasetId, request, onProgress);
  return read.ok ? ok({ ...opened, datasetId, read: read.value }) : read;
}

export interface SaveRequest {
  readonly batchId: BatchId;
  readonly staged: StagedOrders;
  /** Why: `import`, or `sample` with the records that come along. */
  readonly cause?: Cause;
  readonly alongside?: readonly Change[];
}

/**
 * Saves what was read as a dataset: one batch, all or nothing. What could not be saved stays staged. The columns are stored
 * with it; the journal keeps what the file was, how it was read and what was set aside.
 */
export async function saveOrders(
  { store, datasets, clock }: ImportPorts,
  { batchId, staged, cause = 'import', alongside = [] }: SaveRequest,
): Promise<Result<Receipt, StoreError>> {
  if (staged.onto !== undefined) return appendOrders({ store, datasets, clock }, batchId, staged);
  const { datasetId, file } = staged;
  const fields = fieldsOf(staged);
  return datasets.save(datasetId, {
    id: batchId,
    actor: await actingName(store),
    wall: clock.now(),
    cause,
    note: { file: file.name },
    changes: [{ make: datasetId, kind: 'dataset', fields: { ...fields } }, ...alongside],
  });
}

function fieldsOf(staged: StagedOrders): DatasetFields {
  const { file, preview, read, together } = staged;
  const { facts, stored } = read;
  const own = {
    file: read.file,
    facts,
    stored,
    ...(preview.system === undefined ? {} : { system: preview.system }),
  };
  if (!together) return { ...own, name: nameOf([file.name]), format: preview.format, columns: columnsOf(staged) };
  const { sources, columns } = together;
  return {
    ...own,
    name: nameOf(sources.map((source) => source.file.name)),
    format: sources[0]?.format ?? preview.format,
    columns,
    sources,
  };
}

/** The columns become part of a dataset that is there. Refused when it was changed since they were read. */
async function appendOrders(
  { store, datasets, clock }: ImportPorts,
  batchId: BatchId,
  { datasetId, onto, together, file }: StagedOrders,
): Promise<Result<Receipt, StoreError>> {
  const [target, all] = [must(onto, 'it is appended'), must(together, 'what is appended was joined')];
  const row = await store.row('datasets', target);
  // Safe: rows of this table hold the fields of their kind.
  const isSame = row && blobsOf(target, row.fields as DatasetFields).join() === all.basis.join();
  if (!isSame) return err({ code: 'moved-meanwhile', id: target });
  const { facts, sources, columns } = all;
  return datasets.save(datasetId, {
    id: batchId,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'import',
    note: { file: file.name },
    changes: [{ set: target, kind: 'dataset', state: 'ready', values: { facts, sources, columns } }],
  });
}

/** The columns of a file with what they are taken for. */
export function columnsOf({ preview, mapping }: OpenedFile): StoredRole[] {
  return preview.names.map((name, i) => ({
    name,
    role: mapping.roles[i] ?? null,
    ...(mapping.chosen.has(i) ? { chosen: true } : {}),
  }));
}

/** That of the file without its ending; of several those of the first and the last. */
function nameOf(files: readonly string[]): string {
  const names = files.map((name) => name.replace(/\.gz$/i, '').replace(/\.(?:csv|txt|tsv|xlsx|xls|html?|xml)$/i, ''));
  const [first = '', last = first] = [names[0], names.at(-1)];
  return first === last ? first : `${first} – ${last}`;
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
