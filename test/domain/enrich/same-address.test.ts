import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameAddress } from '@/src/domain/enrich/same-address';
import { runs } from '@/test/support/runs';

describe('two writings of an address', () => {
  it.each([
    ['昆山市开发区前进东路579号3幢', '江苏省昆山市开发区前进东路579号3幢', true],
    ['松仁路100號5樓', '台北市信義區松仁路100號5樓', true],
    ['科华北路6号', '成都市科华北路65号', false],
    ['科华北路65号', '科华北路165号', false],
    ['Tarnmahd 23, A-6850 Dornbirn', 'Tarnmahd 23, 6850 Dornbirn', true],
    ['12 Mill Lane, Leeds, LS1 4AP, GB', '12 Mill Lane, Leeds LS1 4AP', true],
    ['12 Mill Lane, Leeds', '14 Mill Lane, Leeds', false],
    ['Am Markt 3, 07743 Jena', 'Am Markt 3, 99084 Erfurt', false],
    ['Jena', 'Am Markt 3, 07743 Jena', false],
    ['', 'Am Markt 3', false],
  ])('%s – %s', (a, b, same) => {
    expect([isSameAddress(a, b), isSameAddress(b, a)]).toEqual([same, same]);
  });

  it('are one where nothing but signs and case differ', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,8} \d{1,3}, \d{5} [a-z]{3,8}$/), (address) => {
        expect(isSameAddress(address, address.toUpperCase().replaceAll(',', ' ·'))).toBe(true);
      }),
      runs(50, 500),
    );
  });
});
