import { codeOf, type ArchiveItemRow } from './archive-item.kind';

/**
 * What an item lacks of its double filing (两套制): the file to a paper, the paper to a file, either of both, where one of them
 * lies; an item that it refers to and that is not there, or one that does not refer back.
 */
export type Lack = 'e-copy' | 'paper' | 'both' | 'paper-location' | 'e-location' | 'no-such-item' | 'not-answered';

export interface Lacking {
  readonly item: ArchiveItemRow;
  readonly lack: Lack;
  /** Of the last two: the code that it refers to. */
  readonly code?: string;
}

/**
 * The gaps in the order of the items, of one item in the order of {@link Lack}; two items that refer to each other have none.
 * @param items those of one account: a code names an item within its account. @source domain.md §3.8
 */
export function lackingCounterparts(items: readonly ArchiveItemRow[]): readonly Lacking[] {
  const refs = new Map<string, Set<string>>();
  for (const item of items) {
    const code = codeOf(item.fields);
    if (code !== undefined) refs.set(code, new Set([...(refs.get(code) ?? []), ...refsOf(item)]));
  }
  return items.flatMap((item) => [...copyLacks(item), ...refLacks(item, refs)]);
}

function copyLacks(item: ArchiveItemRow): Lacking[] {
  const { paperNo, paperLocation, eCode, eLocation } = item.fields;
  const lacks: Lack[] = [];
  if (paperNo === undefined && eCode === undefined) lacks.push('both');
  else if (eCode === undefined) lacks.push('e-copy');
  else if (paperNo === undefined) lacks.push('paper');
  if (paperNo !== undefined && paperLocation === undefined) lacks.push('paper-location');
  if (eCode !== undefined && eLocation === undefined) lacks.push('e-location');
  return lacks.map((lack) => ({ item, lack }));
}

function refLacks(item: ArchiveItemRow, refs: ReadonlyMap<string, ReadonlySet<string>>): Lacking[] {
  const own = codeOf(item.fields);
  return refsOf(item).flatMap((code): Lacking[] => {
    const back = refs.get(code);
    if (!back) return [{ item, lack: 'no-such-item', code }];
    return own !== undefined && back.has(own) ? [] : [{ item, lack: 'not-answered', code }];
  });
}

function refsOf({ fields }: ArchiveItemRow): string[] {
  return Object.values(fields.crossRefs ?? {}).map((code) => code.trim());
}
