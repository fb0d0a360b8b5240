import { describe, expect, it, vi } from 'vitest';
import { createNotebookRun, type RunDeps } from '@/src/app/notebook-run';
import type { NotebookRun, RunRequest } from '@/src/app/cell-result';
import type { CellFault, CellOutput, Cells, JsRequest, SqlRequest } from '@/src/app/ports/cells';
import { table } from '@/src/domain/analysis/result';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';

const cell = (info: string, body = ''): string => `\`\`\`${info}\n${body}\n\`\`\`\n`;
const ENTITIES = table({ label: 'text', value: 'money' }, [['甲', '10.50']]);
const ROWS = table({ city: 'text', n: 'count' }, [['上海', 3]]);

/** Engines that say what they were asked, and answer as they are told. */
class Engines {
  readonly asked: string[] = [];
  readonly sql: SqlRequest[] = [];
  readonly js: JsRequest[] = [];
  /** By a word of the text: what it answers instead, or after this. */
  readonly answers = new Map<string, () => Promise<Result<CellOutput, CellFault>>>();
  saves = 0;

  deps(more: Partial<RunDeps> = {}): RunDeps {
    const answer = (text: string): Promise<Result<CellOutput, CellFault>> => {
      this.asked.push(text.trim());
      const [, own] = [...this.answers].find(([word]) => text.includes(word)) ?? [];
      return own ? own() : Promise.resolve(ok({ table: ROWS, notices: [] }));
    };
    const cells: Cells = {
      sql: (request) => {
        this.sql.push(request);
        return answer(request.sql);
      },
      js: (request) => {
        this.js.push(request);
        return answer(request.source);
      },
    };
    return {
      datasets: {
        analyse: async (_, name, params) => {
          this.asked.push(`${name} ${JSON.stringify(params)}`);
          const outcome = { facts: { k: 3 }, tables: { entities: ENTITIES, others: ROWS } };
          return ok({ analysis: name, version: 1, params: {}, outcome });
        },
        frame: async ({ from }, tables) => ok({ table: must(tables[from], from), notices: [] }),
      },
      cells,
      trusted: true,
      beforeJs: async () => void this.saves++,
      ...more,
    };
  }
}

const request = (text: string, more: Partial<RunRequest> = {}): RunRequest => ({
  notebook: parseNotebook(text),
  dataset: 'd' as RecordId,
  datasetHash: 'h',
  given: {},
  ...more,
});
const states = (run: NotebookRun): Record<string, string> =>
  Object.fromEntries([...run.standings].map(([key, { state }]) => [key, state]));
const errors = (run: NotebookRun): Record<string, unknown> =>
  Object.fromEntries([...run.standings].flatMap(([key, { error }]) => (error ? [[key, error]] : [])));

const HEAD = '---\nparameters: { share: { type: number, default: 0.8 } }\n---\n';
const WORKED = [
  HEAD,
  cell('js name=sum', 'top + pareto * values.share'),
  cell('sql name=top', 'select $city from orders'),
  cell('input name=city', "type: text\ndefault: O'Neil"),
  cell('analysis name=pareto', 'analysis: pareto\nparams: { share: $share }'),
  cell('sql name=other', 'select 1 from Pareto.entities'),
  cell('chart name=picture data=pareto.entities preset=bar'),
].join('');

describe('a run', () => {
  it('runs every cell once, in order, and hands each what it reads', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps());
    await run.update(request(WORKED));

    expect(engines.asked).toEqual([
      "select 'O''Neil' from orders",
      'pareto {"share":0.8}',
      'top + pareto * values.share',
      'select 1 from Pareto.entities',
    ]);
    expect(engines.sql.map(({ dataset, tables }) => [dataset, tables])).toEqual([
      ['d', {}],
      [undefined, { 'pareto.entities': ENTITIES, 'pareto.others': ROWS }],
    ]);
    expect(engines.js).toMatchObject([
      {
        tables: { top: ROWS, 'pareto.entities': ENTITIES, 'pareto.others': ROWS },
        values: { share: 0.8, 'pareto.k': 3 },
      },
    ]);
    expect(engines.saves).toBe(1);
    expect(states(run)).toEqual({ sum: 'fresh', top: 'fresh', pareto: 'fresh', other: 'fresh', picture: 'fresh' });
    expect(run.standings.get('picture')?.result).toMatchObject({
      kind: 'chart',
      table: ENTITIES,
      spec: { mark: { type: 'bar' } },
    });
  });

  it('runs exactly what a change touches', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps());
    await run.update(request(WORKED));
    const after = async (text: string, more: Partial<RunRequest> = {}): Promise<string[]> => {
      engines.asked.length = 0;
      await run.update(request(text, more));
      return engines.asked.map((text) => text.split(' ', 2).join(' '));
    };

    expect(await after(WORKED)).toEqual([]);
    expect(await after(`${WORKED}\nMore prose.\n`)).toEqual([]);
    expect(await after(WORKED, { given: { city: '上海' } })).toEqual(["select '上海'", 'top +']);
    expect(await after(WORKED)).toEqual(["select 'O''Neil'", 'top +']);
    expect(await after(WORKED.replace('0.8', '0.9'))).toEqual(['pareto {"share":0.9}', 'top +', 'select 1']);
    expect(await after(WORKED.replace('0.8', '0.9').replace('select 1', 'select 2'))).toEqual(['select 2']);
    expect(
      await after(WORKED.replace('0.8', '0.9').replace('select 1', 'select 2'), { datasetHash: 'other' }),
    ).toHaveLength(4);
  });

  it('tells where each cell stands as it goes', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps());
    const told: string[] = [];
    run.watch(() => told.push(Object.values(states(run)).join(' ')));
    await run.update(request(cell('sql name=a', 'select 1') + cell('chart name=b data=a preset=bar')));

    expect(told).toEqual(['new new', 'running new', 'fresh new', 'fresh running', 'fresh fresh']);
  });

  it('keeps the last result of a cell that is stale, and says that it is', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps());
    await run.update(request(cell('sql name=a', 'select 1')));
    let release = (): void => undefined;
    engines.answers.set(
      'two',
      () => new Promise((resolve) => (release = () => resolve(ok({ value: 2, notices: [] })))),
    );
    const done = run.update(request(cell('sql name=a', 'select two') + cell('chart name=b data=a preset=bar')));
    await vi.waitFor(() => expect(states(run)).toEqual({ a: 'running', b: 'new' }));

    expect(run.standings.get('a')?.result).toMatchObject({ output: { table: ROWS } });
    release();
    await done;
    expect(errors(run)).toEqual({ b: { code: 'no-source', name: 'a' } });
  });
});

describe('a cell that fails', () => {
  it('holds up those that need it and no other, names itself, and runs again when its text changes', async () => {
    const engines = new Engines();
    engines.answers.set('wrong', async () => err({ code: 'cell-failed', detail: 'no column wrong' }));
    const run = createNotebookRun(engines.deps());
    const text =
      cell('sql name=a', 'select wrong') +
      cell('js name=b', 'a') +
      cell('js name=c', 'b') +
      cell('sql name=d', 'select 1');
    await run.update(request(text));

    expect(errors(run)).toEqual({
      a: { code: 'cell-failed', detail: 'no column wrong' },
      b: { code: 'source-failed', name: 'a' },
      c: { code: 'source-failed', name: 'b' },
    });
    expect(states(run)['d']).toBe('fresh');
    await run.update(request(text.replace('wrong', 'right')));
    expect(engines.asked).toEqual(['select wrong', 'select 1', 'select right', 'a', 'b']);
    expect(errors(run)).toEqual({});
  });

  it('is run again by a click', async () => {
    const engines = new Engines();
    engines.answers.set('1', async () => err({ code: 'out-of-memory' }));
    const run = createNotebookRun(engines.deps());
    await run.update(request(cell('sql name=a', 'select 1') + cell('js name=b', 'a')));
    engines.answers.clear();
    await run.run('a');

    expect(states(run)).toEqual({ a: 'fresh', b: 'fresh' });
  });

  it('fails also when its engine throws', async () => {
    const engines = new Engines();
    engines.answers.set('1', () => Promise.reject(new Error('the worker is gone')));
    const run = createNotebookRun(engines.deps());
    await run.update(request(cell('sql name=a', 'select 1') + cell('sql name=b', 'select 2')));

    expect(errors(run)).toEqual({ a: { code: 'cell-failed', detail: 'the worker is gone' } });
  });

  it.each<[string, string, Partial<RunRequest>, object]>([
    ['a cycle', cell('js name=a', 'b') + cell('js name=b', 'a'), {}, { code: 'cycle', name: 'a → b → a' }],
    [
      'behind a cycle',
      cell('js name=b', 'c') + cell('js name=c', 'b') + cell('js name=a', 'b'),
      {},
      { code: 'source-failed', name: 'b' },
    ],
    ['a source that is not there', cell('chart name=a data=x.y preset=bar'), {}, { code: 'no-source', name: 'x.y' }],
    [
      'a table that its source does not give',
      cell('analysis name=p', 'analysis: pareto') + cell('chart name=a data=p.z preset=bar'),
      {},
      { code: 'no-source', name: 'p.z' },
    ],
    [
      'a column that the table does not have',
      cell('sql name=s', 'select 1') + cell('chart name=a data=s preset=bar x=z'),
      {},
      { code: 'no-source', name: 'z' },
    ],
    [
      'a source that cannot be read',
      cell('sql name=orders', '') + cell('frame name=f', ':') + cell('chart name=a data=f preset=bar'),
      {},
      { code: 'source-failed', name: 'f' },
    ],
    [
      'a value that a parameter does not take',
      `${HEAD}${cell('sql name=a', 'select $share')}`,
      { given: { share: 7 } },
      { code: 'not-allowed', name: 'share', allowed: '0 … 1' },
    ],
    ['no dataset', cell('analysis name=a', 'analysis: pareto'), { dataset: undefined }, { code: 'no-dataset' }],
  ])('says why: %s', async (_, text, more, error) => {
    const run = createNotebookRun(new Engines().deps());
    await run.update(request(text, more));

    expect(run.standings.get('a')).toEqual({ state: 'failed', error });
  });

  it('says so where there is no engine for it; analyses and charts go on', async () => {
    const run = createNotebookRun(new Engines().deps({ cells: undefined }));
    await run.update(request(WORKED));

    expect(errors(run)).toEqual({
      top: { code: 'not-runnable' },
      sum: { code: 'source-failed', name: 'top' },
      other: { code: 'not-runnable' },
    });
    expect(states(run)).toMatchObject({ pareto: 'fresh', picture: 'fresh' });
  });
});

describe('stopping', () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  it('ends a cell at once, though its engine does not listen, and the next one runs', async () => {
    const engines = new Engines();
    engines.answers.set('loop', never);
    const run = createNotebookRun(engines.deps());
    const done = run.update(request(cell('js name=a', 'loop') + cell('sql name=b', 'select 1')));
    await vi.waitFor(() => expect(states(run)['a']).toBe('running'));
    run.stop('b');
    expect(states(run)['a']).toBe('running');
    run.stop('a');
    await done;

    expect(run.standings.get('a')).toEqual({ state: 'failed', error: { code: 'cancelled' } });
    expect(states(run)['b']).toBe('fresh');
    await run.update(request(cell('js name=a', 'loop') + cell('sql name=b', 'select 1')));
    expect(engines.asked).toEqual(['loop', 'select 1']);
  });

  it('of everything lets nothing run until the next click', async () => {
    const engines = new Engines();
    engines.answers.set('loop', never);
    const run = createNotebookRun(engines.deps());
    const done = run.update(request(cell('js name=a', 'loop') + cell('sql name=b', 'select 1')));
    await vi.waitFor(() => expect(states(run)['a']).toBe('running'));
    run.stop();
    await done;

    expect(states(run)).toEqual({ a: 'failed', b: 'new' });
    await run.run('b');
    expect(states(run)).toEqual({ a: 'failed', b: 'fresh' });
  });

  it('is told to an analysis, and whether a change has overtaken it', async () => {
    const told: unknown[] = [];
    const analyse = async (_: RecordId, name: string, params: object, signal?: AbortSignal): Promise<never> => {
      told.push([name, params]);
      return new Promise(() => signal?.addEventListener('abort', () => told.push(signal.reason === 'overtaken')));
    };
    const run = createNotebookRun({ ...new Engines().deps(), datasets: { analyse, frame: vi.fn() } });
    const text = HEAD + cell('analysis name=a', 'analysis: pareto\nparams: { share: $share }');
    void run.update(request(text));
    await vi.waitFor(() => expect(told).toEqual([['pareto', { share: 0.8 }]]));
    const over = run.update(request(text, { given: { share: 0.5 } }));
    await vi.waitFor(() => expect(told.slice(1)).toEqual([true, ['pareto', { share: 0.5 }]]));
    run.stop();
    await over;

    expect(told.slice(3)).toEqual([false]);
  });

  it('happens by itself to a cell whose text changes while it runs', async () => {
    const engines = new Engines();
    engines.answers.set('loop', never);
    const run = createNotebookRun(engines.deps());
    const first = run.update(request(cell('js name=a', 'loop')));
    await vi.waitFor(() => expect(states(run)['a']).toBe('running'));
    await run.update(request(cell('js name=a', '1')));
    await first;

    expect(states(run)).toEqual({ a: 'fresh' });
  });

  it('does not happen where something else changes', async () => {
    const engines = new Engines();
    let release = (): void => undefined;
    engines.answers.set(
      'slow',
      () => new Promise((resolve) => (release = () => resolve(ok({ value: 1, notices: [] })))),
    );
    const run = createNotebookRun(engines.deps());
    const first = run.update(request(cell('js name=a', 'slow')));
    await vi.waitFor(() => expect(states(run)['a']).toBe('running'));
    const second = run.update(request(cell('js name=a', 'slow') + cell('sql name=b', 'select 1')));
    release();
    await Promise.all([first, second]);

    expect(engines.asked).toEqual(['slow', 'select 1']);
  });
});

describe('a heavy cell', () => {
  const text = cell('sql name=a heavy', 'select 1') + cell('js name=b', 'a') + cell('js name=c heavy', 'b');

  it('waits for a click, and so does what needs it', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps());
    await run.update(request(text));
    expect(states(run)).toEqual({ a: 'waiting', b: 'new', c: 'waiting' });
    expect(engines.asked).toEqual([]);
    await run.run('a');
    expect(states(run)).toEqual({ a: 'fresh', b: 'fresh', c: 'waiting' });
    await run.update(request(text.replace('select 1', 'select 2')));

    expect(states(run)).toEqual({ a: 'waiting', b: 'stale', c: 'waiting' });
    expect(engines.asked).toEqual(['select 1', 'a']);
  });

  it('is run by a click on what needs it', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps());
    await run.update(request(text));
    await run.run('c');

    expect(engines.asked).toEqual(['select 1', 'a', 'b']);
    await run.run('b');
    expect(engines.asked).toEqual(['select 1', 'a', 'b', 'a']);
    expect(states(run)).toEqual({ a: 'fresh', b: 'fresh', c: 'waiting' });
  });
});

describe('a notebook that is not trusted', () => {
  it('runs nothing, whatever is asked of it, until it is', async () => {
    const engines = new Engines();
    const run = createNotebookRun(engines.deps({ trusted: false }));
    await run.update(request(WORKED));
    await run.run('top');
    await run.update(request(WORKED.replace('0.8', '0.9')));
    run.stop();

    expect(new Set(Object.values(states(run)))).toEqual(new Set(['untrusted']));
    expect([engines.asked, engines.saves]).toEqual([[], 0]);
    await run.update(request(WORKED));
    await run.trust();
    expect(new Set(Object.values(states(run)))).toEqual(new Set(['fresh']));
  });
});
