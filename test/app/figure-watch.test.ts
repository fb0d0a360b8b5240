import { describe, expect, it, vi } from 'vitest';
import type { CellResult, CellStanding, CellState, RunRequest } from '@/src/app/cell-result';
import { FigureWatch } from '@/src/app/figure-watch';
import { figuresOf } from '@/src/app/figures-of';
import { table, type Value } from '@/src/domain/analysis/result';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import type { ShownFigures } from '@/src/domain/notebook/shown-figures.kind';
import type { RecordId } from '@/src/kernel/ids';

const TEXT = [
  '---\nparameters: { share: { type: number, default: 0.8 } }\n---\n',
  'There are {{pareto.positive}}, {{total.sum}} in all, {{share}} of it; {{_own.sum}} and {{nothing.k}} besides.\n',
  '```analysis name=pareto\nanalysis: pareto\nparams: { share: $share }\n```\n',
  '```sql name=total\nselect 1 from orders\n```\n',
  '```sql name=_own\nselect 1\n```\n',
].join('\n');

const request = (datasetHash: string, more: Partial<RunRequest> = {}): RunRequest => ({
  notebook: parseNotebook(TEXT),
  dataset: 'd' as RecordId,
  datasetHash,
  given: {},
  ...more,
});

const standing = (result: Exclude<CellResult, { kind: 'failed' }>, state: CellState): CellStanding => ({
  state,
  result,
});
const row = (sum: Value): CellResult & { kind: 'output' } => ({
  kind: 'output',
  output: { table: table({ sum: 'money' }, [[sum]]), notices: [] },
});
const standings = (k: number, sum: Value, state: CellState = 'fresh') => {
  const facts = { k, base: '10.00', positive: 5, measure: 'amount', entered: null };
  const run = { analysis: 'pareto', version: 1, params: {}, outcome: { facts, tables: {} } };
  return new Map([
    ['pareto', standing({ kind: 'analysis', run }, state)],
    ['total', standing(row(sum), state)],
    ['_own', standing(row('7.00'), state)],
  ]);
};

/** Remembers for as long as the test lasts. */
const memoryOf = (kept?: ShownFigures) => {
  const memory = {
    kept,
    last: async () => memory.kept,
    keep: vi.fn(async (shown: ShownFigures) => {
      memory.kept = shown;
    }),
  };
  return memory;
};
const moves = (watch: FigureWatch, now: ReturnType<typeof standings>): readonly unknown[] | undefined =>
  watch.moves(now)?.moves.map(({ name, before, now, difference }) => [name, before, now, difference]);
const NEVER = (): void => expect.fail('nothing is remembered');

describe('the figures of a notebook', () => {
  it('are the headline of its analyses and what its prose states, of cells that are up to date', () => {
    const figures = figuresOf(request('1'), standings(3, '9.50'));

    expect(Object.entries(figures).map(([name, { value, type }]) => [name, value, type])).toEqual([
      ['pareto.k', 3, 'count'],
      ['pareto.base', '10.00', 'money'],
      ['pareto.positive', 5, 'count'],
      ['pareto.entered', null, 'count'],
      ['total.sum', '9.50', 'money'],
    ]);
    expect(figuresOf(request('1'), standings(3, '9.50', 'stale'))).toEqual({});
    expect(figuresOf(request('2'), standings(3, '9.50'))).toEqual(figures);
  });
});

describe('a file that changes', () => {
  it('shows which figures moved, until that is closed', () => {
    const watch = new FigureWatch(memoryOf());
    watch.begin(request('1'), new Map(), NEVER);
    expect(watch.moves(standings(3, '9.50'))).toBeUndefined();
    watch.begin(request('1 2'), standings(3, '9.50'), NEVER);
    expect(watch.moves(standings(3, '9.50', 'stale'))).toBeUndefined();

    expect(moves(watch, standings(4, '9.75'))).toEqual([
      ['pareto.k', 3, 4, 1],
      ['total.sum', '9.50', '9.75', '0.25'],
    ]);
    expect(watch.moves(standings(4, '9.75'))).toMatchObject({ against: 'd', compared: 5 });
    watch.dismiss();
    expect(watch.moves(standings(4, '9.75'))).toBeUndefined();
  });

  it('counts for what was asked alike: a figure under another parameter did not move', () => {
    const watch = new FigureWatch(memoryOf());
    watch.begin(request('1'), new Map(), NEVER);
    const now = request('2', { dataset: 'e' as RecordId, given: { share: '0.5' } });
    watch.begin(now, standings(3, '9.50'), NEVER);

    expect(moves(watch, standings(2, '8.00'))).toEqual([['total.sum', '9.50', '8.00', '-1.50']]);
  });

  it('is compared with what was shown when the notebook was last open', async () => {
    const memory = memoryOf();
    const first = new FigureWatch(memory);
    first.begin(request('1'), new Map(), NEVER);
    await first.settle(standings(3, '9.50'));
    const again = new FigureWatch(memory);
    const found = vi.fn();
    again.begin(request('1'), new Map(), found);
    await again.settle(standings(3, '9.50'));
    expect(again.moves(standings(3, '9.50'))).toBeUndefined();
    expect([found.mock.calls.length, memory.keep.mock.calls.length]).toEqual([1, 1]);

    const later = new FigureWatch(memory);
    later.begin(request('1 2'), new Map(), found);
    await later.settle(standings(4, '9.50'));
    expect(moves(later, standings(4, '9.50'))).toEqual([['pareto.k', 3, 4, 1]]);
    expect(memory.kept).toMatchObject({ dataset: 'd', hash: '1 2', figures: { 'pareto.k': { value: 4 } } });
  });

  it('is remembered as it was shown first, with figures that came later', async () => {
    const memory = memoryOf();
    const watch = new FigureWatch(memory);
    watch.begin(request('1'), new Map(), NEVER);
    await watch.settle(new Map([...standings(3, '9.50')].slice(0, 1)));
    watch.begin(request('1', { given: { share: 0.5 } }), standings(3, '9.50'), NEVER);
    await watch.settle(standings(2, '9.50'));
    await watch.settle(standings(1, '9.50'));

    expect(memory.keep).toHaveBeenCalledTimes(2);
    expect(memory.kept?.figures).toMatchObject({ 'pareto.k': { value: 3 }, 'total.sum': { value: '9.50' } });
  });

  it('leaves nothing behind where nothing was shown', async () => {
    const memory = memoryOf();
    const watch = new FigureWatch(memory);
    watch.begin(request('1'), new Map(), NEVER);
    await watch.settle(standings(3, '9.50', 'untrusted'));
    expect(memory.keep).not.toHaveBeenCalled();
  });
});
