import { describe, expect, it } from 'vitest';
import { amountChoices } from '@/src/domain/tabular/roles/amount-choices';
import { recogniseColumns } from '@/src/domain/tabular/roles/recognise-columns';

/** Columns written as `name: first value | second value`. */
function choicesOf(...columns: readonly string[]): string[] {
  const samples = columns.map((text) => {
    const [name = '', values = ''] = text.split(': ');
    return { name, values: values.split(' | ') };
  });
  const { likeAmounts, roles } = recogniseColumns(samples);
  return amountChoices(likeAmounts, roles).map((place) => samples[place]?.name ?? '');
}

const REST = ['客户名称: 青禾岭泵业 | 渡口书屋', '日期: 2026-01-05 | 2026-02-05'];

describe('columns that could be the amount', () => {
  it.each<[string, string[], string[]]>([
    ['ordered and received', ['合同金额: 120.50 | 80', '回款金额: 60 | 80'], ['合同金额', '回款金额']],
    ['with and without tax', ['含税金额: 113 | 226', '不含税金额: 100 | 200'], ['含税金额', '不含税金额']],
    ['one alone is no choice', ['销售额: 100 | 200'], []],
    ['no amount and no column like one', ['备注: 好 | 急'], []],
    [
      'a quantity, a price and a tax are none',
      ['金额: 113 | 226', '数量: 1 | 2', '单价: 113 | 113', '税额: 13 | 26'],
      [],
    ],
    ['a text with the name of one is none', ['销售额: 100 | 200', '合同金额: 见附件 | 另议'], []],
  ])('%s', (_, columns, expected) => {
    expect(choicesOf(...REST, ...columns)).toEqual(expected);
  });
});
