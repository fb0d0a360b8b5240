import { describe, expect, it } from 'vitest';
import type { Suggestion } from '@/src/domain/enrich/provider';
import { settleSite } from '@/src/domain/enrich/site/site-wide';
import type { CompanyFields } from '@/src/domain/parties/company.kind';

const filed = (name: string): CompanyFields => ({
  name: { value: name, raw: name, confidence: 1, sources: [], status: 'typed' },
});
const found = (field: Suggestion['field'], value: string, page = '/', before = ''): Suggestion => ({
  field,
  value,
  raw: value,
  confidence: 0.9,
  provider: 'own-site',
  role: 'contact',
  sources: [
    { kind: 'text', url: `https://www.quill.co.uk${page}`, snippet: `${before}${value}`, at: '', extractor: '' },
  ],
});
const sure = (list: readonly Suggestion[], name = 'Quill'): string[] =>
  settleSite(list, filed(name))
    .filter(({ confidence }) => confidence >= 0.85)
    .map(({ field, value }) => `${field} ${value}`);

describe('what the pages of a site say together', () => {
  it.each([
    [
      'that has the name on file in it',
      '悦笙',
      [found('name', '深圳市悦笙电子有限公司')],
      ['legalName 深圳市悦笙电子有限公司'],
    ],
    [
      'on two pages',
      'QTC',
      [found('name', 'Quill Ltd.', '/a'), found('name', 'Quill Ltd.', '/b')],
      ['legalName Quill Ltd.'],
    ],
    ['on one page, of another name', 'QTC', [found('name', 'Quill Ltd')], []],
    ['without a legal form', 'Quill', [found('name', 'Quill Tools')], []],
    [
      'beside a legal name that is stated',
      'Quill',
      [found('name', 'Quill AG'), found('legalName', 'Quill GmbH')],
      ['legalName Quill GmbH'],
    ],
  ])('is the registered name %s', (_, name, list, wanted) => {
    expect(sure(list, name).filter((one) => one.startsWith('legalName'))).toEqual(wanted);
  });

  it('doubts mailboxes of other domains only where the site has its own', () => {
    const stranger = found('emails', 'rose@amorypr.co.uk');
    const free = found('emails', 'quill@gmail.com');

    expect(sure([stranger, free])).toEqual(['emails rose@amorypr.co.uk', 'emails quill@gmail.com']);
    expect(sure([found('emails', 'info@quill.co.uk'), stranger, free])).toEqual([
      'emails info@quill.co.uk',
      'emails quill@gmail.com',
    ]);
  });

  it.each(['採用担当：人事部 佐伯 ', '招聘邮箱：', 'Careers: ', 'Bewerbungen an: '])(
    'doubts what is for applicants: %s',
    (before) => {
      expect(sure([found('emails', 'people@quill.co.uk', '/', before)])).toEqual([]);
      expect(sure([found('emails', 'people@quill.co.uk', '/', 'Sales: ')])).toEqual(['emails people@quill.co.uk']);
    },
  );
});
