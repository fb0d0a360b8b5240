import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileContent } from '@/src/domain/tabular/file-content';
import { openSalesFile } from '@/src/domain/tabular/open-sales-file';
import { buildOrders, type BuiltOrders } from '@/src/domain/tabular/orders/build-orders';
import { isRole, missingRoles, ROLES, type ColumnRoles, type Role } from '@/src/domain/tabular/roles/roles';
import type { FilePreview, SalesFileError } from '@/src/domain/tabular/sales-file';
import { gunzip } from '@/src/platform/files/gunzip';
import { readXls } from '@/src/platform/files/read-xls';
import { diskContent } from './disk-content';

export interface SalesFileRun {
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

/** A file that cannot be read, with the code of the reason. */
export class UnreadableFile extends UsageError {
  readonly code: SalesFileError['code'] | 'missing-roles';
  readonly preview: FilePreview | undefined;

  constructor(code: UnreadableFile['code'], detail: string, preview?: FilePreview) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.preview = preview;
  }
}

/**
 * Reads a sales file, packed by gzip or not, the way the extension does.
 * @param given column name or `#n` → role; without it the roles are guessed.
 * @throws UnreadableFile when it holds no table, or no columns that customers could be ranked by.
 */
export async function readSalesFile(file: string, given?: Readonly<Record<string, string>>): Promise<SalesFileRun> {
  const { size } = await stat(file);
  const read = await readContent(diskContent(file), given);
  return { name: path.basename(file), bytes: size, sha256: await digest(file), ...read };
}

/** The same for a file that is not on disk. */
export async function readContent(
  content: FileContent,
  given?: Readonly<Record<string, string>>,
): Promise<Pick<SalesFileRun, 'preview' | 'roles' | 'built'>> {
  const opened = await openSalesFile(content, readXls, { gunzip });
  if (!opened.ok) throw new UnreadableFile(opened.error.code, opened.error.detail);
  const seen = await opened.value.preview();
  if (!seen.ok) throw new UnreadableFile(seen.error.code, seen.error.detail);
  const preview = seen.value;
  const roles = given ? rolesFrom(given, preview.names) : preview.roles;
  const missing = missingRoles(roles).filter((role) => role !== 'customer');
  if (missing.length > 0) {
    const detail = `No column for: ${missing.join(', ')}. Columns: ${preview.names.join(', ')}. Name them with --roles.`;
    throw new UnreadableFile('missing-roles', detail, preview);
  }
  const read = await opened.value.read(preview.format, roles);
  return { preview, roles, built: buildOrders(read.table, roles, read) };
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

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}
