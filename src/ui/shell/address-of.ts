import type { Kind } from '@/src/domain/records/kind';
import { hashOf } from './route';

/** Where the records of a kind are listed: companies and people among the accounts, what belongs to a decision chain with it, everything else among the files. */
export function listOf(kind: string): readonly string[] {
  if (kind === 'company') return ['accounts'];
  if (kind === 'stakeholder' || kind === 'information-point') return ['people'];
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
