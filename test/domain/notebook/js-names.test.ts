import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsNames } from '@/src/domain/notebook/js-names';
import { runs } from '@/test/support/runs';

it.each<[string, string[]]>([
  ['top + other.top', ['top', 'other']],
  ['\'top\' + "a" // b\n + c /* d */', ['c']],
  ['`x ${top + `y ${inner}` + { z }} w` + end', ['top', 'inner', 'z', 'end']],
  ['/top"/.test(a) / b / c', ['a', 'b', 'c']],
  ['return /[/"]top/gu', ['return']],
  ['f(...top)', ['f', 'top']],
  ["'it\\'s' + top", ['top']],
  ['客户 + $x + _y1', ['客户', '$x', '_y1']],
  ["'unclosed\n top", ['top']],
  ['`unclosed ${top', ['top']],
])('jsNames of %j', (source, names) => {
  expect(jsNames(source)).toEqual(names);
});

it('jsNames ends for every text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('`', '$', '{', '}', '/', '*', "'", '"', '\\', '\n', 'a', '.', ' ', '[') }),
      (source) => {
        expect(jsNames(source).every((name) => /^[a$]+$/.test(name))).toBe(true);
      },
    ),
    runs(500, 20_000),
  );
});
