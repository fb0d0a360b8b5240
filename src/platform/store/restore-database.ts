import { err, ok, type Result } from '@/src/kernel/result';
import type { DeviceId } from '@/src/kernel/ids';
import type { BackupError, BackupSummary } from '@/src/app/ports/backups';
import type { StoredBlob } from '@/src/app/ports/store';
import type { Kinds } from '@/src/domain/records/kind';
import { piecesOf } from '../files/read-pieces';
import {
  BackupFault,
  damaged,
  FIRST_LINE,
  FORMAT,
  LAST_LINE_LENGTH,
  readFrames,
  type Frame,
  type StartHeader,
} from './backup-format';
import { Database, HEAD } from './database';
import { digestOfFile } from '../files/digest';
import { MIGRATIONS } from './migrations';
import { archiveFrames, isZip } from './read-archive';
import { schemaVersion } from './read-unchanged';
import { storageError } from './storage-error';
import { verifyDatabase } from './verify-database';

/**
 * Makes the database `name` from a backup or an archive, whichever the file is, and verifies both. The database is made at the schema of the file, then
 * brought up to today's by the migrations. After an error it may be half there: the caller deletes it.
 * @param device names the device anew: what was written here after the backup must not share numbers with what follows.
 */
export async function restoreDatabase(
  name: string,
  file: Blob,
  kinds: Kinds,
  device: DeviceId,
): Promise<Result<BackupSummary, BackupError>> {
  const staging = new Database(name);
  try {
    const start = await fill(name, file);
    await staging.open();
    const report = await verifyDatabase(staging, kinds);
    const problem = report.checks.flatMap((check) => check.problems)[0];
    if (problem) throw damaged(problem);
    await renameDevice(staging, device);
    return ok({ createdAt: start.createdAt, rows: start.rows, bytes: file.size });
  } catch (thrown) {
    return err(reasonOf(thrown));
  } finally {
    staging.close();
  }
}

async function fill(name: string, file: Blob): Promise<StartHeader> {
  const frames = (await isZip(file)) ? archiveFrames(file) : readFrames(unpacked(file));
  const start = startOf((await frames.next()).value);
  const [first, ...later] = MIGRATIONS;
  const staging = new Database(name, [first, ...later.filter(({ version }) => version <= start.schema)]);
  const counts: Record<string, number> = {};
  try {
    await staging.open();
    for await (const frame of frames) {
      if (frame.header.type === 'rows') await addRows(staging, frame, counts);
      else if (frame.header.type === 'blob') await addBlob(staging, frame, counts);
      else if (frame.header.type !== 'end') throw damaged('a second beginning');
    }
    for (const table of staging.tables) {
      if ((counts[table.name] ?? 0) !== (start.rows[table.name] ?? 0))
        throw damaged(`rows of ${table.name} are missing`);
    }
  } finally {
    staging.close();
  }
  return start;
}

function startOf(frame: Frame | undefined): StartHeader {
  const header = frame?.header;
  if (header?.type !== 'start') throw damaged('the beginning is missing');
  if (header.format > FORMAT || header.schema > schemaVersion()) throw new BackupFault({ code: 'newer-format' });
  return header;
}

async function addRows(staging: Database, { header, payload }: Frame, counts: Record<string, number>): Promise<void> {
  if (header.type !== 'rows') return;
  const known = staging.tables.find((table) => table.name === header.table && header.table !== 'blobs');
  const rows: unknown = JSON.parse(new TextDecoder().decode(payload));
  if (!known || !Array.isArray(rows) || rows.length !== header.count) throw damaged(`rows of ${header.table}`);
  await known.bulkAdd(rows);
  counts[header.table] = (counts[header.table] ?? 0) + rows.length;
}

async function addBlob(staging: Database, { header, payload }: Frame, counts: Record<string, number>): Promise<void> {
  if (header.type !== 'blob') return;
  const { id, about, media } = header;
  // Safe: ids are checked against the rows by verifyDatabase before anything uses them.
  await staging.blobs.add({ id, about: about as StoredBlob['about'], media, data: payload.buffer });
  counts['blobs'] = (counts['blobs'] ?? 0) + 1;
}

async function* unpacked(file: Blob): AsyncGenerator<Uint8Array> {
  const first = await file.slice(0, FIRST_LINE.length).text();
  if (first !== FIRST_LINE) {
    const newer = first.startsWith('VITAL-FEW-BACKUP ');
    throw new BackupFault({ code: newer ? 'newer-format' : 'not-a-backup' });
  }
  const sealed = file.slice(0, Math.max(0, file.size - LAST_LINE_LENGTH));
  const seal = await file.slice(sealed.size).text();
  if (seal !== `\n${await digestOfFile(sealed)}`) throw damaged('the file is not as it was written');
  const packed = sealed.slice(FIRST_LINE.length).stream();
  try {
    yield* piecesOf(packed.pipeThrough(new DecompressionStream('gzip')));
  } catch (thrown) {
    throw thrown instanceof BackupFault ? thrown : damaged('the packed data are broken');
  }
}

async function renameDevice(staging: Database, device: DeviceId): Promise<void> {
  const head = await staging.settings.get(HEAD);
  if (head && 'device' in head) await staging.settings.put({ ...head, device, seq: 0, digest: '' });
}

function reasonOf(thrown: unknown): BackupError {
  if (thrown instanceof BackupFault) return thrown.reason;
  const reason = storageError(thrown);
  if (reason.code === 'storage-full') return { code: 'storage-full' };
  // Rows that the database refuses (a key twice, a key of the wrong sort) were never written by a backup.
  return {
    code: /Constraint|Data|Bulk|Syntax/.test(String(thrown)) ? 'damaged' : 'storage-failed',
    detail: String(thrown),
  };
}
