import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import { HEADLINE_FIGURES } from '@/src/domain/notebook/headline-figures';
import { isFigure, moved, type Figure, type Figures } from '@/src/domain/notebook/moved';
import { runs } from '@/test/support/runs';

const figure = (value: Value, type: ValueType, question = 'q'): Figure => ({ value, type, question });

describe('figures of a changed file', () => {
  it('give before, now and the exact difference, in their order', () => {
    const before: Figures = {
      'pareto.k': figure(3, 'count'),
      'pareto.base': figure('9007199254740993.10', 'money'),
      'pareto.kShare': figure(0.25, 'share'),
      'pareto.gini': figure(0.5, 'ratio'),
    };
    const now: Figures = {
      'pareto.base': figure('9007199254740994.355', 'money'),
      'pareto.gini': figure(0.5, 'ratio'),
      'pareto.kShare': figure(0.125, 'share'),
      'pareto.k': figure(2, 'count'),
    };

    expect(moved(before, now)).toEqual({
      compared: 4,
      moves: [
        {
          name: 'pareto.base',
          type: 'money',
          before: '9007199254740993.10',
          now: '9007199254740994.355',
          difference: '1.255',
        },
        { name: 'pareto.kShare', type: 'share', before: 0.25, now: 0.125, difference: -0.125 },
        { name: 'pareto.k', type: 'count', before: 3, now: 2, difference: -1 },
      ],
    });
  });

  it.each<[string, Figure, Figure, readonly [compared: number, moves: number, difference: Value]]>([
    ['the same money, written otherwise', figure('1.50', 'money'), figure('1.5', 'money'), [1, 0, null]],
    ['undefined, then defined', figure(null, 'share'), figure(0.5, 'share'), [1, 1, null]],
    ['defined, then undefined', figure('2.00', 'money'), figure(null, 'money'), [1, 1, null]],
    ['undefined both times', figure(null, 'share'), figure(null, 'share'), [1, 0, null]],
    ['less than nothing', figure('-1.00', 'money'), figure('-3.00', 'money'), [1, 1, '-2.00']],
    ['asked otherwise', figure(1, 'count', 'share 0.8'), figure(2, 'count', 'share 0.7'), [0, 0, null]],
    ['of another type', figure(1, 'count'), figure(2, 'days'), [0, 0, null]],
  ])('%s', (_, before, now, wanted) => {
    const { compared, moves } = moved({ x: before }, { x: now });
    expect([compared, moves.length, moves[0]?.difference ?? null]).toEqual(wanted);
  });

  it('are compared only where both have them', () => {
    expect(moved({ a: figure(1, 'count') }, { b: figure(1, 'count') })).toEqual({ compared: 0, moves: [] });
    expect(moved({}, { constructor: figure(1, 'count') })).toEqual({ compared: 0, moves: [] });
  });

  it('move by as much forth as back', () => {
    const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const money = (units: bigint): string => `${units < 0n ? '-' : ''}${String(units < 0n ? -units : units)}.00`;
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const forth = moved({ x: figure(money(a), 'money') }, { x: figure(money(b), 'money') }).moves;
        const back = moved({ x: figure(money(b), 'money') }, { x: figure(money(a), 'money') }).moves;
        expect(forth.map(({ difference }) => difference)).toEqual(a === b ? [] : [money(b - a)]);
        expect(back.map(({ difference }) => difference)).toEqual(a === b ? [] : [money(a - b)]);
      }),
      { ...runs(50, 1000), seed: 61 },
    );
  });
});

describe('a figure', () => {
  it.each<[unknown, ValueType, boolean]>([
    [3, 'count', true],
    [null, 'share', true],
    ['1.50', 'money', true],
    [1.5, 'money', false],
    ['a lot', 'money', false],
    ['3', 'count', false],
    [Number.NaN, 'ratio', false],
    [Infinity, 'number', false],
    [true, 'flag', false],
    ['2024-01', 'month', false],
    ['甲', 'text', false],
  ])('%s as %s: %s', (value, type, is) => {
    expect(isFigure(value, type)).toBe(is);
  });

  it.each([...ANALYSES])('is named for %s, and is a number', (name, { factTypes }) => {
    const named = HEADLINE_FIGURES[name] ?? [];
    const types: Readonly<Record<string, ValueType>> = factTypes;
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((fact) => !isFigure(null, types[fact] ?? 'text'))).toEqual([]);
  });
});
