import { cellSource } from '@/src/domain/notebook/edit-notebook';
import { freeName } from '@/src/domain/notebook/cell-name';
import { CHART_PRESETS, cellBlocks, type ChartPreset, type Notebook } from '@/src/domain/notebook/notebook';

/** What can be put into a notebook: prose, a cell of each kind, a chart of each preset. */
export type NewUnit = 'prose' | 'analysis' | 'frame' | 'sql' | 'js' | 'input' | `chart-${ChartPreset}`;

export const NEW_CELLS = ['prose', 'sql', 'js', 'analysis', 'frame', 'input'] as const satisfies readonly NewUnit[];
export const NEW_CHARTS = CHART_PRESETS.map((preset) => `chart-${preset}` as const);

/**
 * The text of a new unit, ready to be filled in. A cell that needs a table reads the last one before it.
 * @param tables names of the tables that are there, in the order of the notebook. @param prose the text of a new passage.
 */
export function newUnit(kind: NewUnit, notebook: Notebook, tables: readonly string[], prose: string): string {
  if (kind === 'prose') return `${prose}\n`;
  const used = new Set([
    ...cellBlocks(notebook).map(({ cell }) => cell.name),
    ...Object.keys(notebook.frontMatter.parameters),
  ]);
  const table = tables.at(-1) ?? 'orders';
  const named = (word: string, more = ''): string => `${word} name=${freeName(word, used)}${more}`;
  switch (kind) {
    case 'sql':
      return cellSource(
        named('sql'),
        'select customer, sum(amount) as value\nfrom orders\ngroup by customer\norder by value desc\nlimit 20',
      );
    case 'js':
      return cellSource(named('js'), 'return 1 + 1;');
    case 'analysis':
      return cellSource(
        named('analysis'),
        'analysis: pareto\nparams: { share: 0.8 }\nshow: [headline, chart.pareto, table.entities]',
      );
    case 'frame':
      return cellSource(named('frame'), `from: ${table}\nsteps:\n  - limit: 20`);
    case 'input':
      return cellSource(named('input'), 'type: number\ndefault: 10\nmin: 1\nmax: 100\nstep: 1');
    default:
      return cellSource(named('chart', ` data=${table} preset=${kind.slice('chart-'.length)}`), '');
  }
}
