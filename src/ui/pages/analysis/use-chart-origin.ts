import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { Row } from '@/src/domain/records/record';
import { sourcesOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useProvenance } from '../data/use-provenance';
import { useDefinition } from './use-definition';

/** What stands below a picture that leaves the notebook: the definition of its analysis, and the files it was computed from. */
export function useChartOrigin(): (dataset: Row<DatasetFields>, run?: AnalysisRun) => readonly string[] {
  const definition = useDefinition();
  const provenance = useProvenance();
  return (dataset, run) => {
    const files = provenance(dataset).slice(0, sourcesOf(dataset.fields).length);
    if (!run) return files;
    const { meaning, version } = definition(run);
    return [meaning, version, ...files];
  };
}
