import type { TextColumn } from '../columns/column';
import { parseDate, type DateReading } from '../values/date-form';
import type { Interpreted } from './interpret';
import type { FileReading } from './orders';
import type { SalesTable } from './sales-table';

/** Distinct dates that are looked at to know whether the order of day and month matters. */
const LOOKED_AT = 1000;

/** What was decided for the file as a whole. */
export function readingOf(sales: SalesTable, { dates, customer }: Interpreted): FileReading {
  const column = sales.text('date');
  const [id, name] = [sales.text('customerId'), sales.text('customer')];
  const by = id && name && [id.values, name.values].indexOf(customer.values);
  return {
    ...(column && isOrdered(column, dates) ? { dates: { order: dates.order, assumed: dates.assumed } } : {}),
    ...(by === undefined || by < 0 ? {} : { customersBy: by === 0 ? 'id' : 'name' }),
  };
}

/** Whether some date would be another day in the other order. Where values settle it both ways nothing is decided. */
function isOrdered({ values }: TextColumn, reading: DateReading): boolean {
  if (reading.conflict) return false;
  const other: DateReading = { ...reading, order: reading.order === 'day-first' ? 'month-first' : 'day-first' };
  return values.slice(0, LOOKED_AT).some((value) => parseDate(value, reading) !== parseDate(value, other));
}
