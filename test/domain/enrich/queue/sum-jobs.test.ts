import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumJobs } from '@/src/domain/enrich/queue/sum-jobs';
import { jobRow } from '@/test/support/enrich-jobs';
import { runs } from '@/test/support/runs';

const outcome = (filled: number, suggested: number, reasons: readonly string[] = []) => ({
  outcome: { filled, suggested, reasons, isDoubted: false },
});

describe('the summary of runs', () => {
  it('of nothing is nothing', () => {
    expect(sumJobs([])).toEqual([]);
  });

  it('counts companies by what became of them, and values', () => {
    const [later, first] = sumJobs([
      jobRow('a', 'done', outcome(3, 1)),
      jobRow('b', 'done', outcome(0, 0)),
      jobRow('c', 'done', outcome(0, 2, ['slow'])),
      jobRow('d', 'failed', outcome(0, 0, ['robots', 'slow'])),
      jobRow('e', 'failed', outcome(0, 0, ['robots'])),
      jobRow('f', 'failed', outcome(0, 0, ['busy'])),
      jobRow('g', 'waiting'),
      jobRow('h', 'running'),
      jobRow('i', 'undone', outcome(0, 0)),
      jobRow('j', 'waiting', { run: 'later', addedAt: 5, olderThan: 90 }),
    ]);

    expect(first).toEqual({
      run: 'run',
      addedAt: 0,
      total: 9,
      open: 2,
      done: 3,
      nothing: 1,
      failed: 3,
      stopped: 0,
      undone: 1,
      filled: 3,
      suggested: 3,
      reasons: [
        ['robots', 2],
        ['busy', 1],
      ],
      olderThan: undefined,
    });
    expect(later).toMatchObject({ run: 'later', total: 1, open: 1, olderThan: 90 });
  });

  it('counts each company once', () => {
    const job = fc.tuple(
      fc.constantFrom('waiting', 'running', 'done', 'failed', 'stopped', 'undone'),
      fc.constantFrom('r', 's'),
    );
    fc.assert(
      fc.property(fc.array(job, { maxLength: 20 }), (given) => {
        const sums = sumJobs(given.map(([state, run], i) => jobRow(`j${i}`, state, { run })));
        expect(sums.reduce((sum, { total }) => sum + total, 0)).toBe(given.length);
        for (const { total, open, done, failed, stopped, undone } of sums)
          expect(open + done + failed + stopped + undone).toBe(total);
      }),
      { seed: 33, ...runs(100, 2000) },
    );
  });
});
