import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import type { Outcome } from '@/src/domain/analysis/result';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { buildOrders } from '@/src/domain/tabular/orders/build-orders';
import { blobContent } from '@/src/platform/files/blob-content';
import { gunzip } from '@/src/platform/files/gunzip';
import { whenAsked } from '../import/when-asked.mjs';

/** Movements and survival are part of churn. */
const SUITE = ['pareto', 'cohort', 'churn', 'rfm'] as const;

/** Every analysis of the suite over one file that is loaded before. */
whenAsked(async ({ file }: { readonly file: File }) => {
  const none = (): Promise<never> => Promise.reject(new Error('no .xls here'));
  const opened = await openSalesFile(blobContent(file, file.name), none, { gunzip });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const preview = await opened.value.preview();
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const { format, roles } = preview.value;
  const table = await opened.value.read(format, roles);
  const { orders } = buildOrders(table.table, roles, table);

  const began = performance.now();
  const source = LocalSource.of(orders);
  const phases: Record<string, number> = {};
  const outcomes: Record<string, Outcome> = {};
  for (const name of SUITE) {
    const start = performance.now();
    const run = await runAnalysis(source, name, {});
    if (!run.ok) throw new Error(`${name}: ${JSON.stringify(run.error)}`);
    phases[name] = performance.now() - start;
    outcomes[name] = run.value.outcome;
  }
  return { total: performance.now() - began, phases, outcomes };
});
