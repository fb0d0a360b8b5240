import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { CellsQuery } from '@/src/domain/analysis/cohort-customers';
import type { RowsQuery } from '@/src/domain/analysis/local/entity-rows';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { worthKeeping } from '@/src/domain/tabular/remembered-roles';
import type { GivenFormat } from '@/src/domain/tabular/sales-file';
import { dropDataset, openOrders, readOrders, saveOrders, type OrdersToRead, type StagedOrders } from './import-orders';
import { exportMappings, importMappings, knownMappings } from './mappings';
import { openTogether } from './open-together';
import type { Datasets, ReadProgress } from './ports/datasets';
import type { Store } from './ports/store';
import type { Clock, Host, IdSource } from './ports/world';
import { installSample } from './sample/install-sample';

interface DatasetPorts {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly host: Host;
}

/** What the pages of sales files may ask for. @param newBatch a name for what is written next. */
export function datasetUses(ports: DatasetPorts, newBatch: () => BatchId) {
  const { store, datasets } = ports;
  return {
    list: async () => (await store.rows('dataset')) as readonly Row<DatasetFields>[],
    open: (file: File, given: GivenFormat = {}) => openOrders(ports, file, given),
    readRates: (file: File) => datasets.readRates(file),
    /** Several files, of which those of one kind can be read as one. */
    openTogether: (files: readonly File[], given: GivenFormat = {}, onto?: RecordId) =>
      openTogether(ports, { files, given, onto }),
    read: (request: OrdersToRead, onProgress: (progress: ReadProgress) => void) =>
      readOrders(datasets, request, onProgress),
    /** The customers behind cells of a cohort. */
    customersOfCells: (id: RecordId, query: CellsQuery) => datasets.customersOfCells(id, query),
    /** The rows behind a figure. */
    rows: (id: RecordId, query: RowsQuery) => datasets.rows(id, query),
    /** Ends the reading and lets go of what it gave. */
    discard: (id: RecordId) => datasets.discard(id),
    /** Ends every reading and lets go of everything that is not saved. */
    release: () => datasets.release(),
    /** Saves what was read. Says which batch to undo. */
    save: (staged: StagedOrders) => saveOrders(ports, { batchId: newBatch(), staged }),
    drop: (row: Row<DatasetFields>) => dropDataset(ports, newBatch(), { id: row.id, name: row.fields.name }),
    /** The rows that were not counted, as CSV, saved or not; undefined when there are none. */
    setAside: (id: RecordId): Promise<Blob | undefined> => datasets.setAside(id),
    mappings: async () => worthKeeping(await knownMappings(store)),
    exportMappings: (name: string) => exportMappings(ports, name),
    importMappings: (file: File) => importMappings(ports, newBatch(), file),
    installSample: (language: 'en' | 'zh') => installSample(ports, { batchId: newBatch(), language }),
  };
}
