import type { Analysis } from './analysis';
import { churn } from './churn';
import { churnByColumn } from './churn-by-column';
import { churnByReason } from './churn-by-reason';
import { cohort } from './cohort';
import { concentration } from './concentration-analysis';
import { earlyWarning } from './early-warning';
import { inputOutput } from './input-output';
import { inversion } from './inversion';
import { keyList } from './key-list';
import { pareto } from './pareto';
import { partialChurn } from './partial-churn';
import { retentionLeverage } from './retention-leverage';
import { retentionRevenue } from './retention-revenue';
import { rfm } from './rfm';
import { slippingNow } from './slipping-now';
import { spend } from './spend';

/** Every analysis, by name. The parameters are checked by the caller through `readParameters`. */
export const ANALYSES: ReadonlyMap<string, Analysis> = new Map(
  [
    pareto,
    keyList,
    concentration,
    cohort,
    spend,
    inversion,
    inputOutput,
    churn,
    slippingNow,
    partialChurn,
    churnByReason,
    churnByColumn,
    rfm,
    earlyWarning,
    retentionRevenue,
    retentionLeverage,
  ].map((analysis) => [analysis.name, analysis as Analysis]),
);
