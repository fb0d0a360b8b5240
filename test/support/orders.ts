import type { Day } from '@/src/kernel/calendar';
import { dayOf } from '@/src/kernel/calendar';
import { DictionaryBuilder } from '@/src/domain/tabular/columns/dictionary';
import type { TextColumn } from '@/src/domain/tabular/columns/column';
import type { Orders } from '@/src/domain/tabular/orders/orders';

/** One sale: customer, day as ISO text or number, amount in hundredths. */
export interface Sale {
  readonly customer: string;
  readonly day: string | Day;
  readonly cents: number;
  readonly region?: string;
  /** The order id; files of sales of which none has one are files without ids. */
  readonly order?: string;
  readonly reason?: string;
  /** In hundredths; a blank cell where it is left out. */
  readonly profit?: number | undefined;
  /** Any other column of text. */
  readonly note?: string;
}

export const day = (iso: string): Day => {
  const [year = 0, month = 0, dayOfMonth = 0] = iso.split('-').map(Number);
  return dayOf({ year, month, day: dayOfMonth });
};

/** The columns that a file of these sales would become. */
export function ordersFrom(sales: readonly Sale[]): Orders {
  const column = textColumn;
  const customer = column(sales.map((sale) => sale.customer));
  return {
    rows: sales.length,
    customer,
    customerLabels: customer.values,
    day: Int32Array.from(sales, (sale) => (typeof sale.day === 'string' ? day(sale.day) : sale.day)),
    amount: { units: Float64Array.from(sales, (sale) => sale.cents), scale: 2 },
    order: sales.some(({ order }) => order !== undefined) ? column(sales.map(({ order = '' }) => order)) : undefined,
    others: [
      { name: 'Region', role: 'region', column: column(sales.map((sale) => sale.region ?? 'x')) },
      { name: 'Reason', role: 'reason', column: column(sales.map((sale) => sale.reason ?? '')) },
      { name: '备注', role: undefined, column: column(sales.map((sale) => sale.note ?? '')) },
      { name: 'Profit', role: 'profit', column: column(sales.map(({ profit }) => inCents(profit))) },
    ],
  };
}

/** A column of these cells, as it would be read from a file. */
export function textColumn(texts: readonly string[]): TextColumn {
  const builder = new DictionaryBuilder();
  texts.forEach((text) => builder.add(text));
  return builder.finish();
}

function inCents(cents: number | undefined): string {
  return cents === undefined ? '' : (cents / 100).toFixed(2);
}
