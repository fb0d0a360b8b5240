import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affectedBy, graphOf, readersOf } from '@/src/domain/notebook/graph';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { runs } from '@/test/support/runs';

const cell = (info: string, body: string): string => `\`\`\`${info}\n${body}\n\`\`\`\n`;
const graph = (...parts: string[]) => graphOf(parseNotebook(parts.join('')));

const HEAD =
  '---\nparameters: { share: { type: number, default: 0.8 }, basis: { type: choice, default: a, options: [a] } }\n---\n';

describe('graphOf', () => {
  /** pareto ← orders, $share; classes ← pareto; top ← orders, $city; picture ← top; sum ← top, pareto, $share. */
  const worked = graph(
    HEAD,
    'In all {{sum}} of {{pareto.k}}, asked for {{share}}.\n',
    cell('js name=sum', 'return top.rows.length + pareto.k * values.share; // classes'),
    cell('chart name=picture data=top preset=bar', ''),
    cell('sql name=top', "select * from orders o where o.city = $city and 'classes' <> '' -- pareto"),
    cell('input name=city', 'type: text'),
    cell('analysis name=pareto', 'analysis: pareto\nparams: { share: $share }'),
    cell('frame name=classes', 'from: pareto.entities\ngroup: class\ncolumn: value'),
  );

  it('reads the sources of each cell from its text', () => {
    expect([...worked.nodes.values()].map(({ key, sources }) => [key, sources])).toEqual([
      ['prose#1', ['sum', 'pareto', '$share']],
      ['sum', ['top', 'pareto', '$share']],
      ['picture', ['top']],
      ['top', ['$city', 'orders']],
      ['city', []],
      ['pareto', ['orders', '$share']],
      ['classes', ['pareto']],
    ]);
    expect([...worked.nodes.values()].flatMap(({ missing }) => missing)).toEqual([]);
  });

  it('puts every cell behind what it reads, and keeps the order of the file where it may', () => {
    expect(worked.order).toEqual(['top', 'picture', 'city', 'pareto', 'sum', 'prose#1', 'classes']);
    expect(worked.cycles).toEqual([]);
  });

  it('knows what a change touches, and nothing else', () => {
    expect(affectedBy(worked, ['$share'])).toEqual(['pareto', 'sum', 'prose#1', 'classes']);
    expect(affectedBy(worked, ['$city'])).toEqual(['top', 'picture', 'sum', 'prose#1']);
    expect(affectedBy(worked, ['orders'])).toEqual(['top', 'picture', 'pareto', 'sum', 'prose#1', 'classes']);
    expect(affectedBy(worked, ['classes'])).toEqual(['classes']);
    expect(affectedBy(worked, ['$basis', 'nothing'])).toEqual([]);
    expect(readersOf(worked, 'top')).toEqual(['sum', 'picture']);
  });

  it('names cycles, and keeps the rest in order', () => {
    const { order, cycles } = graph(
      cell('sql name=a', 'select * from b'),
      cell('sql name=b', 'select * from c join a using (x)'),
      cell('sql name=c', 'select 1'),
      cell('chart name=d data=a preset=bar', ''),
      cell('js name=e reads=e', 'return 1'),
    );

    expect(order).toEqual(['c']);
    expect(cycles).toEqual([
      ['a', 'b', 'a'],
      ['e', 'e'],
    ]);
  });

  it.each<[string, string, string[]]>([
    ['a chart', cell('chart name=a data=top preset=bar', ''), ['top']],
    ['a frame', cell('frame name=a', 'from: top.x\ngroup: a\ncolumn: b'), ['top.x']],
    ['SQL that uses a parameter', cell('sql name=a', 'select $x'), ['$x']],
    ['a parameter of an analysis', cell('analysis name=a', 'analysis: pareto\nparams: { share: $x }'), ['$x']],
    ['a program that says what it reads', cell('js name=a reads=top', '1'), ['top']],
    ['prose', 'Of {{pareto.k}}\n', ['pareto.k']],
  ])('says what is missing: %s', (_, text, missing) => {
    expect([...graph(text).nodes.values()].flatMap((node) => node.missing)).toEqual(missing);
  });

  it('takes the first of two cells of one name, and none of a cell without', () => {
    const { nodes } = graph(
      cell('sql name=a', 'select 1'),
      cell('sql name=a', 'select 2'),
      cell('sql', 'select 3'),
      cell('chart name=b data=a preset=bar', ''),
    );

    expect([...nodes.keys()]).toEqual(['a', 'a#2', 'sql#1', 'b']);
    expect(nodes.get('b')?.sources).toEqual(['a']);
  });
});

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyNotebook = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: NAMES.length })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.subarray(NAMES).map((reads) => cell(`js name=${name}`, reads.join(' + '))))),
  )
  .map((cells) => cells.join(''));

describe('every graph', () => {
  it('orders each cell once, behind its sources; what it leaves out is in a cycle or behind one', () => {
    fc.assert(
      fc.property(anyNotebook, (text) => {
        const { nodes, order, cycles } = graph(text);

        expect(new Set(order).size).toBe(order.length);
        for (const [place, key] of order.entries())
          for (const source of nodes.get(key)?.sources ?? []) expect(order.indexOf(source)).toBeLessThan(place);
        for (const cycle of cycles) {
          expect(cycle[0]).toBe(cycle.at(-1));
          for (const [i, key] of cycle.slice(0, -1).entries()) expect(nodes.get(key)?.sources).toContain(cycle[i + 1]);
        }
        const left = [...nodes.keys()].filter((key) => !order.includes(key));
        expect(cycles.length > 0).toBe(left.length > 0);
        for (const key of left) expect(nodes.get(key)?.sources.some((source) => left.includes(source))).toBe(true);
      }),
      runs(300, 10_000),
    );
  });

  it('touches more where more changed, and always what is read by what it touches', () => {
    fc.assert(
      fc.property(anyNotebook, fc.subarray(NAMES), fc.constantFrom(...NAMES), (text, changed, more) => {
        const own = graph(text);
        const touched = affectedBy(own, changed);

        expect(affectedBy(own, [...changed, more])).toEqual(expect.arrayContaining(touched));
        for (const key of touched)
          for (const reader of readersOf(own, key)) if (own.order.includes(reader)) expect(touched).toContain(reader);
      }),
      runs(300, 10_000),
    );
  });
});
