import type { DatasetSource, StoredRole } from '../dataset.kind';
import { columnKeys } from './column-key';

type Columns = Pick<DatasetSource, 'columns'>;

/** The columns of all files by their names, each as the first file has it; a role belongs to one of them. */
export function columnsOf(files: readonly Columns[]): StoredRole[] {
  const all = new Map<string, StoredRole>();
  const taken = new Set<string>();
  for (const { columns } of files) {
    columnKeys(columns.map(({ name }) => name)).forEach((key, i) => {
      const own = columns[i];
      if (!own) return;
      const known = all.get(key);
      if (known && (known.role !== null || own.role === null)) return;
      const isFree = own.role === null || !taken.has(own.role);
      all.set(key, isFree ? own : { name: own.name, role: null });
      if (own.role !== null) taken.add(own.role);
    });
  }
  return [...all.values()];
}

/** Whether some file has a column that another has not. */
export function differ(files: readonly Columns[]): boolean {
  const [first, ...others] = files.map(({ columns }) =>
    columnKeys(columns.map(({ name }) => name))
      .toSorted()
      .join('\n'),
  );
  return others.some((other) => other !== first);
}

/** The columns that others of the files have and this one has not, by name. */
export function columnsMissing(file: Columns, all: readonly Columns[]): string[] {
  const own = new Set(columnKeys(file.columns.map(({ name }) => name)));
  const union = columnsOf(all).map(({ name }) => name);
  const keys = columnKeys(union);
  return union.filter((_, i) => !own.has(keys[i] ?? ''));
}
