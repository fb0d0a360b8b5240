import type { NotebookRun } from '@/src/app/cell-result';
import type { ResultTable } from '@/src/domain/analysis/result';
import { isPrivate } from '@/src/domain/notebook/notebook';

/** What an editor proposes while a cell is written. */
export interface EditorWords {
  /** Tables by the name under which SQL finds them, `pareto.entities` among them, with their columns. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** `{{pareto.k}}` in prose. */
  readonly facts: readonly string[];
  /** Parameters and inputs: `$share`. */
  readonly inputs: readonly string[];
}

/** Everything that the results of a notebook can be called by. Names that begin with `_` are not offered. */
export function editorWords(
  standings: NotebookRun['standings'],
  orders: readonly string[],
  inputs: readonly string[],
): EditorWords {
  const tables: Record<string, readonly string[]> = orders.length > 0 ? { orders } : {};
  const facts: string[] = [];
  for (const [key, { result }] of standings) {
    if (key.includes('#') || isPrivate(key) || !result) continue;
    const own = tableOf(result);
    if (own) tables[key] = own.columns;
    if (result.kind === 'output' && !own) facts.push(key);
    if (result.kind !== 'analysis') continue;
    const { outcome } = result.run;
    for (const [name, table] of Object.entries(outcome.tables)) tables[`${key}.${name}`] = table.columns;
    facts.push(...Object.keys(outcome.facts).map((fact) => `${key}.${fact}`));
  }
  return { tables, facts, inputs };
}

type Result = NonNullable<NonNullable<ReturnType<NotebookRun['standings']['get']>>['result']>;

function tableOf(result: Result): ResultTable | undefined {
  if (result.kind === 'frame') return result.table;
  return result.kind === 'output' ? result.output.table : undefined;
}
