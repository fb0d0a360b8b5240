import { describe, expect, it } from 'vitest';
import { validPhone } from '@/src/domain/identity/valid-phone';

describe('a number as a region reads it', () => {
  it('is valid in one region and not in another, however often each is asked', () => {
    const asked = (): (string | undefined)[] => [
      validPhone('021-5555 0101', 'CN')?.number,
      validPhone('021-5555 0101', 'US')?.number,
      validPhone('021-5555 0101')?.number,
    ];
    expect(asked()).toEqual(['+862155550101', undefined, undefined]);
    expect(asked()).toEqual(['+862155550101', undefined, undefined]);
  });

  it('is the same after more numbers than are remembered', () => {
    const before = validPhone('+44 113 496 0117')?.number;
    for (let i = 0; i < 2100; i++) validPhone(`+44 113 496 ${i}`);
    expect([before, validPhone('+44 113 496 0117')?.number]).toEqual(['+441134960117', '+441134960117']);
  });
});
