import { useTranslation } from 'react-i18next';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import { useInterface } from '../app-context';

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
      if (type === 'flag') return value === true ? words('analysis-page:flag.yes', '✓') : '';
      if (column === 'standing' && value !== null) return words(`analysis:standing.${String(value)}`, String(value));
      return format.value(value, type);
    },
  };
}

/** Words under a key that is put together while the program runs; `otherwise` where there are none. */
export function useWords(): (key: string, otherwise?: string, values?: Readonly<Record<string, unknown>>) => string {
  const { i18n } = useTranslation();
  // The one place without typed keys: the names of facts, columns and options come from the analyses.
  return (key, otherwise = '', values = {}) =>
    String((i18n.t as (key: string, options: object) => unknown)(key, { defaultValue: otherwise, ...values }));
}
