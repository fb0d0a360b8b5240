import { describe, expect, it } from 'vitest';
import { finish } from '@/src/kernel/steps';

describe('finish', () => {
  it('runs every step in order and gives the last result', () => {
    const done: number[] = [];
    const result = finish(
      (function* () {
        done.push(1);
        yield;
        done.push(2);
        return 'end';
      })(),
    );
    expect([result, done]).toEqual(['end', [1, 2]]);
  });
});
