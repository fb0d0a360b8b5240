import { Dexie } from 'dexie';
import { must } from '@/src/kernel/assert';
import type { VerifyCheck, VerifyReport } from '@/src/app/ports/store';
import { foundBy, sameJson } from '@/src/domain/records/change';
import { headerDigest, partDigest, type EntryHeader, type EntryPart, type Hole } from '@/src/domain/records/journal';
import type { Kinds } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { linkedBy } from '@/src/domain/records/link-key';
import { blobId, dataset, sourcesOf, type DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { digestOf } from '../files/digest';
import { HEAD, type Database, type Head } from './database';

/** Reads everything but the columns of sales files and says whether it hangs together. Changes nothing. */
export async function verifyDatabase(db: Database, kinds: Kinds): Promise<VerifyReport> {
  return db.transaction('r', db.tables, async () => {
    const head = (await db.settings.get(HEAD)) as Head | undefined; // Safe: as in headOf.
    const rows = await allRows(db);
    const checks = [
      checkCounts(rows, head),
      checkLinks(rows),
      await checkIndexes(db, rows, kinds),
      checkJournal(await db.journal.toArray(), head),
      await checkBlobs(db, rows),
    ];
    return reportOf(checks);
  });
}

export function reportOf(checks: readonly VerifyCheck[]): VerifyReport {
  return { ok: checks.every(({ problems }) => problems.length === 0), checks };
}

async function allRows(db: Database): Promise<Row[]> {
  const settings = (await db.settings.toArray()).filter((row): row is Row => row.id !== HEAD);
  return [
    ...(await db.records.toArray()),
    ...(await db.datasets.toArray()),
    ...(await db.notebooks.toArray()),
    ...settings,
  ];
}

function checkCounts(rows: readonly Row[], head: Head | undefined): VerifyCheck {
  const counted: Record<string, number> = {};
  for (const { kind } of rows) counted[kind] = (counted[kind] ?? 0) + 1;
  const kept = Object.fromEntries(Object.entries(head?.counts ?? {}).filter(([, count]) => count !== 0));
  const problems = sameJson(counted, kept) ? [] : [`counted ${JSON.stringify(counted)}, kept ${JSON.stringify(kept)}`];
  return { name: 'counts', looked: rows.length, problems };
}

function checkLinks(rows: readonly Row[]): VerifyCheck {
  const ids = new Set<string>(rows.map(({ id }) => id));
  const links = rows.flatMap(({ id, keys }) => linkedBy(keys).map((to) => ({ id, to })));
  const problems = links
    .filter(({ to }) => !ids.has(to))
    .map(({ id, to }) => `${id} points to ${to}, which is not there`);
  return { name: 'links', looked: links.length, problems };
}

async function checkIndexes(db: Database, rows: readonly Row[], kinds: Kinds): Promise<VerifyCheck> {
  const problems = rows.flatMap((row) => {
    const kind = kinds.get(row.kind);
    const { keys, due } = row;
    return kind && sameJson(foundBy(kind, row), due === undefined ? { keys } : { keys, due })
      ? []
      : [`what ${row.id} is found by is not what its fields say`];
  });
  const expected = rows.filter((row) => kinds.get(row.kind)?.table === 'records').flatMap((row) => row.keys).length;
  const indexed = await db.records.orderBy('keys').count();
  if (indexed !== expected) problems.push(`the index holds ${indexed} keys, the records ${expected}`);
  return { name: 'indexes', looked: rows.length, problems };
}

function checkJournal(rows: readonly (EntryHeader | EntryPart)[], head: Head | undefined): VerifyCheck {
  const headers = rows.filter((row): row is EntryHeader => row.part === 0);
  const parts = new Map(rows.filter((row): row is EntryPart => row.part > 0).map((part) => [placeOf(part), part]));
  const holes = new Map(headers.flatMap((header) => header.holes ?? []).map((hole) => [placeOf(hole), hole]));
  const problems = headers.flatMap((header, i) => [
    ...chainProblems(header, headers[i - 1]),
    ...partProblems(header, parts, holes),
  ]);
  const expected = headers.reduce((sum, header) => sum + header.parts.length, 0);
  if (expected !== parts.size) problems.push(`${parts.size} parts where the entries name ${expected}`);
  const last = headers.findLast((header) => header.device === head?.device);
  if (head && (last?.seq ?? 0) !== head.seq)
    problems.push(`the head stands at ${head.seq}, the journal at ${last?.seq}`);
  return { name: 'journal', looked: rows.length, problems };
}

function chainProblems(header: EntryHeader, before: EntryHeader | undefined): string[] {
  const { digest, ...rest } = header;
  const first = before?.device !== header.device;
  const problems = headerDigest(rest) === digest ? [] : [`entry ${header.device}.${header.seq} was altered`];
  const continues = first ? header.seq === 1 : header.seq === before.seq + 1 && header.previous === before.digest;
  return continues ? problems : [...problems, `entry ${header.device}.${header.seq} does not follow the one before it`];
}

function partProblems(
  header: EntryHeader,
  parts: ReadonlyMap<string, EntryPart>,
  holes: ReadonlyMap<string, Hole>,
): string[] {
  return header.parts.flatMap(({ digest }, i) => {
    const place = placeOf({ ...header, part: i + 1 });
    const part = parts.get(place);
    if (!part) return [`part ${place} is missing`];
    const found = partDigest(part);
    // The holes map holds the last erasure's word on each part: what remained after it.
    return found === digest || found === holes.get(place)?.remaining ? [] : [`part ${place} was altered`];
  });
}

function placeOf({ device, seq, part }: { device: string; seq: number; part: number }): string {
  return `${device}.${seq}.${part}`;
}

async function checkBlobs(db: Database, rows: readonly Row[]): Promise<VerifyCheck> {
  const ids = new Set<string>(rows.map(({ id }) => id));
  const blobs = await db.blobs.toCollection().primaryKeys();
  const problems: string[] = [];
  for (const id of blobs) {
    const { about } = must(await db.blobs.get(id), 'blob read in the same transaction');
    if (!about.every((one) => ids.has(one))) problems.push(`blob ${id} belongs to nothing`);
  }
  return { name: 'blobs', looked: blobs.length, problems };
}

/**
 * Holds the columns of sales files against their digests. By itself, because rows are whole without them: a backup of damaged
 * columns is still restored, and the file can be imported again.
 */
export async function verifyColumns(db: Database): Promise<VerifyCheck> {
  return db.transaction('r', db.datasets, db.blobs, async () => {
    const rows = await db.datasets.toArray();
    const parts = rows.filter((row) => row.kind === dataset.name && row.state === 'ready').flatMap(columnParts);
    const problems: string[] = [];
    for (const { id, sha256 } of parts) {
      const blob = await db.blobs.get(id);
      if (!blob) problems.push(`column ${id} is missing`);
      // A transaction ends by itself while something other than the database is waited for.
      else if ((await Dexie.waitFor(digestOf(blob.data))) !== sha256) problems.push(`column ${id} was altered`);
    }
    return { name: 'columns', looked: parts.length, problems };
  });
}

function columnParts({ id, fields }: Row): { id: string; sha256: string }[] {
  // Safe: of the kind that is asked for.
  return sourcesOf(fields as DatasetFields).flatMap(({ prefix, stored }) =>
    Object.entries(stored.parts).map(([part, { sha256 }]) => ({ id: blobId(id, `${prefix}${part}`), sha256 })),
  );
}
