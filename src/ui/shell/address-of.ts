import type { Kind } from '@/src/domain/records/kind';
import { hashOf } from './route';

/** The kinds that are listed in a room of their own, or in a part of one; all others among the files. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  company: ['accounts'],
  person: ['accounts', 'people'],
  registration: ['accounts', 'registrations'],
  tier: ['accounts', 'tiers'],
  stakeholder: ['people'],
  'information-point': ['people'],
  opportunity: ['pipeline', 'list'],
  'pipeline-scheme': ['pipeline', 'schemes'],
  'archive-item': ['archive', 'items'],
  'access-request': ['archive', 'access'],
  'change-request': ['archive', 'changes'],
};

/** Where the records of a kind are listed. */
export function listOf(kind: string): readonly string[] {
  return PLACES[kind] ?? ['files', kind];
}

/** Where a record is shown: behind the list of its kind. */
export function placeOf(kind: string, id: string): readonly string[] {
  return [...listOf(kind), id];
}

/** The same as an address to link to; undefined for a kind that this version does not know. */
export function addressOf(kind: Pick<Kind, 'name'> | undefined, id: string): string | undefined {
  return kind && hashOf(placeOf(kind.name, id));
}
