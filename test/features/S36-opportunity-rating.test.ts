import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ELEMENTS, rate } from '@/src/domain/pipeline/rating';
import { shipped } from '@/test/support/pipeline';
import { runs } from '@/test/support/runs';

const all = { budget: 5, timetable: 4, competition: 1, decision: 3, priority: 2 };

describe('S36 opportunity rating', () => {
  it('adds the five elements up, and tells the fit with our strategy beside it', () => {
    expect(rate({ ...all, strategicFit: 'partly' })).toEqual({ points: 15, of: 25, missing: [], fit: 'partly' });
    expect(rate(all).fit).toBeUndefined();
  });

  it.each(ELEMENTS)('gives no points while %s is missing, and says so', (element) => {
    const { [element]: _, ...rest } = all;
    expect(rate(rest)).toMatchObject({ points: null, missing: [element] });
  });

  it('names all that is missing, in the order of the source', () => {
    expect(rate({}).missing).toEqual(['budget', 'timetable', 'competition', 'decision', 'priority']);
  });

  it('is asked for in the first phase, element by element', () => {
    const fields = shipped('six-phase').steps[0]?.exit.flatMap(({ field }) => field ?? []);
    expect(fields).toEqual([...ELEMENTS, 'strategicFit']);
  });

  it('is the same for the same points, whatever else is on file', () => {
    const point = fc.integer({ min: 1, max: 5 });
    const rated = fc.record({ budget: point, timetable: point, competition: point, decision: point, priority: point });
    fc.assert(
      fc.property(rated, fc.string(), (fields, note) => {
        const { points } = rate({ ...fields, note });
        expect(points).toBe(Object.values(fields).reduce((sum, one) => sum + one, 0));
        expect(rate(fields).points).toBe(points);
      }),
      { ...runs(100, 1000), seed: 36 },
    );
  });
});
