import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import { useInterface } from '../app-context';

/** Columns whose texts are codes of ours, never text from a file, and where their words are. */
const CODED: ReadonlyMap<string, string> = new Map([
  ['outcome', 'outcome'],
  ['profitTest', 'profitTest'],
  ['change', 'change'],
  ['classBefore', 'classBefore'],
  ['part', 'part'],
  ['tier', 'tier'],
  ['tierBefore', 'tier'],
  ['upperTier', 'tier'],
  ['move', 'move'],
  ['basis', 'basis'],
]);

/** Names of columns and values of cells in the language of the interface. */
export function useValueText(): {
  column(name: string): string;
  value(value: Value, type: ValueType, column: string): string;
} {
  const { format } = useInterface();
  const words = useWords();
  return {
    column: (name) => words(`analysis:column.${name}`, words(`analysis-page:measure.${name}`, name)),
    value: (value, type, column) => {
      // What cannot be said is not the same as no.
      if (value === null && (type === 'flag' || CODED.has(column))) return '–';
      if (type === 'flag') return value === true ? words('analysis-page:flag.yes', '✓') : '';
      if (column === 'standing' && value !== null) return words(`analysis:standing.${String(value)}`, String(value));
      const coded = CODED.get(column);
      if (coded !== undefined) return words(`analysis:value.${coded}.${String(value)}`, String(value));
      return format.value(value, type);
    },
  };
}

/**
 * Words under a key that is put together while the program runs; `otherwise` where there are none. The function stays the
 * same as long as the language does.
 */
export function useWords(): (key: string, otherwise?: string, values?: Readonly<Record<string, unknown>>) => string {
  const { t } = useTranslation();
  return useCallback(
    (key, otherwise = '', values = {}) =>
      // The one place without typed keys: the names of facts, columns and options come from the analyses.
      String((t as unknown as (key: string, options: object) => unknown)(key, { defaultValue: otherwise, ...values })),
    [t],
  );
}
