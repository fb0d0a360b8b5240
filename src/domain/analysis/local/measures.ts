import { floatAt, intAt } from '@/src/kernel/typed';
import { must } from '@/src/kernel/assert';
import { cellText, TextColumn, type Column } from '../../tabular/columns/column';
import type { AmountColumn } from '../../tabular/orders/orders';
import { exactly, rowNumbers } from '../../tabular/orders/row-numbers';
import type { Role } from '../../tabular/roles/roles';
import { parseDate } from '../../tabular/values/date-form';
import { decideDates } from '../../tabular/values/decide-dates';
import { MEASURES, type Measure } from '../aggregate-source';
import type { SaleColumns } from './sale-columns';

/** Values of a measure by row, each `units × 10^-scale` and a safe integer; NaN where a row has none. */
export type MeasureColumn = AmountColumn;

/** The roles from which a measure is made: all of one of the lists have to be there. */
const MADE_FROM: Readonly<Record<Measure, readonly (readonly Role[])[]>> = {
  amount: [[]],
  profit: [['profit'], ['cost']],
  cost: [['cost']],
  quantity: [['quantity']],
  listAmount: [['quantity', 'unitPrice']],
  paymentDays: [['paidDate']],
};

/** What these columns can add up, in the order of `MEASURES`. */
export function measuresOf({ others }: SaleColumns): Measure[] {
  const roles = new Set(others.map(({ role }) => role));
  return MEASURES.filter((measure) => MADE_FROM[measure].some((needed) => needed.every((role) => roles.has(role))));
}

/** @param measure one of `measuresOf(columns)`. */
export async function measureColumn(columns: SaleColumns, measure: Measure): Promise<MeasureColumn> {
  const numbers = async (role: Role): Promise<MeasureColumn> => {
    const { name, column } = await columnOf(columns, role);
    const { units, scale } = rowNumbers(column, name);
    return { units: units.map((own) => (Number.isFinite(own) ? own : Number.NaN)), scale };
  };
  const hasProfit = columns.others.some(({ role }) => role === 'profit');
  if (measure === 'amount') return columns.amount;
  if (measure === 'profit' && !hasProfit) return difference(columns.amount, await numbers('cost'));
  if (measure === 'listAmount') return product(await numbers('quantity'), await numbers('unitPrice'));
  if (measure === 'paymentDays') return daysUntil(columns.day, (await columnOf(columns, 'paidDate')).column);
  return numbers(measure);
}

async function columnOf(columns: SaleColumns, role: Role): Promise<{ name: string; column: Column }> {
  const position = columns.others.findIndex((other) => other.role === role);
  const { name } = must(columns.others[position], `the file has a ${role} column`);
  return { name, column: await columns.other(position) };
}

function difference(a: MeasureColumn, b: MeasureColumn): MeasureColumn {
  const scale = Math.max(a.scale, b.scale);
  const [timesA, timesB] = [10 ** (scale - a.scale), 10 ** (scale - b.scale)];
  return { units: a.units.map((own, row) => kept(own * timesA - floatAt(b.units, row) * timesB)), scale };
}

function product(a: MeasureColumn, b: MeasureColumn): MeasureColumn {
  return { units: a.units.map((own, row) => kept(own * floatAt(b.units, row))), scale: a.scale + b.scale };
}

/** What cannot be kept exactly has no value. */
function kept(units: number): number {
  return Number.isFinite(exactly(units)) ? units : Number.NaN;
}

function daysUntil(day: Int32Array, paid: Column): MeasureColumn {
  const texts = paid instanceof TextColumn ? paid.values : undefined;
  const reading = decideDates(texts ?? Array.from(day, (_, row) => cellText(paid, row)));
  const daysOfTexts = texts?.map((text) => parseDate(text, reading) ?? Number.NaN);
  const paidDay = (row: number): number =>
    paid instanceof TextColumn && daysOfTexts
      ? (daysOfTexts[intAt(paid.codes, row)] ?? Number.NaN)
      : (parseDate(cellText(paid, row), reading) ?? Number.NaN);
  return { units: Float64Array.from(day, (own, row) => paidDay(row) - own), scale: 0 };
}
