import type { RecordId } from '@/src/kernel/ids';

const LINK = 'link:';

/** The key under which whatever points to the record is found. */
export function linkTo(id: string): string {
  return `${LINK}${id}`;
}

export function isLink(key: string): boolean {
  return key.startsWith(LINK);
}

/** The records that search keys point to, in the order of the keys; other keys are passed over. */
export function linkedBy(keys: readonly string[]): RecordId[] {
  // Safe: a link key is made of the id that a record points to.
  return keys.filter(isLink).map((key) => key.slice(LINK.length) as RecordId);
}
