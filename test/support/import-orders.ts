import { ok, type Result } from '@/src/kernel/result';
import type { App } from '@/src/app/create-app';
import type { StagedOrders } from '@/src/app/import-orders';

/** A sales file from the disk to a dataset, with what was guessed and nothing asked. */
export async function importOrders(
  { datasets, newRecord }: Pick<App, 'datasets' | 'newRecord'>,
  file: File,
): Promise<Result<StagedOrders, { readonly code: string }>> {
  const opened = await datasets.open(file);
  if (!opened.ok) return opened;
  const staged = await datasets.read({ opened: opened.value, datasetId: newRecord() }, () => undefined);
  if (!staged.ok) return staged;
  const saved = await datasets.save(staged.value);
  return saved.ok ? ok(staged.value) : saved;
}
