import type { Analysis } from './analysis';
import { churn } from './churn';
import { cohort } from './cohort';
import { pareto } from './pareto';

/** Every analysis, by name. The parameters are checked by the caller through `readParameters`. */
export const ANALYSES: ReadonlyMap<string, Analysis> = new Map(
  [pareto, cohort, churn].map((analysis) => [analysis.name, analysis as Analysis]),
);
