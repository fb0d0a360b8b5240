import { useCallback } from 'react';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { useInterface } from '../../app-context';
import { useWords } from '../../components/use-value-text';
import { SENTENCES } from './sentences';

const BY_NAME = 'column:';

/** The answer of an analysis in sentences, the most important first. */
export function useHeadline(): (run: AnalysisRun) => string[] {
  const { format } = useInterface();
  const words = useWords();
  return useCallback(
    (run) => {
      const types = ANALYSES.get(run.analysis)?.factTypes ?? {};
      const facts = run.outcome.facts;
      const shown: Record<string, unknown> = Object.fromEntries(
        Object.entries(facts).map(([name, value]) => {
          const type = types[name] ?? 'text';
          // In a sentence 80 % reads better than 80.0 %.
          return [name, type === 'share' && value !== null ? format.share(Number(value)) : format.value(value, type)];
        }),
      );
      if (facts['nonPositiveSum'] !== undefined)
        shown['nonPositiveSum'] = format.money(String(facts['nonPositiveSum']));
      if (facts['slippingValue'] !== undefined)
        shown['slippingValue'] = format.shortMoney(String(facts['slippingValue']));
      const entity = String(facts['entity'] ?? '');
      shown['entities'] = entity.startsWith(BY_NAME)
        ? entity.slice(BY_NAME.length)
        : words(`analysis:entity.${entity}`, '', { count: Number(facts['k'] ?? 2) });
      return (SENTENCES[run.analysis] ?? (() => []))(facts).map(({ key, count }) =>
        words(`analysis:headline.${key}`, '', { ...shown, ...(count === undefined ? {} : { count }) }),
      );
    },
    [format, words],
  );
}
