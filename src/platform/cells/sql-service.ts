import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { CellFault, CellOutput, CellTables } from '@/src/app/ports/cells';
import type { Store } from '@/src/app/ports/store';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import { DamagedPart } from '../workers/stored-source';
import { ordersColumns, ordersNames } from './orders-columns';
import type { SqlEngine } from './sql-engine';
import { cellFailed } from './sql-fault';
import { findDataset } from './stored-orders';

/** The key of a database without a dataset. */
const NO_DATASET = '';

/** What the SQL worker does. The engine starts with the first cell that runs; names of columns need none. */
export class SqlService {
  private readonly store: () => Promise<Store>;
  private readonly startEngine: () => Promise<SqlEngine>;
  private engine: Promise<SqlEngine> | undefined;
  private names: { readonly key: string; readonly of: readonly string[] } | undefined;

  constructor(store: () => Promise<Store>, startEngine: () => Promise<SqlEngine>) {
    this.store = store;
    this.startEngine = startEngine;
  }

  /** The columns of `orders`; undefined where there is no such dataset. @throws DamagedPart */
  async columns(id: RecordId): Promise<readonly string[] | undefined> {
    const dataset = await findDataset(await this.store(), id);
    if (!dataset) return undefined;
    return this.names?.key === dataset.key ? this.names.of : this.remember(dataset.key, await dataset.load());
  }

  /** Makes ready what `run` needs: the engine, and the table of the dataset. */
  async prepare(id: RecordId | undefined): Promise<Result<void, CellFault>> {
    try {
      const dataset = id === undefined ? undefined : await findDataset(await this.store(), id);
      if (id !== undefined && !dataset) return err({ code: 'no-dataset' });
      const engine = await this.started();
      const key = dataset?.key ?? NO_DATASET;
      if (engine.holds(key)) return ok(undefined);
      const orders = await dataset?.load();
      if (orders) this.remember(key, orders);
      engine.load(key, orders && { columns: ordersColumns(orders), rows: orders.rows });
      return ok(undefined);
    } catch (thrown) {
      if (thrown instanceof DamagedPart) return err(cellFailed(`The stored columns are damaged: ${thrown.message}`));
      throw thrown;
    }
  }

  /** After `prepare`. */
  async run(sql: string, tables: CellTables): Promise<Result<CellOutput, CellFault>> {
    return (await this.started()).run(sql, tables);
  }

  private started(): Promise<SqlEngine> {
    this.engine ??= this.startEngine();
    return this.engine;
  }

  private remember(key: string, orders: Orders): readonly string[] {
    this.names = { key, of: ordersNames(orders) };
    return this.names.of;
  }
}
