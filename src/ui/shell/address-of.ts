import type { Kind } from '@/src/domain/records/kind';
import { hashOf } from './route';

/** Where a record is shown: companies among the accounts, everything else in the list of its kind. */
export function addressOf(kind: Pick<Kind, 'name'> | undefined, id: string): string | undefined {
  if (!kind) return undefined;
  return kind.name === 'company' ? hashOf(['accounts', id]) : hashOf(['files', kind.name, id]);
}
