import { archiveItem } from '@/src/domain/archive/archive-item.kind';
import { accessRequest } from '@/src/domain/records/access-request.kind';
import { changeRequest } from '@/src/domain/records/change-request.kind';
import type { Kind } from '@/src/domain/records/kind';
import { hashOf } from './route';

/** The lists of the archive: kind → its part of the room. */
const IN_ARCHIVE: ReadonlyMap<string, string> = new Map([
  [archiveItem.name, 'items'],
  [accessRequest.name, 'access'],
  [changeRequest.name, 'changes'],
]);

/** Where the records of a kind are listed: companies and people among the accounts, everything else among the files. */
export function listOf(kind: string): readonly string[] {
  if (kind === 'company') return ['accounts'];
  const part = IN_ARCHIVE.get(kind);
  if (part !== undefined) return ['archive', part];
  return kind === 'person' ? ['accounts', 'people'] : ['files', kind];
}

/** Where a record is shown: behind the list of its kind. */
export function placeOf(kind: string, id: string): readonly string[] {
  return [...listOf(kind), id];
}

/** The same as an address to link to; undefined for a kind that this version does not know. */
export function addressOf(kind: Pick<Kind, 'name'> | undefined, id: string): string | undefined {
  return kind && hashOf(placeOf(kind.name, id));
}
