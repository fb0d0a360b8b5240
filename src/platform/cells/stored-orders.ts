import type { RecordId } from '@/src/kernel/ids';
import type { Store } from '@/src/app/ports/store';
import { blobsOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { joinOrders } from '@/src/domain/tabular/join/join-orders';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import { loadSources } from '../workers/dataset-columns';

/** What a saved dataset consists of now. The same `key` means the same rows. */
export interface StoredDataset {
  readonly key: string;
  /** Every column, held against its digest. @throws DamagedPart */
  readonly load: () => Promise<Orders>;
}

/** Undefined where there is no such dataset, or its columns were dropped. */
export async function findDataset(store: Store, id: RecordId): Promise<StoredDataset | undefined> {
  const row = await store.row('datasets', id);
  if (row?.state !== 'ready') return undefined;
  // Safe: rows of this table hold the fields of their kind.
  const fields = row.fields as DatasetFields;
  const load = async (): Promise<Orders> => {
    const sources = await loadSources(store, id, fields);
    const [only, ...more] = sources;
    return only && more.length === 0 ? only.orders : joinOrders(sources).orders;
  };
  return { key: blobsOf(id, fields).join('\n'), load };
}
