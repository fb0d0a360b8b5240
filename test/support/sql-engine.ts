import type { Result } from '@/src/kernel/result';
import type { CellFault, CellOutput } from '@/src/app/ports/cells';
import type { ResultTable } from '@/src/domain/analysis/result';
import type { Orders } from '@/src/domain/tabular/orders/orders';
import { ordersColumns } from '@/src/platform/cells/orders-columns';
import { type SqlEngine, type TableColumns, SQL_LIMITS, type SqlLimits } from '@/src/platform/cells/sql-engine';

/** A time that a test can wait for, and in which everything else is done on a busy machine too. */
export const SHORT_LIMITS: SqlLimits = { ...SQL_LIMITS, seconds: 4 };

export function ordersTable(orders: Orders): TableColumns {
  return { columns: ordersColumns(orders), rows: orders.rows };
}

/** The table that SQL gives over nothing. */
export function tableOf(answer: Result<CellOutput, CellFault>): ResultTable {
  if (!answer.ok || !answer.value.table) throw new Error(JSON.stringify(answer));
  return answer.value.table;
}

/** What went wrong; the answer itself where nothing did. */
export function faultOf(answer: Result<CellOutput, CellFault>): unknown {
  return answer.ok ? answer.value : answer.error;
}

/** Loads what is not loaded, as the service does before each cell. */
export function ready(engine: SqlEngine, key: string, orders?: TableColumns): SqlEngine {
  if (!engine.holds(key)) engine.load(key, orders);
  return engine;
}
