import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { Row } from '@/src/domain/records/record';
import { sourcesOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useWords } from '../../components/use-value-text';
import { useProvenance } from '../data/use-provenance';

/** What stands below a picture that leaves the notebook: the definition of its analysis, and the files it was computed from. */
export function useChartOrigin(): (dataset: Row<DatasetFields>, run?: AnalysisRun) => readonly string[] {
  const { t } = useTranslation('analysis-page');
  const words = useWords();
  const provenance = useProvenance();
  return (dataset, run) => {
    const files = provenance(dataset).slice(0, sourcesOf(dataset.fields).length);
    return run ? [...definitionOf(run), ...files] : files;
  };

  function definitionOf({ analysis, version, params }: AnalysisRun): string[] {
    const entity = words(`analysis:entity.${params['entity'] ?? 'customer'}`, '', { count: 1 });
    return [words(`analysis:${analysis}.definition`, '', { entity }), t('definitionVersion', { analysis, version })];
  }
}
