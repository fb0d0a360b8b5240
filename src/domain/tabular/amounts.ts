import { at } from '@/src/kernel/assert';
import type { TextColumn } from './dictionary';
import type { Role } from './roles';
import { decideNumbers } from './values/decide-numbers';
import { MAX_SCALE } from './values/exact-number';
import { parseNumber } from './values/number-form';

/** The amount of each row: NaN where it cannot be read, infinite where it cannot be kept exactly. */
export interface Amounts {
  readonly units: Float64Array<ArrayBuffer>;
  readonly scale: number;
  /** Whether digits beyond the sixth decimal were rounded away. */
  readonly rounded: boolean;
  /** Quantity times unit price, because the file has no amount. */
  readonly computed: boolean;
}

interface NumberColumn {
  readonly codes: Int32Array;
  /** By code, at one scale. */
  readonly units: Float64Array;
  readonly scale: number;
  readonly rounded: boolean;
}

const LIMIT = Number.MAX_SAFE_INTEGER;

/** The amount where the file has one, less its refund column; else quantity times unit price. Exact. */
export function amountsOf(columnOf: (role: Role) => TextColumn | undefined, rows: number): Amounts {
  const amount = columnOf('amount');
  const refund = columnOf('refund');
  if (amount) {
    const given = readNumbers(amount);
    return refund ? combine(given, readNumbers(refund), rows, lessRefund) : byRow(given, rows);
  }
  const quantity = readNumbers(columnOf('quantity') ?? EMPTY);
  const price = readNumbers(columnOf('unitPrice') ?? EMPTY);
  return { ...combine(quantity, price, rows, product), computed: true };
}

const EMPTY: TextColumn = { codes: new Int32Array(0), values: [] };

/** Reads each distinct value once and brings all to the scale of the finest. */
function readNumbers({ codes, values }: TextColumn): NumberColumn {
  const reading = decideNumbers(values);
  const parsed = values.map((value) => parseNumber(value, reading));
  const scale = parsed.reduce((most, one) => Math.max(most, one?.scale ?? 0), 0);
  const units = Float64Array.from(parsed, (one) => (one ? exactly(one.units * 10 ** (scale - one.scale)) : Number.NaN));
  return { codes, units, scale, rounded: parsed.some((one) => one?.rounded) };
}

function exactly(units: number): number {
  return Math.abs(units) <= LIMIT ? units : Number.POSITIVE_INFINITY;
}

function byRow({ codes, units, scale, rounded }: NumberColumn, rows: number): Amounts {
  const all = new Float64Array(rows);
  for (let row = 0; row < rows; row++) all[row] = at(units, at(codes, row));
  return { units: all, scale, rounded, computed: false };
}

interface Rule {
  scale(a: number, b: number): number;
  units(a: number, b: number, scales: { readonly a: number; readonly b: number }): number;
}

const product: Rule = { scale: (a, b) => a + b, units: (a, b) => a * b };

/** Files write refunds with or without a minus; an unreadable refund cell is no refund. */
const lessRefund: Rule = {
  scale: Math.max,
  units: (a, b, scales) => {
    const common = Math.max(scales.a, scales.b);
    return a * 10 ** (common - scales.a) - (Number.isNaN(b) ? 0 : Math.abs(b) * 10 ** (common - scales.b));
  },
};

function combine(a: NumberColumn, b: NumberColumn, rows: number, rule: Rule): Amounts {
  const scales = { a: a.scale, b: b.scale };
  const units = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    units[row] = exactly(rule.units(at(a.units, at(a.codes, row)), at(b.units, at(b.codes, row)), scales));
    if (Number.isNaN(at(a.units, at(a.codes, row)))) units[row] = Number.NaN;
  }
  return {
    units,
    scale: Math.min(rule.scale(a.scale, b.scale), MAX_SCALE * 2),
    rounded: a.rounded || b.rounded,
    computed: false,
  };
}
