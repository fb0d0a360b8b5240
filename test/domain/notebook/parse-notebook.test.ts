import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivate, titleOf, writeNotebook } from '@/src/domain/notebook/notebook';
import { MOST_CELLS, MOST_NOTEBOOK_TEXT, parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { runs } from '@/test/support/runs';

const TEXT = `---
notebook: 1
title: { en: Hello, zh-CN: 你好 }
dataset: { roles: [customer, date] }
parameters:
  share: { type: number, default: 0.8, min: 0.5, max: 1, step: 0.1 }
  basis: { type: choice, default: net, options: [net, gross] }
colour: kept
---

<!-- lang:en -->
Some *prose*.

<!-- lang:zh-CN -->
一些文字。

\`\`\`analysis name=top
analysis: pareto
params: { share: $share, entity: region }
show: [headline, chart.pareto]
\`\`\`

For everybody.

\`\`\`text
analysis: not a cell
\`\`\`

\`\`\`sql name=later
select 1
\`\`\`
`;

describe('parseNotebook', () => {
  it('reads front matter, prose by language and cells', () => {
    const notebook = parseNotebook(TEXT);

    expect(titleOf(notebook, 'zh-CN')).toBe('你好');
    expect(titleOf(notebook, 'zh-TW')).toBe('Hello');
    expect(notebook.frontMatter.roles).toEqual(['customer', 'date']);
    expect(notebook.frontMatter.parameters).toEqual({
      share: { type: 'number', default: 0.8, min: 0.5, max: 1, step: 0.1 },
      basis: { type: 'choice', default: 'net', options: ['net', 'gross'] },
    });
    expect(
      notebook.blocks
        .filter((block) => block.type === 'prose' && block.text !== '')
        .map((block) => block.type === 'prose' && [block.language, block.text]),
    ).toEqual([
      ['en', 'Some *prose*.'],
      ['zh-CN', '一些文字。'],
      ['*', 'For everybody.\n\n```text\nanalysis: not a cell\n```'],
    ]);
    expect(notebook.blocks.flatMap((block) => (block.type === 'cell' ? [block.cell] : []))).toEqual([
      {
        kind: 'analysis',
        name: 'top',
        analysis: 'pareto',
        params: { share: '$share', entity: 'region' },
        show: ['headline', 'chart.pareto'],
      },
      { kind: 'sql', name: 'later', sql: 'select 1\n' },
    ]);
    expect(notebook.faults).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['front matter that is no YAML', '---\na: [1\n---\ntext\n', { code: 'front-matter', line: 1 }],
    ['front matter that unfolds', '---\na: &x [1]\nb: [*x, *x]\n---\n', { code: 'front-matter', line: 1 }],
    [
      'a parameter without a default',
      '---\nparameters: { x: { type: number } }\n---\n',
      { code: 'front-matter', detail: expect.stringContaining('x') },
    ],
    ['a cell that is no YAML', 'a\n\n```analysis\n: [\n```\n', { code: 'bad-cell', line: 3 }],
    [
      'an analysis without its name',
      '```analysis\nshow: [x]\n```\n',
      { code: 'bad-cell', line: 1, detail: 'analysis: missing' },
    ],
    [
      'a frame with an unknown measure',
      '```frame\nfrom: a.b\ngroup: x\ncolumn: y\nmeasures: [mode]\n```\n',
      { code: 'bad-cell' },
    ],
    [
      'one name for two cells',
      '```analysis name=a\nanalysis: pareto\n```\n```analysis name=a\nanalysis: cohort\n```\n',
      { code: 'name-twice', line: 4, detail: 'a', proposal: 'a_2' },
    ],
    ['a cell from the future', 'a\n```python name=x\n1\n```\n', { code: 'unknown-cell', line: 2, detail: 'python' }],
    ['a head that never ends', '---\ntitle: x\n', { code: 'front-matter', line: 1, detail: 'no closing ---' }],
    ['a name with a blank', '```sql name="a b"\n1\n```\n', { code: 'bad-cell', line: 1 }],
    ['a name that means the dataset', '```sql name=orders\n1\n```\n', { code: 'bad-cell', detail: 'name: taken' }],
    ['an input without a name', '```input\ntype: text\n```\n', { code: 'bad-cell', detail: 'name: missing' }],
    ['an input of no sort', '```input name=a\ntype: colour\n```\n', { code: 'bad-cell' }],
    [
      'an input whose default it does not take',
      '```input name=a\ntype: date\ndefault: 2026-02-30\n```\n',
      { code: 'bad-cell' },
    ],
    [
      'a chart of nothing',
      '```chart name=a preset=bar\n```\n',
      { code: 'bad-cell', detail: expect.stringMatching(/^data/) },
    ],
    ['a chart that is no JSON', '```chart data=a\n{\n```\n', { code: 'bad-cell', line: 1 }],
    [
      'a chart with data of its own',
      '```chart data=a\n{"mark":"bar","data":{"url":"x"}}\n```\n',
      { code: 'bad-cell', detail: 'data: not permitted' },
    ],
    [
      'an unknown preset',
      '```chart data=a preset=pie\n```\n',
      { code: 'bad-cell', detail: expect.stringContaining('pie') },
    ],
    [
      'an input named like a parameter',
      '---\nparameters: { x: { type: number, default: 1 } }\n---\n```input name=x\ntype: text\n```\n',
      { code: 'name-twice', line: 4, detail: 'x', proposal: 'x_2' },
    ],
  ])('names the line of %s and keeps it', (_, text, fault) => {
    const notebook = parseNotebook(text);

    expect(notebook.faults).toMatchObject([fault]);
    expect(writeNotebook(notebook)).toBe(text);
  });

  it('hides prose of other languages, and ends a fence that is never closed with the text', () => {
    const notebook = parseNotebook('<!-- lang:fr -->\nBonjour\n```analysis\nanalysis: pareto\n');

    expect(notebook.blocks).toMatchObject([
      { type: 'marker' },
      { type: 'prose', language: 'other' },
      { type: 'cell', cell: { analysis: 'pareto' } },
    ]);
  });
});

it('a name with a line before it is for the notebook alone', () => {
  expect(['_rest', '_', 'top', 'a_b'].map(isPrivate)).toEqual([true, true, false, false]);
});

it('reads every sort of cell, with what stands behind the fence', () => {
  const { blocks, faults } = parseNotebook(
    [
      '```js heavy name=a reads=top,pareto.entities\nreturn 1\n```\n',
      '~~~ chart data=top preset=bar x="客户 名" by=city\n{ "height": 9 }\n~~~\n',
      '```input name=day\ntype: date\nlabel: { en: Day }\n```\n',
      '```sql\n```\n',
    ].join(''),
  );

  expect(faults).toEqual([]);
  expect(blocks).toMatchObject([
    { key: 'a', word: 'js', heavy: true, line: 1, cell: { source: 'return 1\n', reads: ['top', 'pareto.entities'] } },
    {
      key: 'chart#1',
      line: 4,
      cell: { data: 'top', preset: { preset: 'bar', x: '客户 名', by: 'city' }, spec: { height: 9 } },
    },
    { key: 'day', line: 7, cell: { label: { en: 'Day' }, spec: { type: 'date', default: '' } } },
    { key: 'sql#1', body: '', heavy: false },
  ]);
});

it('does not read what is too large, and keeps the cells behind the last that runs', () => {
  const large = `# x\n${'a'.repeat(MOST_NOTEBOOK_TEXT)}`;
  const many = parseNotebook('```sql\nx\n```\n'.repeat(MOST_CELLS + 2));

  expect(parseNotebook(large).faults).toMatchObject([{ code: 'too-large' }]);
  expect(writeNotebook(parseNotebook(large))).toBe(large);
  expect(many.faults).toEqual([{ code: 'too-many-cells', line: 3 * MOST_CELLS + 1, detail: String(MOST_CELLS) }]);
  expect(many.blocks.map((block) => block.type === 'cell' && block.cell.kind).slice(-3)).toEqual([
    'sql',
    'kept',
    'kept',
  ]);
});

const piece = fc.constantFrom(
  '---\n',
  'title: x\n',
  '\r\n',
  '\n',
  '```analysis name=a\n',
  '```',
  '````\r\n',
  '~~~frame\n',
  '~~~\n',
  'analysis: pareto\n',
  '<!-- lang:en -->\n',
  '<!-- lang:xx -->',
  '\uFEFF',
  '__proto__: 1\n',
  '客户',
  ' ',
  '\t',
);

it('every text comes back byte for byte', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');

      expect(writeNotebook(parseNotebook(text))).toBe(text);
    }),
    runs(400, 20_000),
  );
});
