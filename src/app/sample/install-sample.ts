import { dayOf } from '@/src/kernel/calendar';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { openOrders, readOrders, saveOrders } from '../import-orders';
import type { Datasets, FileError } from '../ports/datasets';
import type { Receipt, Store, StoreError } from '../ports/store';
import type { Clock, IdSource } from '../ports/world';
import { sampleOrders } from './sample-orders';
import { sampleParties } from './sample-parties';

export interface SamplePorts {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly clock: Clock;
  readonly ids: IdSource;
}

const SEED = 20_260_101;
const LINES = 12_000;

/**
 * Sample data that show what the product does: a sales file of two years, and three of its customers as companies with a
 * contact each.
 * One batch: undoing it removes all of it.
 */
export async function installSample(
  { store, datasets, clock, ids }: SamplePorts,
  request: { readonly batchId: BatchId; readonly language: 'en' | 'zh' },
): Promise<Result<Receipt, FileError | StoreError>> {
  const { language, batchId } = request;
  const today = new Date(clock.now());
  const lastDay = dayOf({ year: today.getUTCFullYear(), month: today.getUTCMonth() + 1, day: today.getUTCDate() });
  const text = sampleOrders({ seed: SEED, lines: LINES, lastDay, language });
  const file = new File([text], language === 'zh' ? '示例销售数据.csv' : 'Sample sales.csv', { type: 'text/csv' });
  const opened = await openOrders({ store, datasets }, file, {});
  if (!opened.ok) return opened;
  // Safe: this is where the id of the dataset is made.
  const datasetId = ids.next() as RecordId;
  const staged = await readOrders(datasets, { opened: opened.value, datasetId }, () => undefined);
  if (!staged.ok) return staged;
  const alongside = sampleParties(ids, today.toISOString());
  const saved = await saveOrders(
    { store, datasets, clock },
    { batchId, staged: staged.value, cause: 'sample', alongside },
  );
  if (!saved.ok) await datasets.discard(datasetId);
  return saved;
}
