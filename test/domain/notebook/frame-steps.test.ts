import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '@/src/domain/notebook/front-matter';
import { readFrameSteps, sourcesOf } from '@/src/domain/notebook/frame-steps';
import { runs } from '@/test/support/runs';

const ALL = `from: pareto.entities
steps:
  - select: [key, value, class]
  - where: { class: A, value: { from: 10, to: 20 }, rest: null, 2026: true }
  - group: { by: [class], measures: { value: [count, sum], share: mean } }
  - pivot: { rows: cohort, columns: months, values: retention, measure: mean }
  - describe: [value, share]
  - merge: { with: churn.slipping, on: key }
  - sort: { by: value, descending: true }
  - limit: 20
`;

describe('readFrameSteps', () => {
  it('reads every step', () => {
    expect(readFrameSteps(readYaml(ALL))).toEqual({
      ok: true,
      value: {
        from: 'pareto.entities',
        steps: [
          { kind: 'select', columns: ['key', 'value', 'class'] },
          {
            kind: 'where',
            conditions: expect.arrayContaining([
              { column: 'class', equals: 'A' },
              { column: 'value', from: 10, to: 20 },
              { column: 'rest', equals: null },
              { column: '2026', equals: true },
            ]),
          },
          {
            kind: 'group',
            by: ['class'],
            measures: [
              { column: 'value', measures: ['count', 'sum'] },
              { column: 'share', measures: ['mean'] },
            ],
          },
          { kind: 'pivot', rows: 'cohort', columns: 'months', values: 'retention', measure: 'mean' },
          { kind: 'describe', columns: ['value', 'share'] },
          { kind: 'merge', with: 'churn.slipping', on: ['key'], how: 'left' },
          { kind: 'sort', by: 'value', descending: true },
          { kind: 'limit', rows: 20 },
        ],
      },
    });
  });

  it('takes the short form as a plan of one step', () => {
    const short = readFrameSteps(readYaml('from: a.b\ngroup: class\ncolumn: value\nmeasures: [count, max]'));
    const long = readFrameSteps(
      readYaml('from: a.b\nsteps:\n  - group: { by: class, measures: { value: [count, max] } }'),
    );

    expect(short).toEqual(long);
    expect(readFrameSteps(readYaml('from: a.b\ngroup: class\ncolumn: value'))).toMatchObject({
      value: { steps: [{ measures: [{ measures: ['count'] }] }] },
    });
  });

  it('names the results that it reads, each once', () => {
    const plan = readFrameSteps(
      readYaml('from: a\nsteps:\n  - merge: { with: b.c, on: x }\n  - merge: { with: a, on: x }'),
    );

    expect(plan.ok && sourcesOf(plan.value)).toEqual(['a', 'b.c']);
  });

  it.each([
    ['steps: []', 'from: missing, as in pareto.entities'],
    ['from: a', 'steps: a list of 1 to 50 of select, where, group, pivot, describe, merge, sort, limit'],
    ['from: a\nsteps: 3', 'steps: a list of 1 to 50'],
    ['from: a\nsteps: [{ limit: 1 }]\ngroup: x', 'group: stands among the steps, or without steps'],
    ['from: a\ngroup: x', 'column: missing'],
    ['from: a\nsteps: [{ limit: 1 }, { plot: x }]', 'step 2: plot: one of select, where'],
    ['from: a\nsteps: [{ limit: 1, sort: { by: x } }]', 'step 1: limit: one of'],
    ['from: a\nsteps: [{ constructor: x }]', 'step 1: constructor: one of'],
    ['from: a\nsteps: [5]', 'step 1: empty: one of'],
    ['from: a\nsteps: [{ limit: -1 }]', 'step 1, limit: a whole number from 0 to 1000000'],
    ['from: a\nsteps: [{ limit: 1.5 }]', 'step 1, limit: a whole number'],
    ['from: a\nsteps: [{ select: [] }]', 'step 1, select: the columns to keep'],
    ['from: a\nsteps: [{ select: [x, x] }]', 'step 1, select: x stands there twice'],
    ['from: a\nsteps: [{ select: [x, [y]] }]', 'step 1, select: the columns to keep'],
    ['from: a\nsteps: [{ where: {} }]', 'step 1, where: by column a value, or'],
    ['from: a\nsteps: [{ where: { x: { above: 3 } } }]', 'step 1, where: x: a value, or'],
    ['from: a\nsteps: [{ where: { x: {} } }]', 'step 1, where: x: a value, or'],
    ['from: a\nsteps: [{ group: { by: x } }]', 'step 1, group: measures: by column'],
    ['from: a\nsteps: [{ group: { measures: { v: sum } } }]', 'step 1, group: by: the columns'],
    [
      'from: a\nsteps: [{ group: { by: x, measures: { v: average } } }]',
      'step 1, group: measures.v: average is none of count, sum, mean, median, std, min, max',
    ],
    ['from: a\nsteps: [{ group: { by: x, measures: { v: [] } } }]', 'step 1, group: measures.v: some of count'],
    ['from: a\nsteps: [{ pivot: { rows: x, columns: y } }]', 'step 1, pivot: values: a column'],
    ['from: a\nsteps: [{ pivot: { rows: x, cols: y } }]', 'step 1, pivot: cols is none of rows, columns, values'],
    ['from: a\nsteps: [{ merge: { with: b, on: x, how: cross } }]', 'step 1, merge: how: cross is none of left, inner'],
    ['from: a\nsteps: [{ merge: { on: x } }]', 'step 1, merge: with: an earlier result'],
    ['from: a\nsteps: [{ sort: { by: x, descending: 1 } }]', 'step 1, sort: descending: true or false'],
  ])('says what is wrong with %j', (text, error) => {
    expect(readFrameSteps(readYaml(text))).toEqual({ ok: false, error: expect.stringContaining(error) });
  });

  it('takes any data for what it is: a plan, or a sentence', () => {
    const step = fc.dictionary(fc.constantFrom('select', 'where', 'group', 'sort', 'limit', 'x'), fc.jsonValue(), {
      maxKeys: 2,
    });
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ from: fc.constant('a'), steps: fc.array(step, { minLength: 1 }) }),
    );
    fc.assert(
      fc.property(body, (given) => {
        const plan = readFrameSteps(given);
        expect(plan.ok ? plan.value.steps.length : plan.error.length).toBeGreaterThan(0);
      }),
      runs(200, 5000),
    );
  });
});
