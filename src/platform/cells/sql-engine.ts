import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { tableFromIPC, type Table } from 'apache-arrow';
import { err, type Result } from '@/src/kernel/result';
import type { CellFault, CellOutput, CellTables } from '@/src/app/ports/cells';
import { tableBytes, type ArrowColumn } from './arrow-columns';
import { ORDERS } from './orders-columns';
import { resultColumns } from './result-columns';
import { cellFailed, isHarmless, sqlFault } from './sql-fault';
import { lockEngine } from './sql-lock';
import { placeOf, quoted } from './sql-names';
import { readResult, type ResultLimits } from './sql-result';
import { forbiddenStatement, statementsOf } from './sql-statements';

/** How long a cell may run and what it may give back. */
export interface SqlLimits extends ResultLimits {
  readonly seconds: number;
  /** Of tables and results together, as the engine reads it. */
  readonly memory: string;
}

export const SQL_LIMITS: SqlLimits = { seconds: 60, memory: '1GB', rows: 10_000, bytes: 5_000_000 };

/** Columns of a table, each with so many rows. */
export interface TableColumns {
  readonly columns: ReadonlyMap<string, ArrowColumn>;
  readonly rows: number;
}

/** Said outright, as builds of the engine differ: what comes back is what was computed. */
const EXACT = {
  castBigIntToDouble: false,
  castDecimalToDouble: false,
  castTimestampToDate: false,
  castDurationToTime64: false,
};

const NOTHING = 'There is no statement in this cell.';

class TooLong extends Error {}

/**
 * DuckDB in the thread that calls it, closed to everything outside before any statement of a cell runs. No cell leaves
 * anything behind: each has a connection and a transaction of its own, which is never committed.
 */
export class SqlEngine {
  private readonly db: DuckDBBindings;
  private readonly limits: SqlLimits;
  private loaded: { readonly key: string; readonly hasOrders: boolean } | undefined;
  private isOpen = false;

  constructor(db: DuckDBBindings, limits: SqlLimits = SQL_LIMITS) {
    this.db = db;
    this.limits = limits;
  }

  /** Whether `orders` is what `key` names, so that it need not be loaded. */
  holds(key: string): boolean {
    return this.loaded?.key === key;
  }

  /** Opens a database with the table `orders`, or without one, and closes it to the world. What was before is gone. */
  load(key: string, orders: TableColumns | undefined): void {
    this.forget();
    this.db.open({ path: ':memory:', query: EXACT });
    this.isOpen = true;
    this.withConnection((connection) => {
      lockEngine(connection, this.limits.memory);
      if (orders) insert(connection, ORDERS, orders);
    });
    this.loaded = { key, hasOrders: orders !== undefined };
  }

  /** Lets go of everything; the next `load` begins anew. */
  forget(): void {
    if (this.isOpen) this.db.reset();
    this.isOpen = false;
    this.loaded = undefined;
  }

  /** Runs all statements; the result of the last one counts. A database must be loaded. */
  run(sql: string, tables: CellTables): Result<CellOutput, CellFault> {
    try {
      const statements = statementsOf(this.db, sql);
      const forbidden = forbiddenStatement(statements);
      if (forbidden !== undefined) return err({ code: 'not-permitted', detail: forbidden });
      if (statements.every((words) => words.length === 0)) return err(cellFailed(NOTHING));
      return this.withConnection((connection) => this.inTransaction(connection, sql, tables));
    } catch (thrown) {
      // What the engine is like after an error of its own is not known.
      this.forget();
      return err(sqlFault(thrown));
    }
  }

  /** Adds a table that stays until the next `load`. A database must be loaded. */
  insert(name: string, table: TableColumns): void {
    this.withConnection((connection) => insert(connection, name, table));
  }

  /** Runs a statement of ours and gives everything back. A database must be loaded. */
  query(sql: string): Table {
    return this.withConnection((connection) => tableFromIPC(connection.useUnsafe((db, id) => db.runQuery(id, sql))));
  }

  private inTransaction(connection: DuckDBConnection, sql: string, tables: CellTables): Result<CellOutput, CellFault> {
    connection.query('BEGIN TRANSACTION');
    try {
      this.insertResults(connection, tables);
      return readResult(this.pieces(connection, sql), this.limits);
    } catch (thrown) {
      if (thrown instanceof TooLong) return err({ code: 'too-long', seconds: this.limits.seconds });
      const fault = sqlFault(thrown);
      if (!isHarmless(fault)) this.forget();
      return err(fault);
    } finally {
      if (this.isOpen) {
        connection.cancelSent();
        connection.query('ROLLBACK');
      }
    }
  }

  /** A result under the name of the dataset's table is not to be had. */
  private insertResults(connection: DuckDBConnection, tables: CellTables): void {
    for (const [name, result] of Object.entries(tables)) {
      if (result.columns.length === 0 || (this.loaded?.hasOrders && name.toLowerCase() === ORDERS)) continue;
      insert(connection, name, { columns: resultColumns(result), rows: result.rows.length });
    }
  }

  /** The parts of a result as the engine comes by them, a tenth of a second at a time. */
  private *pieces(connection: DuckDBConnection, sql: string): Generator<Uint8Array> {
    const until = performance.now() + this.limits.seconds * 1000;
    const waiting = (): null => {
      if (performance.now() > until) throw new TooLong();
      return null;
    };
    const { db, id } = connection.useUnsafe((own, conn) => ({ db: own, id: conn }));
    let piece = db.startPendingQuery(id, sql, true);
    while (piece === null) piece = waiting() ?? db.pollPendingQuery(id);
    yield piece;
    for (;;) {
      const next = db.fetchQueryResults(id) ?? waiting();
      if (next?.length === 0) return;
      if (next) yield next;
      waiting();
    }
  }

  private withConnection<T>(work: (connection: DuckDBConnection) => T): T {
    const connection = this.db.connect();
    try {
      return work(connection);
    } finally {
      if (this.isOpen) connection.close();
    }
  }
}

function insert(connection: DuckDBConnection, name: string, { columns, rows }: TableColumns): void {
  const { schema, table } = placeOf(name);
  if (schema !== 'main') connection.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
  connection.useUnsafe((db, id) =>
    db.insertArrowFromIPCStream(id, tableBytes(columns, rows), { name: table, schema, create: true }),
  );
}
