import { describe, expect, it } from 'vitest';
import { customerTexts, textColumns } from '@/src/domain/analysis/customer-texts';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { ordersOf } from '@/test/support/tabular';

describe('columns that say who a customer is', () => {
  it.each([
    ['E-Mail', 'emails'],
    ['客户邮箱', 'emails'],
    ['Website', 'websites'],
    ['官网', 'websites'],
    ['统一社会信用代码', 'codes'],
    ['VAT number', 'codes'],
    ['Customer No', 'codes'],
    ['Remark', undefined],
    ['Mail', 'emails'],
    ['Mailing list', undefined],
  ])('%s: %s', (name, sort) => {
    const found = textColumns([{ name, role: null }]);

    expect(Object.entries(found).flatMap(([key, names]) => (names.length > 0 ? [key] : []))).toEqual(
      sort ? [sort] : [],
    );
  });

  it('are those of a recognised role first, none that has another role, and two of a sort', () => {
    const columns = [
      { name: 'VAT number', role: null },
      { name: 'Web shop', role: 'channel' },
      { name: 'Kunde', role: 'customerId' },
      { name: 'LEI', role: null },
    ];

    expect(textColumns(columns)).toEqual({ emails: [], websites: [], codes: ['Kunde', 'VAT number'] });
  });
});

it('gives of each customer the latest text that is not blank, also of one that only returned goods', async () => {
  const text = [
    'Id,Name,Date,Amount,Website,E-mail',
    'K1,Quill,2024-01-01,10,quill.com,a@quill.com',
    'K1,Quill Ltd,2024-03-01,10,,b@quill.com',
    'K2,Oxbow,2024-02-01,-5,oxbow.example,',
  ].join('\n');
  const { orders } = await ordersOf(text, ['customerId', 'customer', 'date', 'amount', undefined, undefined]);
  const columns = { emails: ['E-mail'], websites: ['Website', 'not there'], codes: [] };
  const texts = await customerTexts(LocalSource.of(orders), columns);

  expect(texts.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
    { key: 'K1', label: 'Quill', emails: ['b@quill.com'], websites: ['quill.com'], codes: [] },
    { key: 'K2', label: 'Oxbow', emails: [], websites: ['oxbow.example'], codes: [] },
  ]);
});
