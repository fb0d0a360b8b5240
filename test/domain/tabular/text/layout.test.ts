import { describe, expect, it } from 'vitest';
import { isHeaderWord } from '@/src/domain/tabular/roles/header-word';
import { findLayout, type Layout } from '@/src/domain/tabular/text/layout';

const layoutOf = (text: string, given?: number): Layout =>
  findLayout(
    text.split('\n').map((row, i) => ({ cells: row.split(','), line: i + 1 })),
    isHeaderWord,
    given,
  );

describe('findLayout', () => {
  it.each<[name: string, text: string, layout: Layout]>([
    [
      'a header',
      '客户,日期,金额\n甲,2024-01-05,1',
      { skip: 1, headerRow: 1, names: ['客户', '日期', '金额'], trims: false, trails: false },
    ],
    [
      'a title, a note and a blank line above it',
      '2024年销售明细\n导出时间：2024-03-01,\n\n客户,日期,金额\n甲,2024-01-05,1\n乙,2024-01-06,2',
      { skip: 3, headerRow: 4, names: ['客户', '日期', '金额'], trims: false, trails: false },
    ],
    [
      'a line that names the delimiter',
      'sep=,\nCustomer,Amount\nA,1',
      { skip: 2, headerRow: 2, names: ['Customer', 'Amount'], trims: false, trails: false },
    ],
    [
      'no header',
      '甲,2024-01-05,1\n乙,2024-01-06,2',
      { skip: 0, headerRow: 0, names: ['#1', '#2', '#3'], trims: false, trails: false },
    ],
    [
      'unknown words above figures',
      'Wer,Wann,Wieviel\nMeier,2024-01-05,1\nKurz,2024-01-06,2',
      { skip: 1, headerRow: 1, names: ['Wer', 'Wann', 'Wieviel'], trims: false, trails: false },
    ],
    [
      'names said again in another language',
      '客户,日期,金额,备注\nCustomer,Date,Amount,\n甲,2024-01-05,1,a\n乙,2024-01-06,2,b',
      { skip: 2, headerRow: 2, names: ['Customer', 'Date', 'Amount', '备注'], trims: false, trails: false },
    ],
    [
      'groups of columns above the names',
      '客户信息,,订单,\n客户,地区,日期,金额\n甲,东,2024-01-05,1\n乙,西,2024-01-06,2',
      { skip: 2, headerRow: 2, names: ['客户', '地区', '日期', '金额'], trims: false, trails: false },
    ],
    [
      'names in two rows',
      '客户,日期,金额,\n,,含税,未税\n甲,2024-01-05,113,100\n乙,2024-01-06,226,200',
      { skip: 2, headerRow: 2, names: ['客户', '日期', '含税', '未税'], trims: false, trails: false },
    ],
    [
      'rows without the blank cells at their ends',
      'Customer,Date,Amount,Note\nA,2024-01-05,1\nB,2024-01-06,2,x\nC,2024-01-07,3',
      { skip: 1, headerRow: 1, names: ['Customer', 'Date', 'Amount', 'Note'], trims: true, trails: false },
    ],
    ['nothing', '', { skip: 0, headerRow: 0, names: [], trims: false, trails: false }],
  ])('finds %s', (_, text, layout) => {
    expect(layoutOf(text)).toEqual(layout);
  });

  it('takes the line that the user names', () => {
    const text = 'A,B\nCustomer,Amount\nX,1';

    expect(layoutOf(text, 1)).toMatchObject({ skip: 1, headerRow: 1, names: ['A', 'B'] });
    expect(layoutOf(text, 0)).toMatchObject({ skip: 0, headerRow: 0, names: ['#1', '#2'] });
  });
});
