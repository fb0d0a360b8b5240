import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';
import { useInterface } from '../app-context';

/** Columns whose values are codes of ours, never text from a file, and where their words are. */
const CODED: ReadonlyMap<string, string> = new Map([
  ['outcome', 'value.outcome'],
  ['profitTest', 'value.profitTest'],
  ['change', 'value.change'],
  ['classBefore', 'value.classBefore'],
  ['part', 'value.part'],
  ['tier', 'value.tier'],
  ['tierBefore', 'value.tier'],
  ['upperTier', 'value.tier'],
  ['move', 'value.move'],
  ['basis', 'value.basis'],
  ['standing', 'standing'],
  ['why', 'whyShort'],
  ['testSet', 'testSet'],
  ['lossKind', 'lossKind'],
  ['group', 'group'],
  ['control', 'control'],
  ['segment', 'segment'],
  ['rule', 'rule'],
  ['state', 'state'],
]);

/** The other cells of a row that a sentence about it says. */
const SAID: ReadonlyMap<Value, readonly string[]> = new Map([
  ['lost', ['usualGap', 'silentDays']],
  ['silent', ['usualGap', 'silentDays']],
  ['volume', ['recentValue', 'beforeValue']],
  ['orders', ['recentOrders', 'beforeOrders']],
]);

/** Names of columns and values of cells in the language of the interface. */
export function useValueText(): {
  column(name: string): string;
  value(value: Value, type: ValueType, column: string): string;
  /** The cells of a row. A word that is a sentence about the row has other cells in it, where the table has them. */
  row(table: ResultTable, row: readonly Value[]): readonly string[];
} {
  const { format } = useInterface();
  const words = useWords();
  const textOf = (value: Value, type: ValueType, column: string): string => {
    // What cannot be said is not the same as no.
    if (value === null && (type === 'flag' || CODED.has(column))) return '–';
    if (type === 'flag') return value === true ? words('analysis-page:flag.yes', '✓') : '';
    const coded = CODED.get(column);
    if (coded !== undefined) return words(`analysis:${coded}.${String(value)}`, String(value));
    return format.value(value, type);
  };
  return {
    column: (name) => words(`analysis:column.${name}`, words(`analysis-page:measure.${name}`, name)),
    value: textOf,
    row: ({ columns, types }, row) => {
      const cells = row.map((own, i) => textOf(own, types[i] ?? 'text', columns[i] ?? ''));
      const at = columns.indexOf('why');
      const why = at < 0 ? null : (row[at] ?? null);
      if (!SAID.get(why)?.every((said) => columns.includes(said))) return cells;
      const of = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
      return cells.with(at, words(`analysis:why.${String(why)}`, '', of));
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
