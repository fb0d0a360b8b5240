import { at } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { DatasetFields, StoredRole } from '@/src/domain/tabular/dataset.kind';
import { fitColumns, type ColumnDifference } from '@/src/domain/tabular/join/fit-columns';
import type { GivenFormat } from '@/src/domain/tabular/sales-file';
import { SYSTEMS } from '@/src/domain/tabular/roles/systems/all-systems';
import { columnsOf, openOrders, type ImportPorts, type OpenedFile } from './import-orders';
import type { FileError } from './ports/datasets';

/** Files that were looked at: those of one kind, and those that do not go with them. */
export interface OpenedTogether {
  /** By this one the others are read. */
  readonly opened: OpenedFile;
  readonly beside: readonly OpenedFile[];
  readonly misfits: readonly Misfit[];
}

/** No file is of the kind of the dataset that they were meant for. */
export interface NoneFits {
  readonly opened?: undefined;
  readonly misfits: readonly Misfit[];
}

/** A file that cannot be read, or whose deciding columns are others. */
export type Misfit =
  | { readonly file: File; readonly error: FileError }
  | { readonly file: File; readonly opened: OpenedFile; readonly differs: ColumnDifference };

/**
 * Looks at several files. The most that are of one kind are taken together, the first of them before the others; or those of
 * the kind of the dataset that they are appended to. Each file is read by the roles of that kind, whatever order its columns
 * stand in.
 * @param request.given what the user says of all of them.
 * @returns the error of the first file when none can be read; without a file `empty`.
 */
export async function openTogether(
  ports: Pick<ImportPorts, 'store' | 'datasets'>,
  {
    files,
    given,
    onto,
  }: { readonly files: readonly File[]; readonly given: GivenFormat; readonly onto?: RecordId | undefined },
): Promise<Result<OpenedTogether | NoneFits, FileError>> {
  const opened: OpenedFile[] = [];
  const unread: Misfit[] = [];
  for (const file of files) {
    const one = await openOrders(ports, file, given);
    if (one.ok) opened.push(one.value);
    else unread.push({ file, error: one.error });
  }
  if (onto !== undefined) return openOnto(ports, onto, opened, unread);
  const kinds = opened.map((one) => fitTogether(one, withoutOne(opened, one)));
  const [largest] = kinds.toSorted((a, b) => b.beside.length - a.beside.length);
  if (largest) return ok({ ...largest, misfits: [...largest.misfits, ...unread] });
  const [first] = unread;
  return err(first && 'error' in first ? first.error : { code: 'empty' });
}

/** Which files are of the kind of one, by the roles that its columns have now. */
export function fitTogether(opened: OpenedFile, others: readonly OpenedFile[]): OpenedTogether {
  const fitted = fitAll(columnsOf(opened), others);
  return { opened, beside: fitted.fitting, misfits: fitted.misfits };
}

async function openOnto(
  { store }: Pick<ImportPorts, 'store'>,
  onto: RecordId,
  opened: readonly OpenedFile[],
  unread: readonly Misfit[],
): Promise<Result<OpenedTogether | NoneFits, FileError>> {
  const row = await store.row('datasets', onto);
  if (row?.state !== 'ready') return err({ code: 'no-dataset' });
  // Safe: rows of this table hold the fields of their kind.
  const { columns, system } = row.fields as DatasetFields;
  const { fitting, misfits: others } = fitAll(columns, opened);
  const misfits = [...others, ...unread];
  if (fitting.length === 0) return ok({ misfits });
  const known = SYSTEMS.find(({ name }) => name === system)?.name;
  const alike = fitting.map((one) => ({ ...one, preview: { ...one.preview, system: known ?? one.preview.system } }));
  return ok({ opened: at(alike, 0), beside: alike.slice(1), misfits });
}

function fitAll(
  kind: readonly StoredRole[],
  files: readonly OpenedFile[],
): { readonly fitting: OpenedFile[]; readonly misfits: Misfit[] } {
  const fitting: OpenedFile[] = [];
  const misfits: Misfit[] = [];
  for (const opened of files) {
    const fit = fitColumns(kind, { names: opened.preview.names, roles: opened.preview.roles });
    if (fit.ok) fitting.push({ ...opened, mapping: { roles: fit.value.roles, chosen: new Set() } });
    else misfits.push({ file: opened.file, opened, differs: fit.error });
  }
  return { fitting, misfits };
}

function withoutOne(all: readonly OpenedFile[], one: OpenedFile): OpenedFile[] {
  return all.filter((other) => other !== one);
}
