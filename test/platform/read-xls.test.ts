import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '@/src/domain/tabular/workbook/read-xlsx';
import { biffMarks } from '@/src/platform/files/biff-marks';
import { readXls } from '@/src/platform/files/read-xls';

function file(sheets: Readonly<Record<string, WorkSheet>>, bookType: 'biff8' | 'xlsx', date1904 = false): Uint8Array {
  const book = {
    SheetNames: Object.keys(sheets),
    Sheets: sheets,
    Workbook: { WBProps: { date1904 }, Sheets: hidden(sheets) },
  };
  // Safe: `array` gives an ArrayBuffer.
  return new Uint8Array(write(book, { type: 'array', bookType, bookSST: true }) as ArrayBuffer);
}

function hidden(sheets: Readonly<Record<string, WorkSheet>>) {
  return Object.keys(sheets).map((name) => ({ name, Hidden: name === 'h' ? (1 as const) : (0 as const) }));
}

/** Records of a stream: number and length of each, with its bytes. */
function stream(...records: readonly (readonly [number, readonly number[]])[]): Uint8Array {
  return new Uint8Array(records.flatMap(([id, data]) => [id & 255, id >> 8, data.length, 0, ...data]));
}

describe('readXls', () => {
  const sheet = utils.aoa_to_sheet([
    ['订单号', '日期', '时间', '金额', '折扣', '编号'],
    [
      'SO-1',
      { t: 'n', v: 45296, z: 'yyyy-mm-dd' },
      { t: 'n', v: 45296.5555555556, z: 'yyyy/m/d h:mm' },
      { t: 'n', v: -1234.5, z: '"¥"#,##0.00' },
      { t: 'n', v: 0.125, z: '0.00%' },
      { t: 'n', v: 123, z: '00000' },
    ],
    [
      'SO-2',
      { t: 'n', v: 60, z: 'm/d/yy' },
      { t: 'n', v: 0.25, z: 'h:mm' },
      { t: 'n', v: 0.1 + 0.2 },
      true,
      { t: 'e', v: 42 },
    ],
    [{ t: 'n', v: 123456789012345680 }],
  ]);
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  const sheets = { 订单: sheet, h: utils.aoa_to_sheet([['x']]) };

  it('gives what readXlsx gives of the same workbook', async () => {
    const xls = await readXls(file(sheets, 'biff8'));

    expect(xls).toEqual(await readXlsx(file(sheets, 'xlsx')));
    expect(xls.ok && xls.value).toEqual([
      {
        name: '订单',
        hidden: false,
        isPivot: false,
        rows: [
          ['订单号', '日期', '时间', '金额', '折扣', '编号'],
          ['SO-1', '2024-01-05', '2024-01-05 13:20:00', '-¥1234.5', '12.5%', '00123'],
          ['SO-2', '1900-02-29', '06:00:00', '0.3', 'TRUE'],
          ['1.23457E+17'],
        ],
        merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
        hiddenRows: 0,
        filteredRows: 0,
      },
      { name: 'h', hidden: true, isPivot: false, rows: [['x']], merges: [], hiddenRows: 0, filteredRows: 0 },
    ]);
  });

  it('refuses what is damaged or too large', async () => {
    const bytes = file(sheets, 'biff8');

    expect(await readXls(bytes.slice(0, 600))).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await readXls(bytes, { rows: 3, columns: 99, cells: 99 })).toMatchObject({ error: { code: 'too-large' } });
  });
});

describe('biffMarks', () => {
  it('finds pivot tables and filters in the sheet they belong to, and not in the charts within', () => {
    const head = 3 * 12 + 8;
    const sheets = [
      stream([0x809, [6]], [0x9b, []], [0x0a, []]),
      stream([0x809, [6]], [0x809, [6]], [0xb0, [1]], [0x0a, []], [0x0a, []]),
      stream([0x809, [6]], [0xb0, [1]], [0x0a, []]),
    ];
    const starts = sheets.map((_, i) => head + 1 + sheets.slice(0, i).reduce((sum, { length }) => sum + length, 0));
    const listed = starts.map((start) => [0x85, [start, 0, 0, 0, 0, 0, 1, 65]] as const);
    const bytes = stream([0x809, [6]], ...listed, [0x0a, []]);
    const whole = new Uint8Array([...bytes, ...sheets.flatMap((sheet) => [...sheet])]);

    expect(bytes.length).toBe(head + 1);
    expect(biffMarks(whole)).toEqual([
      { isPivot: false, isFiltered: true },
      { isPivot: false, isFiltered: false },
      { isPivot: true, isFiltered: false },
    ]);
    expect(biffMarks(new Uint8Array(0))).toEqual([]);
    expect(biffMarks(whole.slice(0, 30)).length).toBeLessThan(3);
  });
});
