import type { CellAnswer, CellRun } from './cell-message';
import { unpackTable, type CellTable } from './pack-tables';
import { shapeAnswer } from './shape-answer';

/** The line of the text at which its function begins: two lines stand before it. */
const LINES_BEFORE = 2;
const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

// Safe: the constructor of asynchronous functions, which has no name of its own.
const AsyncFunction = (async () => undefined).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<unknown>;

/** What the text of a cell finds, besides the tables by their names. */
export interface CellScope {
  readonly tables: Readonly<Record<string, CellTable>>;
  readonly values: CellRun['values'];
  readonly dfd: unknown;
}

/**
 * Runs the text of a cell as the body of an asynchronous function: `return` gives the result. Tables whose names can be names
 * of variables are variables; all of them are in `tables`, parameters and facts in `values`.
 */
export async function runText({ source, tables, values }: CellRun, dfd: unknown): Promise<CellAnswer> {
  try {
    const scope: CellScope = { tables: unpackAll(tables, dfd), values, dfd };
    const variables: Readonly<Record<string, unknown>> = { ...namedTables(scope.tables), ...scope };
    const names = Object.keys(variables);
    const body = new AsyncFunction(...names, `"use strict"; ${source}\n//# sourceURL=cell.js`);
    return shapeAnswer(await body(...names.map((name) => variables[name])));
  } catch (thrown) {
    return failure(thrown);
  }
}

function unpackAll(tables: CellRun['tables'], dfd: unknown): Record<string, CellTable> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, unpackTable(table, dfd)]));
}

function namedTables(tables: Readonly<Record<string, CellTable>>): Record<string, CellTable> {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => isVariable(name)));
}

/** Whether a function can have a parameter of this name: `class` and `let` it cannot. */
function isVariable(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    return typeof new AsyncFunction(name, '"use strict"') === 'function';
  } catch {
    return false;
  }
}

export function failure(thrown: unknown): CellAnswer {
  const isError = thrown instanceof Error;
  const at = isError ? /cell\.js(?: line \d+ > \w+)?:(\d+)/.exec(thrown.stack ?? '') : null;
  const line = at ? Number(at[1]) - LINES_BEFORE : undefined;
  return { type: 'failed', detail: isError ? `${thrown.name}: ${thrown.message}` : String(thrown), line };
}
