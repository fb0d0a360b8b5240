import type { RecordId } from '@/src/kernel/ids';
import { at, must } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import type { FileError, JoinRequest, LeftFile, ReadRequest, ReadTogether } from '@/src/app/ports/datasets';
import {
  blobsOf,
  DUPLICATES_PART,
  sourcesOf,
  type DatasetFields,
  type DatasetSource,
  type SourceFile,
} from '@/src/domain/tabular/dataset.kind';
import { joinFacts } from '@/src/domain/tabular/join/join-facts';
import { joinOrders, type JoinedOrders, type Share } from '@/src/domain/tabular/join/join-orders';
import { rowsOfOrders, rowsOfTable, writeFileRows, type FileRows } from '@/src/domain/tabular/join/join-rows';
import { columnsOf, differ } from '@/src/domain/tabular/join/joined-columns';
import { kindredHints } from '@/src/domain/tabular/join/kindred-hints';
import { inTime, type SourceOrders } from '@/src/domain/tabular/join/source-orders';
import type { BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import type { ImportNotice, Orders, SetAsideReason } from '@/src/domain/tabular/orders/orders';
import type { ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';
import { storedFacts } from '@/src/domain/tabular/stored-facts';
import type { Table } from '@/src/domain/tabular/table';
import { storedColumns, textPart } from './dataset-columns';

/** A file that was read, by itself. */
export interface OneRead {
  readonly file: SourceFile;
  readonly built: BuiltOrders;
  readonly table: Table;
}

/** A saved dataset, opened. */
export interface OpenedDataset {
  readonly id: RecordId;
  readonly fields: DatasetFields;
  readonly sources: readonly SourceOrders[];
  readonly setAside: readonly FileRows[];
}

export interface JoinedFiles {
  readonly read: ReadTogether;
  readonly orders: Orders;
  /** Blobs of the files that were read, with their prefixes. */
  readonly parts: readonly ColumnBytes[];
  /** All rows set aside, as CSV. */
  readonly setAside: string;
}

type ReadOne = (request: ReadRequest) => Promise<Result<OneRead, FileError>>;
type NewFile = OneRead & { readonly request: JoinRequest['files'][number] };

/**
 * Reads files one after the other and joins them, with those of a dataset where they are appended to one. A file that leaves
 * open what others settle is read again as they are. The same file twice, and a file without rows, is left out and told.
 */
export async function joinFiles(
  requests: JoinRequest['files'],
  base: OpenedDataset | undefined,
  readOne: ReadOne,
): Promise<Result<JoinedFiles, FileError>> {
  const had = base ? sourcesOf(base.fields) : [];
  const first = await readAll(requests, had, readOne);
  if (!first.ok) return first;
  const { files, left } = first.value;
  if (files.length === 0) return err({ code: left.every(({ why }) => why === 'empty') ? 'empty' : 'already-in' });
  const again = await readAgain(files, base?.fields, readOne);
  if (!again.ok) return again;
  return ok(await joined(again.value, base, left));
}

async function readAll(
  requests: JoinRequest['files'],
  had: readonly DatasetSource[],
  readOne: ReadOne,
): Promise<Result<{ files: NewFile[]; left: LeftFile[] }, FileError>> {
  const known = new Map(had.map(({ file }) => [file.sha256, file.name]));
  const files: NewFile[] = [];
  const left: LeftFile[] = [];
  for (const request of requests) {
    const { name } = request.file;
    const read = await readOne(request);
    if (!read.ok && read.error.code === 'empty') left.push({ name, why: 'empty' });
    else if (!read.ok) return err({ ...read.error, file: name });
    else if (known.has(read.value.file.sha256)) {
      left.push({ name, why: 'same-file', as: known.get(read.value.file.sha256) ?? name });
    } else {
      known.set(read.value.file.sha256, name);
      files.push({ ...read.value, request });
    }
  }
  return ok({ files, left });
}

/** What files leave open they have from the others; what they are in has to be what the dataset is in. */
async function readAgain(
  files: readonly NewFile[],
  base: DatasetFields | undefined,
  readOne: ReadOne,
): Promise<Result<NewFile[], FileError>> {
  const hints = kindredHints(
    files.map(({ built }) => built.facts),
    base && sourcesOf(base).map(({ facts }) => facts),
  );
  if (!hints.ok) return hints;
  const all: NewFile[] = [];
  for (const [i, file] of files.entries()) {
    const hint = hints.value[i] ?? {};
    if (Object.keys(hint).length === 0) {
      all.push(file);
      continue;
    }
    const { request } = file;
    const read = await readOne({ ...request, ...hint });
    if (!read.ok) return err({ ...read.error, file: request.file.name });
    if (hint.currency !== undefined && read.value.built.facts.used === 0)
      return err({ code: 'other-currency', file: request.file.name });
    all.push({ ...read.value, request });
  }
  return ok(all);
}

async function joined(
  files: readonly NewFile[],
  base: OpenedDataset | undefined,
  left: readonly LeftFile[],
): Promise<JoinedFiles> {
  const had = base ? sourcesOf(base.fields) : [];
  const sources: SourceOrders[] = [
    ...(base?.sources ?? []),
    ...files.map(({ file, built }) => ({
      orders: built.orders,
      modified: file.modified ?? 0,
      sha256: file.sha256,
    })),
  ];
  const whole = joinOrders(sources);
  const lost = lostRows({ files, base, sources }, whole);
  const stored = await storedFiles(files, lost);
  const all = [...had, ...stored.map(({ source }) => source)].map((source, i): DatasetSource => ({
    ...source,
    used: at(whole.shares, i).used,
    duplicates: at(whole.shares, i).lost.length,
  }));
  const inOrder = inTime(sources).map((place) => at(all, place));
  const notices: ImportNotice[] = [
    ...(left.some(({ why }) => why === 'same-file') ? (['same-file'] as const) : []),
    ...(differ(all) ? (['columns-differ'] as const) : []),
  ];
  const own = all.map(({ facts }) => facts);
  const [first] = inOrder;
  const { file, stored: firstColumns } = must(first, 'there is a file');
  return {
    read: {
      file,
      stored: firstColumns,
      facts: joinFacts(own, { sources, joined: whole }, notices),
      sources: inOrder,
      columns: columnsOf(inOrder),
      left,
      overlapping: whole.overlapping,
      basis: base ? blobsOf(base.id, base.fields) : [],
    },
    orders: whole.orders,
    parts: stored.flatMap(({ parts }) => parts),
    setAside: writeFileRows([...(base?.setAside ?? []), ...files.map(ownRows), ...lost]),
  };
}

/** The parts of each file under its prefix. What joining has set aside goes along with the first. */
async function storedFiles(
  files: readonly NewFile[],
  lost: readonly FileRows[],
): Promise<{ readonly source: DatasetSource; readonly parts: readonly ColumnBytes[] }[]> {
  const hasLost = lost.some(({ rows }) => rows.length > 0);
  return Promise.all(
    files.map(async ({ file, built, table, request }, i) => {
      const more = i === 0 && hasLost ? [textPart(DUPLICATES_PART, writeFileRows(lost))] : [];
      const { parts, stored } = await storedColumns(built, table, more);
      const prefix = `${file.sha256.slice(0, 16)}.`;
      const { format, system, columns } = request;
      const facts = storedFacts(built.facts);
      const named = system === undefined ? {} : { system };
      return {
        source: { file, format, ...named, columns, facts, stored, prefix, used: facts.used, duplicates: 0 },
        parts: parts.map((one) => ({ ...one, part: `${prefix}${one.part}` })),
      };
    }),
  );
}

function ownRows({ file, built, table }: OneRead): FileRows {
  const rows = built.setAside.map(({ row, cells, reason }) => ({ row: String(row), cells, reason }));
  return { file: file.name, names: table.names, rows };
}

/** What joining has set aside that was not set aside before, by file. */
function lostRows(
  {
    files,
    base,
    sources,
  }: {
    readonly files: readonly NewFile[];
    readonly base: OpenedDataset | undefined;
    readonly sources: readonly SourceOrders[];
  },
  { shares }: JoinedOrders,
): FileRows[] {
  const had = base ? sourcesOf(base.fields) : [];
  const before = base && had.length > 1 ? joinOrders(base.sources).shares : [];
  const stored = had.map((source, i): FileRows => {
    const { orders } = at(sources, i);
    const rowsFor = (rows: Int32Array, reason: SetAsideReason): FileRows['rows'] =>
      rowsOfOrders(orders, source.columns, { rows, reason });
    const rows = newly(at(shares, i), before[i], rowsFor);
    return { file: source.file.name, names: source.columns.map(({ name }) => name), rows };
  });
  const read = files.map((file, i): FileRows => {
    const rowsFor = (rows: Int32Array, reason: SetAsideReason): FileRows['rows'] => rowsOfTable(file, rows, reason);
    const rows = newly(at(shares, had.length + i), undefined, rowsFor);
    return { file: file.file.name, names: file.table.names, rows };
  });
  return [...stored, ...read];
}

function newly(
  { lost, tooLarge }: Share,
  before: Share | undefined,
  rowsFor: (rows: Int32Array, reason: SetAsideReason) => FileRows['rows'],
): FileRows['rows'] {
  const [gone, large] = [new Set(before?.lost), new Set(before?.tooLarge)];
  return [
    ...rowsFor(
      lost.filter((row) => !gone.has(row)),
      'duplicate-order',
    ),
    ...rowsFor(
      tooLarge.filter((row) => !large.has(row)),
      'number-too-large',
    ),
  ];
}
