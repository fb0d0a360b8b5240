import { bytesToHex } from '@noble/hashes/utils.js';
import { must } from '@/src/kernel/assert';
import {
  isEntity,
  type AggregateSource,
  type CohortCells,
  type CustomerDays,
  type Entity,
  type EntitySums,
} from '@/src/domain/analysis/aggregate-source';
import { LocalSource } from '@/src/domain/analysis/local-source';
import type { StoredColumns } from '@/src/domain/tabular/dataset.kind';
import { ordersFromBytes, otherFromBytes } from '@/src/domain/tabular/orders/stored-orders';
import type { Orders } from '@/src/domain/tabular/orders/orders';

/** The bytes of a part as they are stored; undefined where they are not. */
type PartLoader = (part: string) => Promise<ArrayBuffer | undefined>;

/** Thrown where a stored part is not there, or is not what was stored. */
export class DamagedPart extends Error {}

/** What every analysis needs, whichever it is. */
const CORE = /^(?:customer\.\w+|day|amount)$/;

/**
 * The columns of a saved dataset. Customers, days and amounts are loaded when it is opened; any other column when it is first
 * asked for, which most never are. Each part is held against its digest when it is loaded.
 */
export class StoredSource implements AggregateSource {
  readonly span: AggregateSource['span'];
  readonly entities: readonly Entity[];
  private readonly stored: StoredColumns;
  private readonly load: PartLoader;
  private readonly core: Orders;
  private readonly source: LocalSource;
  private readonly others = new Map<Entity, Promise<LocalSource>>();

  private constructor(stored: StoredColumns, load: PartLoader, core: Orders) {
    this.stored = stored;
    this.load = load;
    this.core = core;
    this.source = new LocalSource(core);
    this.span = this.source.span;
    const roles = stored.shape.others.map(({ role }) => role ?? undefined);
    this.entities = [...this.source.entities, ...roles.filter(isEntity)];
  }

  /** @throws DamagedPart, as do the methods. */
  static async open(stored: StoredColumns, load: PartLoader): Promise<StoredSource> {
    const { rows, scale } = stored.shape;
    const parts = await loadParts(stored, load, (part) => CORE.test(part));
    const core = ordersFromBytes({ rows, scale, hasOrder: false, others: [] }, (part) => parts.get(part));
    return new StoredSource(stored, load, core);
  }

  async entitySums(entity: Entity): Promise<EntitySums> {
    if (entity === 'customer') return this.source.entitySums(entity);
    const source = this.others.get(entity) ?? this.withColumn(entity);
    this.others.set(entity, source);
    return (await source).entitySums(entity);
  }

  cohortCells(): Promise<CohortCells> {
    return this.source.cohortCells();
  }

  customerDays(): Promise<CustomerDays> {
    return this.source.customerDays();
  }

  private async withColumn(entity: Entity): Promise<LocalSource> {
    const { shape } = this.stored;
    const position = shape.others.findIndex(({ role }) => role === entity);
    const parts = await loadParts(this.stored, this.load, (part) => part.startsWith(`other.${position}.`));
    const other = otherFromBytes(shape, position, (part) => parts.get(part));
    return new LocalSource({ ...this.core, others: [other] });
  }
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

/** By the browser itself: columns are large. */
export async function digestOf(data: ArrayBuffer): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(data))));
}
