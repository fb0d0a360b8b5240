import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeVisit, MOST_TRIES, type Course } from '@/src/domain/enrich/queue/judge-visit';
import { runs } from '@/test/support/runs';

const NOW = 1_000_000;
const course = (more: Partial<Course>): Course => ({
  now: NOW,
  read: 0,
  missed: [],
  retryAt: undefined,
  isAllowed: true,
  tries: 1,
  ...more,
});

describe('what came back for a job', () => {
  it.each<[string, Partial<Course>, unknown]>([
    ['all pages', { read: 4 }, { is: 'done' }],
    ['nothing to ask', {}, { is: 'done' }],
    ['some pages', { read: 1, missed: ['unreachable'] }, { is: 'done' }],
    [
      'busy, and says until when',
      { missed: ['busy'], retryAt: NOW + 7 },
      { is: 'later', notBefore: NOW + 7, waitsFor: 'busy', counts: true },
    ],
    [
      'busy, and says nothing',
      { missed: ['busy'] },
      { is: 'later', notBefore: NOW + 60_000, waitsFor: 'busy', counts: true },
    ],
    [
      'busy in part',
      { read: 2, missed: ['busy'], retryAt: NOW + 7 },
      { is: 'later', notBefore: NOW + 7, waitsFor: 'busy', counts: true },
    ],
    ['busy in part for the third time', { read: 2, missed: ['busy'], tries: 3 }, { is: 'done' }],
    ['busy for the third time', { missed: ['busy'], tries: 3 }, { is: 'failed', reason: 'busy' }],
    [
      'not there at the first try',
      { missed: ['slow'] },
      { is: 'later', notBefore: NOW + 60_000, waitsFor: 'trouble', counts: true },
    ],
    [
      'not there at the second',
      { missed: ['unreachable'], tries: 2 },
      { is: 'later', notBefore: NOW + 300_000, waitsFor: 'trouble', counts: true },
    ],
    ['not there at the third', { missed: ['unreachable'], tries: 3 }, { is: 'failed', reason: 'unreachable' }],
    ['closed by its rules', { missed: ['robots'] }, { is: 'failed', reason: 'robots' }],
    [
      'no network',
      { missed: ['offline'], tries: 9 },
      { is: 'later', notBefore: NOW + 15_000, waitsFor: 'offline', counts: false },
    ],
    [
      'permission gone',
      { read: 1, missed: ['not-granted'], isAllowed: false },
      { is: 'later', notBefore: NOW + 15_000, waitsFor: 'permission', counts: false },
    ],
    ['a register not allowed', { read: 1, missed: ['not-granted'] }, { is: 'done' }],
  ])('%s', (_, given, verdict) => {
    expect(judgeVisit(course(given))).toEqual(verdict);
  });

  it('what is put off waits for a time to come, and the third try that counts is the last', () => {
    const codes = fc.array(fc.constantFrom('busy', 'slow', 'offline', 'robots', 'not-granted', 'not-found'), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(codes, fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.boolean(), (missed, read, tries, isAllowed) => {
        const verdict = judgeVisit(course({ missed, read, tries, isAllowed }));
        if (verdict.is === 'later') {
          expect(verdict.notBefore).toBeGreaterThan(NOW);
          expect(verdict.counts && tries >= MOST_TRIES).toBe(false);
        }
        if (verdict.is === 'failed') expect([read, missed]).toEqual([0, expect.arrayContaining([verdict.reason])]);
      }),
      { seed: 32, ...runs(200, 5000) },
    );
  });
});
