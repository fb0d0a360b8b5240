import type { CompanyFields } from '../parties/company.kind';
import type { Row } from '../records/record';
import { CATEGORIES, type ArchiveItemFields, type ArchiveItemRow, type Category } from './archive-item.kind';

/** How much of what is wanted is there; complete when both are equal. */
export interface Completeness {
  readonly done: number;
  readonly wanted: number;
}

/** What the archive has to know of the company itself; it counts for the first category. @source domain.md §3.1, part 1 */
export const COMPANY_WANTS = [
  'name',
  'addresses',
  'phones',
  'legalRepresentative',
  'owner',
] as const satisfies readonly (keyof CompanyFields)[];

/** What every item has to say: where its two originals lie. Contracts also when they were signed. */
const ITEM_WANTS = [
  'title',
  'documentDay',
  'owner',
  'paperNo',
  'paperLocation',
  'eCode',
  'eLocation',
] as const satisfies readonly (keyof ArchiveItemFields)[];

/** Categories that every account has to have something in; of the others there may be nothing to file. Ours. */
export const WANTED_CATEGORIES: readonly Category[] = ['basics', 'contracts'];

/**
 * Archive completeness of an account (档案完整率): filled fields of the company and of each of its items ÷ those that are wanted,
 * and one more for each wanted category, done when something is in it.
 * @param items of whatever accounts: those of the company count. @source domain.md §3.9
 * @example archiveCompleteness([], { id, fields: { name } }) // { done: 1, wanted: 7 }
 */
export function archiveCompleteness(
  items: readonly Pick<ArchiveItemRow, 'fields'>[],
  company: Pick<Row<CompanyFields>, 'id' | 'fields'>,
): Completeness {
  return sum([...completenessByCategory(items, company).values()]);
}

/** The same for each of the six categories; nothing wanted and nothing done where an account need not have any. */
export function completenessByCategory(
  items: readonly Pick<ArchiveItemRow, 'fields'>[],
  { id, fields }: Pick<Row<CompanyFields>, 'id' | 'fields'>,
): ReadonlyMap<Category, Completeness> {
  const own = items.filter((item) => item.fields.company === id);
  return new Map(
    CATEGORIES.map((category) => {
      const inside = own.filter((item) => item.fields.category === category);
      const present = WANTED_CATEGORIES.includes(category) ? [{ done: Number(inside.length > 0), wanted: 1 }] : [];
      const about = category === 'basics' ? [filled(fields, COMPANY_WANTS)] : [];
      return [category, sum([...about, ...present, ...inside.map(ofItem)])];
    }),
  );
}

function ofItem({ fields }: Pick<ArchiveItemRow, 'fields'>): Completeness {
  return filled(fields, fields.category === 'contracts' ? [...ITEM_WANTS, 'signedOn'] : ITEM_WANTS);
}

function filled(fields: object, wanted: readonly string[]): Completeness {
  const held = new Map(Object.entries(fields));
  return { done: wanted.filter((name) => held.get(name) !== undefined).length, wanted: wanted.length };
}

function sum(parts: readonly Completeness[]): Completeness {
  return parts.reduce((all, one) => ({ done: all.done + one.done, wanted: all.wanted + one.wanted }), {
    done: 0,
    wanted: 0,
  });
}
