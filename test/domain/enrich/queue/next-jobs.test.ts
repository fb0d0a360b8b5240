import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_ONCE, JOB_MS, LEASE_MS, nextJobs, type Desk, type Next } from '@/src/domain/enrich/queue/next-jobs';
import type { JobRow } from '@/src/domain/enrich/queue/enrich-job.kind';
import { jobRow } from '@/test/support/enrich-jobs';
import { runs } from '@/test/support/runs';
import { rid } from '@/test/support/store';

const NOW = 1_000_000;
const desk = (more: Partial<Desk> = {}): Desk => ({
  now: NOW,
  runner: 'me',
  isAlone: false,
  underWay: new Set(),
  isAllowed: () => true,
  ...more,
});
const told = ({ take, wakeAt }: Next): [string, number | undefined] => [take.map(({ id }) => id).join(' '), wakeAt];
const leased = (id: string, runner: string, until: number, site = `${id}.example`): JobRow =>
  jobRow(id, 'running', { lease: { runner, until }, site });

describe('the next jobs', () => {
  it.each<[string, readonly JobRow[], Partial<Desk>, [string, number | undefined]]>([
    ['nothing of nothing', [], {}, ['', undefined]],
    ['the oldest two', [jobRow('a'), jobRow('b'), jobRow('c')], {}, ['a b', undefined]],
    [
      'one of a site',
      [jobRow('a', 'waiting', { site: 's' }), jobRow('b', 'waiting', { site: 's' }), jobRow('c')],
      {},
      ['a c', undefined],
    ],
    [
      'one of those that have no site',
      [jobRow('a', 'waiting', { site: undefined }), jobRow('b', 'waiting', { site: undefined })],
      {},
      ['a', undefined],
    ],
    ['not before its time', [jobRow('a', 'waiting', { notBefore: NOW + 1 })], {}, ['', NOW + 1]],
    ['at its time', [jobRow('a', 'waiting', { notBefore: NOW })], {}, ['a', undefined]],
    [
      'the soonest of those that wait',
      [jobRow('a', 'waiting', { notBefore: NOW + 9 }), jobRow('b', 'waiting', { notBefore: NOW + 5 })],
      {},
      ['', NOW + 5],
    ],
    ['none that another holds', [leased('a', 'you', NOW + 1), jobRow('b')], {}, ['b', NOW + 1]],
    ['one whose lease is over', [leased('a', 'you', NOW), jobRow('b')], {}, ['a b', undefined]],
    [
      'one that another held who is dead',
      [leased('a', 'you', NOW + 99), jobRow('b')],
      { isAlone: true },
      ['a b', undefined],
    ],
    ['none that it has just let go of', [leased('a', 'me', NOW + 99)], { isAlone: true }, ['', NOW + 99]],
    [
      'none of a site that another asks',
      [leased('a', 'you', NOW + 1, 's'), jobRow('b', 'waiting', { site: 's' })],
      {},
      ['', NOW + 1],
    ],
    [
      'as many as are free',
      [jobRow('a'), jobRow('b'), jobRow('c')],
      { underWay: new Set([rid('a')]) },
      ['b', undefined],
    ],
    [
      'nothing while two are under way',
      [jobRow('a'), jobRow('b'), jobRow('c')],
      { underWay: new Set([rid('a'), rid('b')]) },
      ['', undefined],
    ],
    ['none that is not allowed', [jobRow('a'), jobRow('b')], { isAllowed: ({ id }) => id !== 'a' }, ['b', undefined]],
  ])('%s', (_, open, more, expected) => {
    expect(told(nextJobs(open, desk(more)))).toEqual(expected);
  });

  it('a runner gives a job up before anybody else may take it', () => {
    expect(JOB_MS).toBeLessThan(LEASE_MS);
  });

  it('are never more than two, never two of a site, never held, early or forbidden ones, and not none where one could be taken', () => {
    const job = fc.record({
      state: fc.constantFrom('waiting', 'running'),
      site: fc.constantFrom('a', 'b', 'c', undefined),
      notBefore: fc.constantFrom(undefined, NOW - 1, NOW, NOW + 1),
      until: fc.constantFrom(NOW - 1, NOW, NOW + 1),
      runner: fc.constantFrom('me', 'you'),
      isUnderWay: fc.boolean(),
      isAllowed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 9 }), fc.boolean(), (given, isAlone) => {
        const open = given.map(({ state, site, notBefore, until, runner }, i) =>
          jobRow(`j${i}`, state, { site, notBefore, ...(state === 'running' ? { lease: { runner, until } } : {}) }),
        );
        const of = (id: string) => given[Number(id.slice(1))];
        const underWay = new Set(open.filter(({ id }) => of(id)?.isUnderWay).map(({ id }) => id));
        const { take, wakeAt } = nextJobs(
          open,
          desk({ isAlone, underWay, isAllowed: ({ id }) => of(id)?.isAllowed === true }),
        );
        const held = open.filter(
          ({ id, fields: { lease } }) =>
            underWay.has(id) || (lease && lease.until > NOW && (lease.runner === 'me' || !isAlone)),
        );
        const sites = [...held, ...take].map(({ fields }) => fields.site);

        expect(take.length + held.length).toBeLessThanOrEqual(Math.max(AT_ONCE, held.length));
        for (const one of take) {
          expect(held).not.toContain(one);
          expect(one.fields.notBefore ?? 0).toBeLessThanOrEqual(NOW);
          expect(of(one.id)?.isAllowed).toBe(true);
          expect(sites.filter((site) => site === one.fields.site).length).toBe(1);
        }
        if (wakeAt !== undefined) expect(wakeAt).toBeGreaterThan(NOW);
        if (held.length < AT_ONCE && take.length === 0)
          for (const one of open.filter((each) => !held.includes(each) && of(each.id)?.isAllowed))
            expect((one.fields.notBefore ?? 0) > NOW || sites.includes(one.fields.site)).toBe(true);
      }),
      { seed: 31, ...runs(200, 5000) },
    );
  });
});
