import type * as danfo from 'danfojs';
import type { ResultTable, Value, ValueType } from '@/src/domain/analysis/result';
import type { FrameCell, FrameMeasure } from '@/src/domain/notebook/notebook';

/** danfojs keeps frames of this size without trouble; larger ones are cut, and the table says how many rows it used. */
const MOST_ROWS = 20_000;

type Frames = Pick<typeof danfo, 'DataFrame'>;

/**
 * Groups the rows of a table by one column and describes another, in floating point: for looking at, not for the books.
 * One row a group, in the order groups first appear.
 */
export function describeGroups({ DataFrame }: Frames, table: ResultTable, cell: FrameCell): ResultTable {
  const [group, column] = [table.columns.indexOf(cell.group), table.columns.indexOf(cell.column)];
  const rows = table.rows.slice(0, MOST_ROWS).filter((row) => row[column] !== null);
  const frame = new DataFrame({
    group: rows.map((row) => String(row[group])),
    value: rows.map((row) => Number(row[column])),
  });
  const names = [...new Set(rows.map((row) => String(row[group])))];
  const measured = cell.measures.map((measure) => measureOf(frame, measure));
  const type = table.types[column] ?? 'number';
  return {
    columns: [cell.group, ...cell.measures],
    types: [
      table.types[group] ?? 'text',
      ...cell.measures.map((measure): ValueType => (measure === 'count' ? 'count' : type)),
    ],
    rows: names.map((name) => [name, ...measured.map((values): Value => asValue(values.get(name), type))]),
  };
}

/** Group → value of one measure. danfojs names the result column after the measure. */
function measureOf(frame: danfo.DataFrame, measure: FrameMeasure): Map<string, number> {
  const described = frame.groupby(['group']).agg({ value: measure });
  // Safe: two columns come back, the group and the measure.
  const rows = described.values as unknown as readonly (readonly [string, number])[];
  return new Map(rows.map(([name, value]) => [String(name), Number(value)]));
}

function asValue(value: number | undefined, type: ValueType): Value {
  if (value === undefined || !Number.isFinite(value)) return null;
  return type === 'money' && !Number.isInteger(value) ? value.toFixed(2) : type === 'money' ? String(value) : value;
}
