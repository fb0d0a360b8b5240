import { must } from '@/src/kernel/assert';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { SaleColumns } from '@/src/domain/analysis/local/sale-columns';
import type { StoredColumns } from '@/src/domain/tabular/dataset.kind';
import { orderFromBytes, ordersFromBytes, otherFromBytes } from '@/src/domain/tabular/orders/stored-orders';
import { isRole } from '@/src/domain/tabular/roles/roles';
import { digestOf } from '../files/digest';

/** The bytes of a part as they are stored; undefined where they are not. */
type PartLoader = (part: string) => Promise<ArrayBuffer | undefined>;

/** Thrown where a stored part is not there, or is not what was stored. */
export class DamagedPart extends Error {}

/** What every analysis needs, whichever it is. */
const CORE = /^(?:customer\.\w+|day|amount)$/;

/**
 * The columns of a saved dataset. Customers, days and amounts are loaded when it is opened; any other column when it is first
 * asked for, which most never are. Each part is held against its digest when it is loaded.
 * @throws DamagedPart, as do its methods.
 */
export async function openStoredSource(stored: StoredColumns, load: PartLoader): Promise<LocalSource> {
  return new LocalSource(await openColumns(stored, load));
}

async function openColumns(stored: StoredColumns, load: PartLoader): Promise<SaleColumns> {
  const { shape } = stored;
  const parts = await loadParts(stored, load, (part) => CORE.test(part));
  const core = ordersFromBytes({ ...shape, hasOrder: false, others: [], hasUnsold: false }, (part) => parts.get(part));
  const loadOnly = (prefix: string): ReturnType<typeof loadParts> =>
    loadParts(stored, load, (part) => part.startsWith(prefix));
  return {
    ...core,
    others: shape.others.map(({ name, role, figures }) => ({
      name,
      role: role !== null && isRole(role) ? role : undefined,
      isText: figures !== true,
    })),
    order: async () => {
      if (!shape.hasOrder) return undefined;
      const own = await loadOnly('order.');
      return orderFromBytes((part) => own.get(part));
    },
    other: async (position) => {
      const own = await loadOnly(`other.${position}.`);
      return otherFromBytes(shape, position, (part) => own.get(part)).column;
    },
  };
}

/** The parts that are wanted, all at once: digests are worked out beside each other. @throws DamagedPart */
export async function loadParts(
  { parts }: StoredColumns,
  load: PartLoader,
  isWanted: (part: string) => boolean,
): Promise<ReadonlyMap<string, ArrayBuffer>> {
  const wanted = Object.keys(parts).filter(isWanted);
  const loaded = await Promise.all(
    wanted.map(async (part) => {
      const data = await load(part);
      if (!data || (await digestOf(data)) !== must(parts[part], part).sha256) throw new DamagedPart(part);
      return [part, data] as const;
    }),
  );
  return new Map(loaded);
}
