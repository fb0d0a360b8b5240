import { foldHeader } from '../roles/fold-header';

/**
 * By what the columns of a file are known in another of its kind: their names without width, case and signs, and for names
 * that stand more than once which of them it is.
 * @example columnKeys(['金额', 'Note', 'note']) // ['金额 1', 'note 1', 'note 2']
 */
export function columnKeys(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const folded = foldHeader(name) || name;
    const place = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, place);
    return `${folded} ${place}`;
  });
}
