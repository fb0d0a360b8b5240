import type { Analysis } from './analysis';
import { churn } from './churn';
import { cohort } from './cohort';
import { pareto } from './pareto';
import { inputOutput } from './input-output';
import { inversion } from './inversion';
import { spend } from './spend';
import { concentration } from './concentration-analysis';
import { keyList } from './key-list';

/** Every analysis, by name. The parameters are checked by the caller through `readParameters`. */
export const ANALYSES: ReadonlyMap<string, Analysis> = new Map(
  [pareto, inputOutput, inversion, spend, concentration, keyList, cohort, churn].map((analysis) => [
    analysis.name,
    analysis as Analysis,
  ]),
);
