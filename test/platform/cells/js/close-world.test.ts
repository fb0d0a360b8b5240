import { describe, expect, it } from 'vitest';
import { closeWorld } from '@/src/platform/cells/js/close-world';

describe('closeWorld', () => {
  it('leaves what computes, and takes what is new or reaches out, up the whole chain', () => {
    const far = { fetch: 1, setTimeout: 2, FontFace: 3 };
    const near = Object.assign(Object.create(far) as object, { Math, Worker: 4, somethingNew: 5 }); // Safe: made here.
    Object.defineProperty(near, 'fixed', { value: 6, configurable: false });
    closeWorld(near);

    expect(far).toEqual({ setTimeout: 2 });
    expect(Object.getOwnPropertyNames(near)).toEqual(['Math', 'fixed']);
    expect(Object.prototype.toString.call(near)).toBe('[object Object]');
  });
});
