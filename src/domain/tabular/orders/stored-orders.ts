import { must } from '@/src/kernel/assert';
import { TextColumn, type Column, type NumberColumn } from '../columns/column';
import { isRole, type Role } from '../roles/roles';
import type { Orders, UnsoldLines } from './orders';

/** One stored piece of a dataset: typed numbers or bytes as they lie in memory, or a list of texts as JSON. */
export interface ColumnBytes {
  /** Within the dataset: `day`, `amount`, `customer.codes`, `customer.bytes`, `other.0.codes` … */
  readonly part: string;
  readonly media: 'i32' | 'f64' | 'u8' | 'json';
  readonly data: ArrayBuffer;
}

/** What is needed beside the bytes to have the columns again. Plain JSON, kept in the dataset's record. */
export interface StoredShape {
  readonly rows: number;
  readonly scale: number;
  readonly hasOrder: boolean;
  readonly others: readonly {
    readonly name: string;
    readonly role: string | null;
    /** Figures are stored as such, everything else as text. */
    readonly figures?: boolean;
  }[];
  /** Whether lines of orders that were not sold are kept beside. */
  readonly hasUnsold?: boolean;
}

export function ordersToBytes(orders: Orders): { shape: StoredShape; parts: ColumnBytes[] } {
  return {
    shape: {
      rows: orders.rows,
      scale: orders.amount.scale,
      hasOrder: orders.order !== undefined,
      others: orders.others.map(({ name, role, column }) => ({
        name,
        role: role ?? null,
        ...(column instanceof TextColumn ? {} : { figures: true }),
      })),
      ...(orders.unsold ? { hasUnsold: true } : {}),
    },
    parts: [
      ...partsOf('customer', orders.customer),
      { part: 'customer.labels', media: 'json', data: jsonBytes(orders.customerLabels) },
      { part: 'day', media: 'i32', data: copyOf(orders.day) },
      { part: 'amount', media: 'f64', data: copyOf(orders.amount.units) },
      ...(orders.order ? partsOf('order', orders.order) : []),
      ...orders.others.flatMap(({ column }, i) => partsOf(`other.${i}`, column)),
      ...(orders.unsold ? unsoldParts(orders.unsold) : []),
    ],
  };
}

function unsoldParts({ order, customer, day }: UnsoldLines): ColumnBytes[] {
  return [
    ...partsOf('unsold.order', order),
    ...partsOf('unsold.customer', customer),
    { part: 'unsold.day', media: 'i32', data: copyOf(day) },
  ];
}

function partsOf(part: string, column: Column): ColumnBytes[] {
  if (!(column instanceof TextColumn))
    return [
      { part: `${part}.units`, media: 'f64', data: copyOf(column.units) },
      { part: `${part}.decimals`, media: 'u8', data: copyOf(column.decimals) },
      { part: `${part}.others`, media: 'json', data: jsonBytes(column.others) },
    ];
  const { bytes, ends } = column.bytes();
  return [
    { part: `${part}.codes`, media: 'i32', data: copyOf(column.codes) },
    { part: `${part}.bytes`, media: 'u8', data: copyOf(bytes) },
    { part: `${part}.ends`, media: 'i32', data: copyOf(ends) },
  ];
}

/** @param bytesOf the bytes of a part; every part named by the shape must be there. */
export function ordersFromBytes(shape: StoredShape, bytesOf: BytesOf): Orders {
  const { bytes, texts, text } = readersOf(bytesOf);
  return {
    rows: shape.rows,
    customer: text('customer'),
    customerLabels: texts('customer.labels'),
    day: new Int32Array(bytes('day')),
    amount: { units: new Float64Array(bytes('amount')), scale: shape.scale },
    order: shape.hasOrder ? text('order') : undefined,
    others: shape.others.map((_, i) => otherFromBytes(shape, i, bytesOf)),
    unsold: shape.hasUnsold
      ? {
          order: text('unsold.order'),
          customer: text('unsold.customer'),
          day: new Int32Array(bytes('unsold.day')),
        }
      : undefined,
  };
}

/** One of the other columns by itself. @param bytesOf needs to know no other part. */
export function otherFromBytes(shape: StoredShape, position: number, bytesOf: BytesOf): Orders['others'][number] {
  const { name, role, figures: isFigures } = must(shape.others[position], `stored column ${position}`);
  const { text, figures } = readersOf(bytesOf);
  const part = `other.${position}`;
  return { name, role: roleOf(role), column: isFigures ? figures(part) : text(part) };
}

/** The order ids by themselves, of a file that has them. */
export function orderFromBytes(bytesOf: BytesOf): TextColumn {
  return readersOf(bytesOf).text('order');
}

function roleOf(role: string | null): Role | undefined {
  return role !== null && isRole(role) ? role : undefined;
}

type BytesOf = (part: string) => ArrayBuffer | undefined;

interface PartReaders {
  readonly bytes: (part: string) => ArrayBuffer;
  readonly texts: (part: string) => string[];
  readonly text: (part: string) => TextColumn;
  readonly figures: (part: string) => NumberColumn;
}

function readersOf(bytesOf: BytesOf): PartReaders {
  const bytes = (part: string): ArrayBuffer => must(bytesOf(part), `stored part ${part}`);
  const texts = (part: string): string[] => {
    // Safe: written by jsonBytes and checked against its digest when read.
    return JSON.parse(new TextDecoder().decode(bytes(part))) as string[];
  };
  const text = (part: string): TextColumn => {
    const codes = new Int32Array(bytes(`${part}.codes`));
    // Datasets of the first versions have their texts as JSON.
    if (bytesOf(`${part}.values`)) return new TextColumn(codes, texts(`${part}.values`));
    return new TextColumn(codes, {
      bytes: new Uint8Array(bytes(`${part}.bytes`)),
      ends: new Int32Array(bytes(`${part}.ends`)),
      encoding: 'utf-8',
    });
  };
  const figures = (part: string): NumberColumn => ({
    units: new Float64Array(bytes(`${part}.units`)),
    decimals: new Uint8Array(bytes(`${part}.decimals`)),
    others: texts(`${part}.others`),
  });
  return { bytes, texts, text, figures };
}

/** A buffer of its own: the array may be a view of a larger one. */
function copyOf(array: { slice(): { readonly buffer: ArrayBuffer } }): ArrayBuffer {
  return array.slice().buffer;
}

function jsonBytes(texts: readonly string[]): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify(texts)).buffer;
}
