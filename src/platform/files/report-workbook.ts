import type { CellObject } from '@e965/xlsx';
import type { Sheet } from '@/src/app/ports/reports';
import type { Value, ValueType } from '@/src/domain/analysis/result';

const NAME = 31;
const CELL = 32_767;
/** More digits than a double keeps: such an amount stays text. */
const DIGITS = 15;

const FORMATS: Readonly<Partial<Record<ValueType, string>>> = {
  count: '#,##0',
  share: '0.0%',
  ratio: '0.0000',
  number: '#,##0.####',
  days: '#,##0.#',
};

/** Results as an XLSX file: numbers as numbers, shares as percentages, days as days, everything else as text. */
export async function writeReport(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import('@e965/xlsx');
  const workbook = utils.book_new();
  const taken = new Set<string>();
  for (const { name, headers, table } of sheets) {
    const cells = [
      headers.map((header): CellObject => ({ t: 's', v: header })),
      ...table.rows.map((row) => row.map((value, i) => cellOf(value, table.types[i] ?? 'text'))),
    ];
    const sheet = utils.aoa_to_sheet(cells);
    sheet['!cols'] = headers.map((header) => ({ wch: Math.max(10, Math.min(40, header.length + 4)) }));
    utils.book_append_sheet(workbook, sheet, sheetName(name, taken));
  }
  // Safe: `array` gives an ArrayBuffer.
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** At most 31 signs without `: \ / ? * [ ]`, and no two alike. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[:\\/?*[\]]/g, ' ').trim() || 'Sheet';
  let name = plain.slice(0, NAME);
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, NAME - 1 - String(n).length)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

function cellOf(value: Value, type: ValueType): CellObject | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return { t: 'b', v: value };
  if (type === 'money' && typeof value === 'string') return moneyCell(value);
  if (type === 'day' && typeof value === 'string') return { t: 'n', v: serialOf(value), z: 'yyyy-mm-dd' };
  if (typeof value === 'number') return { t: 'n', v: value, ...(FORMATS[type] ? { z: FORMATS[type] } : {}) };
  return { t: 's', v: value.slice(0, CELL), z: '@' };
}

function moneyCell(amount: string): CellObject {
  const decimals = amount.split('.')[1]?.length ?? 0;
  if (amount.replace(/\D/g, '').length > DIGITS) return { t: 's', v: amount, z: '@' };
  return { t: 'n', v: Number(amount), z: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` };
}

/** Days since 1899-12-30, which is what workbooks count. */
function serialOf(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569;
}
