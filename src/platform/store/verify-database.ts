import { must } from '@/src/kernel/assert';
import type { VerifyReport } from '@/src/app/ports/store';
import { foundBy, sameJson } from '@/src/domain/records/change';
import { headerDigest, partDigest, type EntryHeader, type EntryPart, type Hole } from '@/src/domain/records/journal';
import type { Kinds } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { linkedBy } from '@/src/domain/records/link-key';
import { HEAD, type Database, type Head } from './database';

type Finding = VerifyReport['checks'][number];

/** Reads everything and says whether it hangs together. Changes nothing. */
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
    return { ok: checks.every((check) => check.problems.length === 0), checks };
  });
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

function checkCounts(rows: readonly Row[], head: Head | undefined): Finding {
  const counted: Record<string, number> = {};
  for (const { kind } of rows) counted[kind] = (counted[kind] ?? 0) + 1;
  const kept = Object.fromEntries(Object.entries(head?.counts ?? {}).filter(([, count]) => count !== 0));
  const problems = sameJson(counted, kept) ? [] : [`counted ${JSON.stringify(counted)}, kept ${JSON.stringify(kept)}`];
  return { name: 'counts', looked: rows.length, problems };
}

function checkLinks(rows: readonly Row[]): Finding {
  const ids = new Set<string>(rows.map(({ id }) => id));
  const links = rows.flatMap(({ id, keys }) => linkedBy(keys).map((to) => ({ id, to })));
  const problems = links
    .filter(({ to }) => !ids.has(to))
    .map(({ id, to }) => `${id} points to ${to}, which is not there`);
  return { name: 'links', looked: links.length, problems };
}

async function checkIndexes(db: Database, rows: readonly Row[], kinds: Kinds): Promise<Finding> {
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

function checkJournal(rows: readonly (EntryHeader | EntryPart)[], head: Head | undefined): Finding {
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

async function checkBlobs(db: Database, rows: readonly Row[]): Promise<Finding> {
  const ids = new Set<string>(rows.map(({ id }) => id));
  const blobs = await db.blobs.toCollection().primaryKeys();
  const problems: string[] = [];
  for (const id of blobs) {
    const { about } = must(await db.blobs.get(id), 'blob read in the same transaction');
    if (!about.every((one) => ids.has(one))) problems.push(`blob ${id} belongs to nothing`);
  }
  return { name: 'blobs', looked: blobs.length, problems };
}
