import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, restrictedMean, timeOf, type Followed } from '@/src/domain/analysis/survival';
import { runs } from '@/test/support/runs';

function followed(ended: readonly number[], censored: readonly number[]): Followed {
  const counts = (times: readonly number[]): Int32Array =>
    Int32Array.from({ length: Math.max(0, ...ended, ...censored) + 1 }, (_, t) => times.filter((x) => x === t).length);
  return { ended: counts(ended), censored: counts(censored) };
}

describe('Kaplan–Meier', () => {
  /** Weeks of remission under 6-mercaptopurine: Freireich et al., Blood 21 (1963), as every textbook has it. */
  const remission = kaplanMeier(
    followed([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
  );

  it('gives the published curve', () => {
    expect(remission).toMatchObject({ n: 21, events: 9, longest: 35 });
    expect(
      remission.steps.map(({ time, atRisk, events, survival, standardError }) => [
        time,
        atRisk,
        events,
        Number(survival.toFixed(4)),
        Number(standardError?.toFixed(4)),
      ]),
    ).toEqual([
      [6, 21, 3, 0.8571, 0.0764],
      [7, 17, 1, 0.8067, 0.0869],
      [10, 15, 1, 0.7529, 0.0963],
      [13, 12, 1, 0.6902, 0.1068],
      [16, 11, 1, 0.6275, 0.1141],
      [22, 7, 1, 0.5378, 0.1282],
      [23, 6, 1, 0.4482, 0.1346],
    ]);
    expect(timeOf(remission, 0.5)).toBe(23);
    expect(timeOf(remission, 0.75)).toBeNull();
  });

  it('is by hand for three: one ends at 1, one at 2, one is followed to 2', () => {
    const curve = kaplanMeier(followed([1, 2], [2]));
    const variance = (1 / 3) ** 2 * (1 / (3 * 2) + 1 / (2 * 1));

    expect(curve.steps.map(({ survival }) => survival)).toEqual([1 - 1 / 3, (1 - 1 / 3) * (1 - 1 / 2)]);
    expect(curve.steps[1]?.standardError).toBeCloseTo(Math.sqrt(variance), 15);
    expect(restrictedMean(curve)).toBeCloseTo(1 + 2 / 3, 15);
  });

  it.each([
    ['nobody is followed', [], [], { n: 0, events: 0, longest: 0, mean: null }],
    ['nobody ended', [], [3, 5], { n: 2, events: 0, longest: 5, mean: 5 }],
    ['all ended', [4, 4], [], { n: 2, events: 2, longest: 4, mean: 4 }],
  ])('knows what to say when %s', (_, ended, censored, expected) => {
    const { n, events, longest, ...curve } = kaplanMeier(followed(ended, censored));

    expect({ n, events, longest, mean: restrictedMean({ n, events, longest, ...curve }) }).toEqual(expected);
  });

  it('has no band where nobody is left', () => {
    expect(kaplanMeier(followed([4, 4], [])).steps).toEqual([
      { time: 4, atRisk: 2, events: 2, survival: 0, standardError: null, low: null, high: null },
    ]);
  });

  it('never rises, keeps to its band, and is the plain share where nobody is censored', () => {
    const times = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(times, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 }), (ended, censored) => {
        const curve = kaplanMeier(followed(ended, censored));
        let before = 1;
        for (const { survival, low, high } of curve.steps) {
          expect(survival).toBeLessThan(before);
          if (low !== null && high !== null) {
            expect(low).toBeLessThanOrEqual(survival);
            expect(high).toBeGreaterThanOrEqual(survival);
            expect(low).toBeGreaterThanOrEqual(0);
            expect(high).toBeLessThanOrEqual(1);
          }
          before = survival;
        }
        for (const { time, survival } of kaplanMeier(followed(ended, [])).steps)
          expect(survival).toBeCloseTo(ended.filter((end) => end > time).length / ended.length, 12);
      }),
      { ...runs(200, 5000), seed: 21 },
    );
  });
});
