import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { useWords } from '../../components/use-value-text';

/** What the figures of a run mean, and by which version of the analysis they were computed. */
export function useDefinition(): (run: AnalysisRun) => { readonly meaning: string; readonly version: string } {
  const { t } = useTranslation('analysis-page');
  const words = useWords();
  return ({ analysis, version, params }) => {
    const entity = words(`analysis:entity.${params['entity'] ?? 'customer'}`, '', { count: 1 });
    return {
      meaning: words(`analysis:${analysis}.definition`, '', { entity }),
      version: t('definitionVersion', { analysis, version }),
    };
  };
}
