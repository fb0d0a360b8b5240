import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { company } from '@/src/domain/parties/company.kind';
import { mayReplace, relationOf, withGiven } from '@/src/domain/parties/party-update';
import { person } from '@/src/domain/parties/person.kind';

const NAME = person.fields.name;
const PHONES = person.fields.phones;
const SITE = company.fields.website;

describe('what a given value does', () => {
  it.each([
    ['an empty field', NAME, [], '王晓岚', 'adds'],
    ['the same', NAME, ['王晓岚'], '王晓岚', 'same'],
    ['the same in full width', NAME, ['Acme'], ' Ａｃｍｅ', 'same'],
    ['another', NAME, ['王晓岚'], '王晓明', 'differs'],
    ['a blank', NAME, ['王晓岚'], '  ', 'same'],
    ['a masked one that may be it', NAME, ['王晓岚'], '王*', 'same'],
    ['the whole of a masked one', NAME, ['王*'], '王晓岚', 'completes'],
    ['a second number', PHONES, ['+8613800138000'], '+12025550101', 'adds'],
    ['the same number', PHONES, ['+8613800138000'], '+8613800138000', 'same'],
    ['a masked number that may be it', PHONES, ['+8613800138000'], '138****8000', 'same'],
    ['the whole of a masked number', PHONES, ['138****8000'], '+8613800138000', 'completes'],
    ['a web site as it is typed', SITE, ['https://www.Oxbow.example/'], 'oxbow.example', 'same'],
    ['another page of it', SITE, ['https://oxbow.example/'], 'https://oxbow.example/de', 'differs'],
  ] as const)('%s', (...[, spec, held, value, expected]) => {
    expect(relationOf(spec, held, value)).toBe(expected);
  });

  it('leaves one of a masked and a whole number', () => {
    expect(withGiven(PHONES, ['138****8000', '+12025550101'], '+8613800138000')).toEqual([
      '+12025550101',
      '+8613800138000',
    ]);
    expect(withGiven(NAME, ['王*'], '王晓岚')).toEqual(['王晓岚']);
  });

  it('may replace unless it is masked', () => {
    expect(['王晓岚', '王*', '138****8000'].map(mayReplace)).toEqual([true, false, false]);
  });

  it('does nothing when it is given again, whatever was held', () => {
    const value = fc.constantFrom('王晓岚', '王*', '+8613800138000', '138****8000', 'Acme', ' acme', '', '***');
    fc.assert(
      fc.property(fc.constantFrom(NAME, PHONES), fc.array(value, { maxLength: 3 }), value, (spec, held, given) => {
        const present = spec.many ? held : held.slice(0, 1);
        const relation = relationOf(spec, present, given);
        const after = relation === 'adds' || relation === 'completes' ? withGiven(spec, present, given) : present;
        expect(relationOf(spec, after, given)).toBe(relation === 'differs' ? 'differs' : 'same');
      }),
    );
  });
});
