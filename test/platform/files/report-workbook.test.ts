import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { table } from '@/src/domain/analysis/result';
import { writeReport } from '@/src/platform/files/report-workbook';

const RESULT = table({ name: 'text', value: 'money', share: 'share', when: 'day', count: 'count', isNew: 'flag' }, [
  ['=1+1', '1234.50', 0.25, '2024-02-29', 3, true],
  ['甲', '12345678901234567.89', null, '1999-12-31', 0, false],
]);

describe('results as a workbook', () => {
  it('have numbers as numbers, days as days, and text as text', async () => {
    const sheet = await sheetOf('Top');

    expect(sheet['A2']).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet['A2'].f).toBeUndefined();
    expect(sheet['B2']).toMatchObject({ t: 'n', v: 1234.5, w: '1,234.50' });
    expect(sheet['C2']).toMatchObject({ t: 'n', v: 0.25, w: '25.0%' });
    expect(sheet['D2']).toMatchObject({ t: 'n', w: '2024-02-29' });
    expect(sheet['E2']).toMatchObject({ t: 'n', v: 3 });
    expect(sheet['F2']).toMatchObject({ t: 'b', v: true });
    expect(sheet['C3']).toBeUndefined();
    expect(sheet['D3']).toMatchObject({ w: '1999-12-31' });
  });

  it('keep every digit of an amount that no number holds', async () => {
    expect((await sheetOf('Top'))['B3']).toMatchObject({ t: 's', v: '12345678901234567.89' });
  });

  it('name sheets as workbooks can', async () => {
    const long = 'Customers by [class] / and more than thirty-one signs';
    const names = ['a:b', 'A?B', long, long, ''];
    const bytes = await writeReport(names.map((name) => ({ name, headers: ['x'], table: table({ x: 'text' }, []) })));

    expect(read(bytes).SheetNames).toEqual([
      'a b',
      'A B 2',
      'Customers by  class    and more',
      'Customers by  class    and mo 2',
      'Sheet',
    ]);
  });
});

async function sheetOf(name: string) {
  const bytes = await writeReport([{ name, headers: RESULT.columns, table: RESULT }]);
  const sheet = read(bytes, { cellNF: true, cellText: true }).Sheets[name] ?? {};
  expect(utils.decode_range(sheet['!ref'] ?? '')).toMatchObject({ e: { c: 5, r: 2 } });
  return sheet;
}
