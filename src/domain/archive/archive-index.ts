import { compareCodePoints } from '@/src/kernel/text';
import { CATEGORIES, type ArchiveItemRow, type Category } from './archive-item.kind';

/** A number of a volume that is not as it should be. */
export interface NumberGap {
  readonly year: string;
  readonly number: number;
}

/** The index (卷内目录) of one category of an account. */
export interface CategoryIndex {
  readonly category: Category;
  /** Contracts by signing day, undated ones last; everything else by volume and number. */
  readonly items: readonly ArchiveItemRow[];
  /** Numbers from 1 to the highest of a volume that no item has, by volume and number. */
  readonly missing: readonly NumberGap[];
  /** Numbers that more than one item of a volume has, in the same order. */
  readonly doubled: readonly NumberGap[];
}

/** The index of an account: all six categories in their order, empty ones too. @param items those of one account, in any order. */
export function archiveIndex(items: readonly ArchiveItemRow[]): readonly CategoryIndex[] {
  return CATEGORIES.map((category) => {
    const own = items.filter(({ fields }) => fields.category === category);
    const years = [...new Set(own.flatMap(({ fields }) => fields.volumeYear ?? []))].sort(compareCodePoints);
    const volumes = years.map((year) => ({ year, numbers: numbersOf(own, year) }));
    return {
      category,
      items: own.toSorted(category === 'contracts' ? bySigning : byNumber),
      missing: volumes.flatMap(({ year, numbers }) => missingIn(numbers).map((number) => ({ year, number }))),
      doubled: volumes.flatMap(({ year, numbers }) => doubledIn(numbers).map((number) => ({ year, number }))),
    };
  });
}

function numbersOf(items: readonly ArchiveItemRow[], year: string): number[] {
  return items.flatMap(({ fields }) => (fields.volumeYear === year ? (fields.number ?? []) : []));
}

/** More are not told one by one: somebody has given a number that belongs to no series. */
const MOST_MISSING = 500;

function missingIn(numbers: readonly number[]): number[] {
  const held = new Set(numbers);
  const missing: number[] = [];
  const last = numbers.reduce((most, one) => Math.max(most, one), 0);
  for (let number = 1; number < last && missing.length < MOST_MISSING; number++)
    if (!held.has(number)) missing.push(number);
  return missing;
}

function doubledIn(numbers: readonly number[]): number[] {
  const seen = new Set<number>();
  const twice = numbers.filter((number) => seen.has(number) || !seen.add(number));
  return [...new Set(twice)].sort((a, b) => a - b);
}

function bySigning(a: ArchiveItemRow, b: ArchiveItemRow): number {
  const [one, other] = [a.fields.signedOn, b.fields.signedOn];
  if (one === other) return byNumber(a, b);
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return compareCodePoints(one, other);
}

/** What has no number comes last. */
function byNumber({ id, fields: a }: ArchiveItemRow, { id: otherId, fields: b }: ArchiveItemRow): number {
  return (
    compareCodePoints(a.volumeYear ?? '\u{10FFFF}', b.volumeYear ?? '\u{10FFFF}') ||
    (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) ||
    compareCodePoints(id, otherId)
  );
}
