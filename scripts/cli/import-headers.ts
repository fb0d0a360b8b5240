import { readFile, writeFile } from 'node:fs/promises';
import type { ColumnSample } from '@/src/domain/tabular/roles/column-sample';
import { recogniseColumns } from '@/src/domain/tabular/roles/recognise-columns';
import type { Role } from '@/src/domain/tabular/roles/roles';
import { needed, runProgram } from './arguments';

/**
 * `npm run -s import:headers -- --in FILE.jsonl --out OUT.jsonl` tells what columns mean. A line in:
 * {id, columns: [{name, values}]}; a line out: {id, roles: {column name, or #n where names repeat or are missing: role}},
 * columns without a role left out. A line that cannot be read gives {id, error} and status 1 in the end.
 */
await runProgram(async (given) => {
  const text = await readFile(needed(given, 'in'), 'utf8');
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(answerTo)
    .filter((answer) => answer !== undefined);
  await writeFile(needed(given, 'out'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return lines.some((line) => 'error' in line) ? 1 : 0;
});

type Answer = { id: unknown; roles: Record<string, Role> } | { id: unknown; line: number; error: string };

function answerTo(text: string, index: number): Answer | undefined {
  if (text.trim() === '') return undefined;
  const line = index + 1;
  const given = parsed(text);
  if (given === undefined) return { id: null, line, error: 'no JSON object' };
  const id = given['id'] ?? null;
  const columns = columnsOf(given['columns']);
  return typeof columns === 'string' ? { id, line, error: columns } : { id, roles: rolesOf(columns) };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The columns, or what is wrong with them. A missing name or value is an empty one, a number its digits. */
function columnsOf(given: unknown): readonly ColumnSample[] | string {
  if (!Array.isArray(given)) return 'columns is not a list';
  const columns: ColumnSample[] = [];
  for (const [i, column] of given.entries()) {
    if (!isObject(column)) return `column ${i + 1} is not an object`;
    const values = column['values'] ?? [];
    if (!Array.isArray(values)) return `values of column ${i + 1} are not a list`;
    columns.push({ name: cellText(column['name']), values: values.map(cellText) });
  }
  return columns;
}

function rolesOf(columns: readonly ColumnSample[]): Record<string, Role> {
  const { roles } = recogniseColumns(columns);
  const names = columns.map(({ name }) => name);
  return Object.fromEntries(
    roles.flatMap((role, i): [string, Role][] => {
      const name = names[i] ?? '';
      const isOwn = name.trim() !== '' && names.indexOf(name) === names.lastIndexOf(name);
      return role ? [[isOwn ? name : `#${i + 1}`, role]] : [];
    }),
  );
}

function cellText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
