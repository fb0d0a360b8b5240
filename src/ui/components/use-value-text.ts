import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import { useInterface } from '../app-context';

/** Columns whose values are codes with words under `analysis:COLUMN`. */
const CODED: ReadonlySet<string> = new Set([
  'standing',
  'why',
  'testSet',
  'lossKind',
  'group',
  'control',
  'segment',
  'rule',
  'state',
]);

/** Names of columns and values of cells in the language of the interface. */
export function useValueText(): {
  column(name: string): string;
  /** @param of the other cells of the row as they are shown, by column: some words are sentences about them. */
  value(value: Value, type: ValueType, column: string, of?: Readonly<Record<string, string>>): string;
} {
  const { format } = useInterface();
  const words = useWords();
  return {
    column: (name) => words(`analysis:column.${name}`, words(`analysis-page:measure.${name}`, name)),
    value: (value, type, column, of) => {
      if (type === 'flag') return value === true ? words('analysis-page:flag.yes', '✓') : '';
      if (CODED.has(column) && value !== null) return words(`analysis:${column}.${String(value)}`, String(value), of);
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
