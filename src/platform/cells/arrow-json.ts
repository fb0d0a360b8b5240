import { DataType, MapRow, StructRow, Vector } from 'apache-arrow';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';

const DAY_MS = 86_400_000;

/**
 * A list, a structure or a map as JSON text. Decimals are texts, as are whole numbers beyond those that JSON is read with
 * everywhere: exact. Days are ISO texts, keys of maps are texts.
 */
export function asJson(type: DataType, value: unknown): string {
  return JSON.stringify(plain(type, value)) ?? 'null';
}

function plain(type: DataType | undefined, value: unknown): unknown {
  if (value === null || value === undefined || !type) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (DataType.isDecimal(type)) return formatDecimal({ units: BigInt(String(value)), scale: type.scale });
  if (DataType.isDate(type)) return formatDay(Math.round(Number(value) / DAY_MS));
  if (value instanceof Vector) return Array.from(value, (item: unknown) => plain(type.children[0]?.type, item));
  if (value instanceof StructRow) return keyed(value, (place) => type.children[place]?.type);
  if (value instanceof MapRow) return keyed(value, () => valueTypeOf(type));
  return typeof value === 'object' ? String(value) : value;
}

/** Without a prototype: any key is a key of its own. */
function keyed(row: Iterable<[unknown, unknown]>, typeAt: (place: number) => DataType | undefined): object {
  const entries: Record<string, unknown> = { __proto__: null };
  let place = 0;
  for (const [key, value] of row) entries[String(key)] = plain(typeAt(place++), value);
  return entries;
}

/** A map is a list of structures of a key and a value. */
function valueTypeOf(type: DataType): DataType | undefined {
  const entry: unknown = type.children[0]?.type;
  const value: unknown = entry instanceof DataType ? entry.children[1]?.type : undefined;
  return value instanceof DataType ? value : undefined;
}
