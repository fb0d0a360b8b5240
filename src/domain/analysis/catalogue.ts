import type { Analysis } from './analysis';
import { churn } from './churn';
import { cohort } from './cohort';
import { pareto } from './pareto';
import { spend } from './spend';
import { concentration } from './concentration-analysis';
import { keyList } from './key-list';

/** Every analysis, by name. The parameters are checked by the caller through `readParameters`. */
export const ANALYSES: ReadonlyMap<string, Analysis> = new Map(
  [pareto, spend, concentration, keyList, cohort, churn].map((analysis) => [analysis.name, analysis as Analysis]),
);
