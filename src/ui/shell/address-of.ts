import type { Kind } from '@/src/domain/records/kind';
import { hashOf } from './route';

/** Where a record is shown: companies and people among the accounts, everything else in the list of its kind. */
export function placeOf(kind: string, id: string): readonly string[] {
  if (kind === 'company') return ['accounts', id];
  return kind === 'person' ? ['accounts', 'people', id] : ['files', kind, id];
}

/** The same as an address to link to; undefined for a kind that this version does not know. */
export function addressOf(kind: Pick<Kind, 'name'> | undefined, id: string): string | undefined {
  return kind && hashOf(placeOf(kind.name, id));
}
