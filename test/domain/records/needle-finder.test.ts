import { describe, expect, it } from 'vitest';
import { needleFinder } from '@/src/domain/records/needle-finder';

const PAD = 'x'.repeat(90);

describe('a needle', () => {
  it.each([
    ['as it is, whatever the case', 'Olivia Grant', 'ask OLIVIA GRANT', true],
    ['between other marks', 'Olivia Grant', 'https://firm.example/team/olivia-grant', true],
    ['the other way round', 'Olivia Grant', 'Grant, Olivia', true],
    ['encoded as in an address', 'Olivia Grant', 'where=name~has~Olivia%20Grant', true],
    ['encoded with a plus', 'Olivia Grant', 'q=%7EOlivia+Grant', true],
    ['Chinese and encoded', '欧阳青禾岭有限公司', encodeURIComponent('欧阳青禾岭有限公司'), true],
    ['cut off at the end of a long text', 'Olivia Grant', `${PAD} ask Olivia Gr`, true],
    ['cut off at the beginning of a long text', 'Olivia Grant', `ivia Grant ${PAD}`, true],
    ['spaced differently', '+4930901820', '+49 30 90 18-20', true],
    ['broken encoding', 'Olivia Grant', '100 % Olivia-Grant', true],
    ['not by a part of it', 'Olivia Grant', 'Olivia Moss and Hugh Grant', false],
    ['not cut off in a short text', 'Olivia Grant', 'Olivia Gr', false],
    ['not by the beginning of a number', '+493090182044', `${PAD} +49 30 901820`, false],
    ['not short and in another dress', 'Li Na', 'Berlina', false],
    ['not in an empty text', 'Olivia Grant', '', false],
    ['not when blank', '  ', 'a  b', false],
    ['not when one character', 'a', 'a', false],
  ])('is found %s', (_, needle, text, found) => {
    expect(needleFinder([needle])(text)).toBe(found);
  });

  it('is one of none', () => {
    expect(needleFinder([])('anything at all')).toBe(false);
  });
});
