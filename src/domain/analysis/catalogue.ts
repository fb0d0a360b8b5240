import type { Analysis } from './analysis';
import { churn } from './churn';
import { cohort } from './cohort';
import { concentration } from './concentration-analysis';
import { inputOutput } from './input-output';
import { inversion } from './inversion';
import { keyList } from './key-list';
import { pareto } from './pareto';
import { spend } from './spend';

/** Every analysis, by name. The parameters are checked by the caller through `readParameters`. */
export const ANALYSES: ReadonlyMap<string, Analysis> = new Map(
  [pareto, keyList, concentration, cohort, spend, inversion, inputOutput, churn].map((analysis) => [
    analysis.name,
    analysis as Analysis,
  ]),
);
