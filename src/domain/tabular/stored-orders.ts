import { must } from '@/src/kernel/assert';
import type { TextColumn } from './dictionary';
import type { Orders } from './orders';
import { isRole, type Role } from './roles';

/** One stored piece of a dataset: typed numbers as they lie in memory, or a list of texts as JSON. */
export interface ColumnBytes {
  /** Within the dataset: `day`, `amount`, `customer.codes`, `customer.values`, `other.0.codes` … */
  readonly part: string;
  readonly media: 'i32' | 'f64' | 'json';
  readonly data: ArrayBuffer;
}

/** What is needed beside the bytes to have the columns again. Plain JSON, kept in the dataset's record. */
export interface StoredShape {
  readonly rows: number;
  readonly scale: number;
  readonly hasOrder: boolean;
  readonly others: readonly { readonly name: string; readonly role: string | null }[];
}

export function ordersToBytes(orders: Orders): { shape: StoredShape; parts: ColumnBytes[] } {
  const text = (part: string, column: TextColumn): ColumnBytes[] => [
    { part: `${part}.codes`, media: 'i32', data: column.codes.slice().buffer },
    { part: `${part}.values`, media: 'json', data: jsonBytes(column.values) },
  ];
  return {
    shape: {
      rows: orders.rows,
      scale: orders.amount.scale,
      hasOrder: orders.order !== undefined,
      others: orders.others.map(({ name, role }) => ({ name, role: role ?? null })),
    },
    parts: [
      ...text('customer', orders.customer),
      { part: 'customer.labels', media: 'json', data: jsonBytes(orders.customerLabels) },
      { part: 'day', media: 'i32', data: orders.day.slice().buffer },
      { part: 'amount', media: 'f64', data: orders.amount.units.slice().buffer },
      ...(orders.order ? text('order', orders.order) : []),
      ...orders.others.flatMap(({ column }, i) => text(`other.${i}`, column)),
    ],
  };
}

/** @param bytesOf the bytes of a part; every part named by the shape must be there. */
export function ordersFromBytes(shape: StoredShape, bytesOf: (part: string) => ArrayBuffer | undefined): Orders {
  const bytes = (part: string): ArrayBuffer => must(bytesOf(part), `stored part ${part}`);
  const texts = (part: string): string[] => {
    // Safe: written by jsonBytes and checked against its digest when read.
    return JSON.parse(new TextDecoder().decode(bytes(part))) as string[];
  };
  const text = (part: string): TextColumn => ({
    codes: new Int32Array(bytes(`${part}.codes`)),
    values: texts(`${part}.values`),
  });
  const roleOf = (role: string | null): Role | undefined => (role !== null && isRole(role) ? role : undefined);
  return {
    rows: shape.rows,
    customer: text('customer'),
    customerLabels: texts('customer.labels'),
    day: new Int32Array(bytes('day')),
    amount: { units: new Float64Array(bytes('amount')), scale: shape.scale },
    order: shape.hasOrder ? text('order') : undefined,
    others: shape.others.map(({ name, role }, i) => ({ name, role: roleOf(role), column: text(`other.${i}`) })),
  };
}

function jsonBytes(texts: readonly string[]): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify(texts)).buffer;
}
