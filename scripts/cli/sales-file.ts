import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/build-orders';
import { previewFile, readTable, SAMPLE_BYTES, type FilePreview } from '@/src/domain/tabular/read-table';
import { isRole, missingRoles, ROLES, type ColumnRoles, type Role } from '@/src/domain/tabular/roles';

export interface SalesFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly preview: FilePreview;
  readonly roles: ColumnRoles;
  readonly built: BuiltOrders;
}

/** A request that cannot be met, in words for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads a sales file (.csv or .csv.gz) the way the extension does.
 * @param given column name or `#n` → role; without it the roles are guessed.
 */
export async function readSalesFile(file: string, given?: Readonly<Record<string, string>>): Promise<SalesFile> {
  const sample = await firstBytes(file);
  const preview = previewFile(sample.bytes, sample.whole);
  const roles = given ? rolesFrom(given, preview.names) : preview.roles;
  const missing = missingRoles(roles);
  if (missing.length > 0) {
    throw new UsageError(
      `No column for: ${missing.join(', ')}. Columns: ${preview.names.join(', ')}. Name them with --roles.`,
    );
  }
  const table = await readTable(plainBytes(file), preview.format);
  const { size } = await stat(file);
  return {
    name: path.basename(file),
    bytes: size,
    sha256: await digest(file),
    preview,
    roles,
    built: buildOrders(table, roles),
  };
}

function rolesFrom(given: Readonly<Record<string, string>>, names: readonly string[]): ColumnRoles {
  const roles: (Role | undefined)[] = names.map(() => undefined);
  for (const [column, role] of Object.entries(given)) {
    const position = /^#\d+$/.test(column) ? Number(column.slice(1)) - 1 : names.indexOf(column);
    if (position < 0 || position >= names.length)
      throw new UsageError(`No column ${column}. Columns: ${names.join(', ')}`);
    if (!isRole(role)) throw new UsageError(`No role ${role}. Roles: ${ROLES.join(', ')}`);
    roles[position] = role;
  }
  return roles;
}

async function* plainBytes(file: string): AsyncGenerator<Uint8Array> {
  const packed = createReadStream(file, { highWaterMark: 1 << 20 });
  yield* (await isGzip(file)) ? packed.pipe(createGunzip({ chunkSize: 1 << 20 })) : packed;
}

async function firstBytes(file: string): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const bytes = new Uint8Array(SAMPLE_BYTES);
  let filled = 0;
  for await (const piece of plainBytes(file)) {
    const part = piece.subarray(0, SAMPLE_BYTES - filled);
    bytes.set(part, filled);
    filled += part.length;
    if (filled === SAMPLE_BYTES) return { bytes, whole: false };
  }
  return { bytes: bytes.subarray(0, filled), whole: true };
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}
