import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { isMet } from '@/src/domain/pipeline/is-met';
import { judgeStep } from '@/src/domain/pipeline/judge-step';
import { SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import { shipped } from '@/test/support/pipeline';
import { runs } from '@/test/support/runs';

const LIN = { name: 'Lin', role: 'representative' } as const;

describe('a step', () => {
  it('is reached only past every gate before it, and going back is never free', () => {
    const passage = fc.constantFrom(...SHIPPED_SCHEMES).chain((scheme) => {
      const index = fc.nat(scheme.steps.length - 1);
      return fc.record({ scheme: fc.constant(scheme), from: index, to: index, met: fc.func(fc.boolean()) });
    });
    fc.assert(
      fc.property(passage, ({ scheme, from, to, met }) => {
        const [start, target] = [must(scheme.steps[from], 'a step'), must(scheme.steps[to], 'a step')];
        const meets = (step: string, id: string): boolean => met(`${step}/${id}`);
        const verdict = judgeStep({
          scheme,
          from: start.id,
          to: target.id,
          isMet: (step, { id }) => meets(step, id),
          actor: LIN,
        });
        const between = scheme.steps.filter((step, i) => i >= from && i < to && (!step.isLoop || i === from));
        const wanted = between.flatMap(({ id, exit }) =>
          exit.filter((c) => !meets(id, c.id)).map((c) => `${id}/${c.id}`),
        );
        expect(verdict?.missing.map(({ step, criterion }) => `${step.id}/${criterion.id}`)).toEqual(wanted);
        expect(verdict?.needsReason).toBe(to < from);
        expect(verdict?.mayOverride).toBe(false);
      }),
      { ...runs(200, 2000), seed: 5 },
    );
  });

  it('that the scheme has not is no step; one it has lost, or none, counts as the first', () => {
    const scheme = shipped('eight-step');
    const judge = (from: string | undefined, to: string) =>
      judgeStep({ scheme, from, to, isMet: () => false, actor: { name: 'Wu', role: 'manager' } });
    expect(judge('solution', 'nowhere')).toBeUndefined();
    for (const from of [undefined, 'lost', 'project-approval'])
      expect(judge(from, 'solution')).toMatchObject({
        missing: [{ criterion: { id: 'approved' } }],
        mayOverride: true,
      });
    expect(judge('lost', 'project-approval')).toMatchObject({ missing: [], needsReason: false });
  });
});

describe('a criterion', () => {
  it('is met by evidence under its step, or by the field that answers it', () => {
    const evidence = { 'a--x': { text: 'Letter', day: '2026-01-01', by: 'Lin' } };
    expect(isMet({ evidence }, 'a', { id: 'x', text: 'X' })).toBe(true);
    expect(isMet({ evidence }, 'b', { id: 'x', text: 'X' })).toBe(false);
    expect(isMet({ evidence }, 'a', { id: 'x', text: 'X', field: 'budget' })).toBe(false);
    expect(isMet({ budget: 1 }, 'a', { id: 'x', text: 'X', field: 'budget' })).toBe(true);
  });
});
