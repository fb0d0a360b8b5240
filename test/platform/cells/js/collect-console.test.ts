import { describe, expect, it, vi } from 'vitest';
import { collectConsole } from '@/src/platform/cells/js/collect-console';

type Talking = Record<'log' | 'info' | 'warn' | 'error' | 'debug' | 'dir' | 'table', (...parts: unknown[]) => void>;

const quiet = (): Talking => {
  const never = vi.fn(() => expect.fail('written elsewhere'));
  return { log: never, info: never, warn: never, error: never, debug: never, dir: never, table: never };
};
const saidBy = (act: (talking: Talking) => void): ReturnType<ReturnType<typeof collectConsole>> => {
  const talking = quiet();
  const said = collectConsole(talking);
  act(talking);
  return said();
};

describe('a console that is taken over', () => {
  it('keeps what is said, whoever says it, in order', () => {
    const said = saidBy((to) => {
      to.log('甲', 1, true, null, undefined, 2n, Symbol.iterator);
      to.warn({ a: [1, new Map([['k', 2]])] });
      to.error(new TypeError('no'));
      to.table([[1]]);
      to.log();
    });

    expect(said).toEqual({
      lines: ['甲 1 true null undefined 2 Symbol(Symbol.iterator)', '{"a":[1,{"k":2}]}', 'TypeError: no', '[[1]]', ''],
      isCut: false,
    });
  });

  it('says what cannot be written, and goes on', () => {
    const cycle: Record<string, unknown> = {};
    cycle['own'] = cycle;
    const sulking = {
      toJSON: () => {
        throw new Error('no');
      },
    };

    expect(saidBy((to) => to.log(cycle, sulking, 'after')).lines).toEqual(['[object Object] [object Object] after']);
  });

  it.each<[string, readonly [times: number, line: string], readonly [kept: number, isCut: boolean]]>([
    ['100 lines', [100, 'x'], [100, false]],
    ['a line more', [101, 'x'], [100, true]],
    ['10,000 characters', [4, 'x'.repeat(2500)], [4, false]],
    ['a character more', [3, 'x'.repeat(3334)], [3, true]],
    ['lines without end', [100_000, 'x'.repeat(99)], [100, true]],
  ])('keeps no more than there is room for: %s', (_, [times, line], [kept, isCut]) => {
    const said = saidBy((to) => {
      for (let i = 0; i < times; i++) to.log(line);
    });

    expect([said.lines.length, said.isCut]).toEqual([kept, isCut]);
    expect(said.lines.join('').length).toBe(Math.min(10_000, kept * line.length));
  });

  it('does not change what was told before', () => {
    const talking = quiet();
    const said = collectConsole(talking);
    talking.log('one');
    const before = said();
    talking.log('two');

    expect([before.lines, said().lines]).toEqual([['one'], ['one', 'two']]);
  });
});
