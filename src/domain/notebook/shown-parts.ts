import { ANALYSES } from '../analysis/catalogue';
import type { ChartSpec, ResultTable, Words } from '../analysis/result';
import type { AnalysisRun } from '../analysis/run-analysis';

/** A part of what an analysis found. */
export type ShownPart =
  | { readonly kind: 'headline' }
  | { readonly kind: 'chart'; readonly name: string; readonly spec: ChartSpec }
  | { readonly kind: 'table'; readonly name: string; readonly table: ResultTable };

/**
 * What a cell shows of a run, in the order it asks for; names that the analysis does not have are passed over. Charts without
 * data are none. Where no table has a row there is only the headline, also unasked: it says why.
 *
 * @param show `headline`, `chart.<name>`, `table.<name>`
 */
export function shownParts(show: readonly string[], { analysis, outcome }: AnalysisRun, words: Words): ShownPart[] {
  const { tables } = outcome;
  if (Object.values(tables).every(({ rows }) => rows.length === 0)) return [{ kind: 'headline' }];
  const charts = ANALYSES.get(analysis)?.charts(outcome, words) ?? {};
  return show.flatMap((asked): ShownPart[] => {
    const [kind = '', name = ''] = asked.split('.');
    if (kind === 'headline') return [{ kind }];
    const spec = kind === 'chart' && Object.hasOwn(charts, name) ? charts[name] : undefined;
    if (spec) return hasData(spec) ? [{ kind: 'chart', name, spec }] : [];
    const table = kind === 'table' && Object.hasOwn(tables, name) ? tables[name] : undefined;
    return table ? [{ kind: 'table', name, table }] : [];
  });
}

/** Whether a specification, or one of its layers, has values in it. */
function hasData({ data, layer }: ChartSpec): boolean {
  // Safe: both are what the charts of the catalogue are made of.
  const { values = [] } = (data ?? {}) as { readonly values?: readonly unknown[] };
  return values.length > 0 || ((layer ?? []) as readonly ChartSpec[]).some(hasData);
}
