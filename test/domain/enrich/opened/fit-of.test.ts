import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOf } from '@/src/domain/enrich/opened/fit-of';
import { runs } from '@/test/support/runs';

type Fields = Readonly<Record<string, readonly string[]>>;
const values = (fields: Fields) => (field: string) => fields[field] ?? [];

const USCC = '91440306MA5H3R9L0N';
const OTHER_USCC = '91320506MA1N7K2Q8Y';

describe('whether a page is about the company that was looked up', () => {
  it.each<[string, Fields, Fields, string]>([
    [
      'the same code, whatever the names',
      { name: ['Lanzhou'], registrationIds: [USCC] },
      { name: ['深圳市澜舟精密科技有限公司'], registrationIds: [USCC] },
      'fits',
    ],
    [
      'another code, whatever the names',
      { name: ['澜舟精密'], registrationIds: [OTHER_USCC] },
      { name: ['澜舟精密'], registrationIds: [USCC] },
      'other-number',
    ],
    [
      'a code with a typing error says nothing',
      { name: ['澜舟精密'], registrationIds: ['91440306MA5H3R9L0M'] },
      { name: ['澜舟精密'], registrationIds: [USCC] },
      'fits',
    ],
    [
      'one of several codes',
      { name: ['甲'], registrationIds: ['DE136695976', USCC] },
      { name: ['乙'], registrationIds: [USCC] },
      'fits',
    ],
    [
      'numbers of two registers',
      { name: ['澜舟精密'], registrationIds: ['DE136695976'] },
      { name: ['澜舟精密'], registrationIds: [USCC] },
      'fits',
    ],
    [
      'the same number of one court',
      { name: ['A'], registrationIds: ['Amtsgericht Stuttgart HRB 771234'] },
      { name: ['B'], registrationIds: ['HRB-Nr. 771234 (AG Stuttgart)'] },
      'fits',
    ],
    [
      'the same number of two courts',
      { name: ['Kranich GmbH'], registrationIds: ['Amtsgericht Ulm HRB 771234'] },
      { name: ['Kranich GmbH'], registrationIds: ['Amtsgericht Stuttgart HRB 771234'] },
      'other-number',
    ],
    [
      'another number of one court',
      { name: ['Kranich GmbH'], registrationIds: ['HRB 771235'] },
      { name: ['Kranich GmbH'], registrationIds: ['Amtsgericht Stuttgart HRB 771234'] },
      'other-number',
    ],
    [
      'the two lists of a court',
      { name: ['Kranich KG'], registrationIds: ['HRA 1234'] },
      { name: ['Kranich KG'], registrationIds: ['HRB 1234'] },
      'other-number',
    ],
    [
      'another Taiwanese number',
      { name: ['青禾嶺'], registrationIds: ['54120045'] },
      { name: ['青禾嶺'], registrationIds: ['54120039'] },
      'other-number',
    ],
    [
      'the same name',
      { name: ['深圳市澜舟精密科技有限公司'] },
      { name: ['深圳市澜舟精密科技有限公司'], registrationIds: [USCC] },
      'fits',
    ],
    ['the name without place and form', { name: ['澜舟精密科技'] }, { name: ['深圳市澜舟精密科技有限公司'] }, 'fits'],
    [
      'the name in traditional characters',
      { name: ['瀾舟精密科技'] },
      { name: ['深圳市澜舟精密科技有限公司'] },
      'fits',
    ],
    [
      'the registered name, where the name is a brand',
      { name: ['Lanzhou'], legalName: ['深圳市澜舟精密科技有限公司'] },
      { name: ['深圳市澜舟精密科技有限公司'] },
      'fits',
    ],
    ['a short form', { name: ['澜舟科技'] }, { name: ['深圳市澜舟精密科技有限公司'] }, 'unsure'],
    ['a name in another script', { name: ['Lanzhou Precision'] }, { name: ['深圳市澜舟精密科技有限公司'] }, 'unsure'],
    ['a page without a name', { name: ['澜舟精密'] }, { registrationIds: [USCC] }, 'unsure'],
    [
      'a sister in another city',
      { name: ['上海澜舟精密科技有限公司'] },
      { name: ['深圳市澜舟精密科技有限公司'] },
      'other-name',
    ],
    [
      'a branch',
      { name: ['深圳市澜舟精密科技有限公司'] },
      { name: ['深圳市澜舟精密科技有限公司东莞分公司'] },
      'other-name',
    ],
    ['another name', { name: ['苏州青岚泵业有限公司'] }, { name: ['深圳市澜舟精密科技有限公司'] }, 'other-name'],
    [
      'another German name',
      { name: ['Kranich Fördertechnik GmbH'] },
      { name: ['Sattler Werkzeuge GmbH'] },
      'other-name',
    ],
    ['the German name without its trade', { name: ['Kranich'] }, { name: ['Kranich Fördertechnik GmbH'] }, 'fits'],
  ])('%s', (_, held, given, expected) => {
    expect(fitOf(values(held), values(given))).toBe(expected);
  });

  it('is the same question from both sides', () => {
    const text = fc.constantFrom(
      '澜舟精密',
      '深圳市澜舟精密科技有限公司',
      '上海澜舟精密',
      'Lanzhou',
      '青岚泵业',
      'Kranich GmbH',
      '澜舟科技',
    );
    const ids = fc.subarray([USCC, OTHER_USCC, 'HRB 771234', 'Amtsgericht Ulm HRB 771234', '54120039', '54120045'], {
      maxLength: 2,
    });
    const party = fc.record({ name: fc.array(text, { maxLength: 2 }), registrationIds: ids });
    fc.assert(
      fc.property(party, party, (a, b) => {
        expect(fitOf(values(a), values(b))).toBe(fitOf(values(b), values(a)));
      }),
      { ...runs(100, 1000), seed: 23 },
    );
  });
});
