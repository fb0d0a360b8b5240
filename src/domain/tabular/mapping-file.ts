import { cleanLine } from '@/src/kernel/text';
import { err, ok, type Result } from '@/src/kernel/result';
import type { StoredRole } from './dataset.kind';
import { isRole } from './roles/roles';

/** What columns of one kind of file mean. */
export type Mapping = readonly StoredRole[];

/**
 * Why a file of mappings is refused, whole. `not-mappings`: it is something else, or damaged. `newer-mappings`: a later
 * version wrote it. `mapping-role`: it has a role that this version does not know. `mapping-twice`: two columns of a file
 * have one role. `too-large`: more than any exchange of mappings needs.
 */
export interface MappingFault {
  readonly code: 'not-mappings' | 'newer-mappings' | 'mapping-role' | 'mapping-twice' | 'too-large';
  /** What stands there. */
  readonly text: string;
}

const FORMAT = 'vital-few-mappings';
const VERSION = 1;
export const MOST_MAPPING_BYTES = 1024 * 1024;
const MOST_MAPPINGS = 500;
const MOST_COLUMNS = 500;
const LONGEST_NAME = 200;

/**
 * Mappings as the text of a file. A column has `role` where a person said what it means (null: nothing); its name alone
 * tells, with those of the others, which files are meant. Nothing of the rows is in it.
 */
export function writeMappings(mappings: readonly Mapping[]): string {
  const plain = mappings.map((columns) => ({
    columns: columns.map(({ name, role, chosen }) => (chosen ? { name, role } : { name })),
  }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, mappings: plain }, null, 2)}\n`;
}

/** Reads what {@link writeMappings} writes; a later version may have put more beside it, which is left out. */
export function readMappings(text: string): Result<readonly Mapping[], MappingFault> {
  const head = parsed(text);
  if (!isObject(head) || head['format'] !== FORMAT || typeof head['version'] !== 'number') return fault('not-mappings');
  if (head['version'] > VERSION) return fault('newer-mappings', String(head['version']));
  const { mappings } = head;
  if (!Array.isArray(mappings)) return fault('not-mappings');
  if (mappings.length > MOST_MAPPINGS) return fault('too-large', String(mappings.length));
  const read: Mapping[] = [];
  for (const one of mappings) {
    const mapping = mappingOf(one);
    if (!mapping.ok) return mapping;
    read.push(mapping.value);
  }
  return ok(read);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function fault(code: MappingFault['code'], text = ''): Result<never, MappingFault> {
  return err({ code, text: cleanLine(text, 40) });
}

function mappingOf(one: unknown): Result<Mapping, MappingFault> {
  const columns = isObject(one) ? one['columns'] : undefined;
  if (!Array.isArray(columns) || columns.length === 0) return fault('not-mappings');
  if (columns.length > MOST_COLUMNS) return fault('too-large', String(columns.length));
  const roles: StoredRole[] = [];
  for (const column of columns) {
    const role = roleOf(column);
    if (!role.ok) return role;
    const given = role.value.role;
    if (given !== null && roles.some((other) => other.role === given)) return fault('mapping-twice', given);
    roles.push(role.value);
  }
  return ok(roles);
}

function roleOf(column: unknown): Result<StoredRole, MappingFault> {
  if (!isObject(column) || typeof column['name'] !== 'string') return fault('not-mappings');
  const name = cleanLine(column['name'], LONGEST_NAME);
  const role = Object.hasOwn(column, 'role') ? column['role'] : undefined;
  if (role === undefined) return ok({ name, role: null });
  if (role === null) return ok({ name, role, chosen: true });
  if (typeof role !== 'string') return fault('not-mappings');
  return isRole(role) ? ok({ name, role, chosen: true }) : fault('mapping-role', role);
}
