import type { ContactFault, ReadContacts } from './read-contacts';

/** Words of the file of faults: the reasons, the heading of the reasons, and the end of its name. */
export type FaultWord = ContactFault['reason'] | 'reason' | 'file';

/** The rows that gave no card, headings first, as they stood in the file, with the reason in a column behind the longest. */
export function faultTable(
  read: Pick<ReadContacts, 'headings' | 'faults'>,
  word: (key: FaultWord) => string,
): string[][] {
  const width = Math.max(read.headings.length, ...read.faults.map(({ row }) => row.length));
  const filled = (row: readonly string[], last: string): string[] => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ''),
    last,
  ];
  return [filled(read.headings, word('reason')), ...read.faults.map(({ row, reason }) => filled(row, word(reason)))];
}
