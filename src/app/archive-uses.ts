import type { RecordId } from '@/src/kernel/ids';
import {
  completenessByCategory,
  archiveCompleteness,
  type Completeness,
} from '@/src/domain/archive/archive-completeness';
import { archiveIndex, type CategoryIndex } from '@/src/domain/archive/archive-index';
import { archiveItem, type ArchiveItemRow, type Category } from '@/src/domain/archive/archive-item.kind';
import { lackingCounterparts, type Lacking } from '@/src/domain/archive/lacking-counterparts';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { closedRow } from '@/src/domain/records/sight';
import { tierRows } from './assign-tiers';
import { sightOf, type SightPorts } from './sight';

/** A line of an index: of a closed item only its class, which still says that its number is not missing. */
export interface IndexLine {
  readonly item: ArchiveItemRow;
  readonly isClosed: boolean;
}

export interface CategoryArchive extends Omit<CategoryIndex, 'items'> {
  readonly lines: readonly IndexLine[];
  readonly completeness: Completeness;
}

/** The archive of an account, as the user may see it. */
export interface AccountArchive {
  readonly company: Row<CompanyFields>;
  readonly completeness: Completeness;
  readonly categories: readonly CategoryArchive[];
  /** Only of items that are open to the user. */
  readonly lacking: readonly Lacking[];
  /** How many items are closed to the user: the two lists above and below say nothing of them. */
  readonly closed: number;
  /** Open items that are not filed yet, the oldest first. */
  readonly unfiled: readonly ArchiveItemRow[];
}

/** An account whose archive is kept, or ought to be, and how far it has come. */
export interface ArchivedAccount {
  readonly company: RecordId;
  readonly name: string;
  /** Closed ones too: their number is no secret. */
  readonly items: number;
  readonly completeness: Completeness;
}

/** What the archive page may ask for. */
export function archiveUses(ports: SightPorts) {
  return {
    /** Undefined where there is no such company. */
    of: (id: string) => archiveOf(ports, id),
    /** Those with a tier and those with an item: the least complete first, equal ones by name. */
    accounts: () => archivedAccounts(ports),
  };
}

async function archivedAccounts({ store }: SightPorts): Promise<readonly ArchivedAccount[]> {
  const items = new Map<RecordId, ArchiveItemRow[]>();
  // Safe, both: rows of a kind hold the fields of the kind.
  for (const item of (await store.rows(archiveItem.name)) as readonly ArchiveItemRow[])
    items.set(item.fields.company, [...(items.get(item.fields.company) ?? []), item]);
  const tiers = await tierRows({ store });
  const rows = [
    ...(await store.rowsByKeys(tiers.map(({ id }) => linkTo(id)))),
    ...(await store.rowsById([...items.keys()])),
  ].filter(({ kind }) => kind === company.name) as Row<CompanyFields>[];
  return [...new Map(rows.map((row) => [row.id, row])).values()]
    .map((account) => {
      const own = items.get(account.id) ?? [];
      const completeness = archiveCompleteness(own, account);
      return { company: account.id, name: account.fields.name.value, items: own.length, completeness };
    })
    .toSorted((one, other) => shareOf(one) - shareOf(other) || (one.name < other.name ? -1 : 1));
}

function shareOf({ completeness: { done, wanted } }: ArchivedAccount): number {
  return done / wanted;
}

async function archiveOf(ports: SightPorts, id: string): Promise<AccountArchive | undefined> {
  const { store } = ports;
  // Safe: an id from an address names a record or nothing.
  const [found] = await store.rowsById([id as RecordId]);
  if (found?.kind !== company.name) return undefined;
  // Safe, both: rows of a kind hold the fields of the kind.
  const account = found as Row<CompanyFields>;
  const items = (await store.rowsByKeys([linkTo(id)])).filter(
    (row): row is ArchiveItemRow => row.kind === archiveItem.name,
  );
  const sees = await sightOf(ports, items);
  const open = items.filter(sees).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const parts = completenessByCategory(items, account);
  return {
    company: account,
    completeness: archiveCompleteness(items, account),
    categories: archiveIndex(items).map(({ items: inside, ...index }) => ({
      ...index,
      lines: inside.map((item) => lineOf(item, sees(item))),
      completeness: completenessIn(parts, index.category),
    })),
    lacking: lackingCounterparts(items).filter(({ item }) => sees(item)),
    closed: items.length - open.length,
    unfiled: open.filter(({ state }) => state !== 'filed'),
  };
}

function lineOf(item: ArchiveItemRow, isOpen: boolean): IndexLine {
  // Safe: of a closed item a page reads only what tells its class.
  return isOpen ? { item, isClosed: false } : { item: closedRow(archiveItem, item) as ArchiveItemRow, isClosed: true };
}

function completenessIn(parts: ReadonlyMap<Category, Completeness>, category: Category): Completeness {
  return parts.get(category) ?? { done: 0, wanted: 0 };
}
