import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNotebookRun } from '@/src/app/notebook-run';
import { err, ok } from '@/src/kernel/result';
import { duplicateCell, moveUnit, removeUnit, replaceBody, type Edited } from '@/src/domain/notebook/edit-notebook';
import { fillFacts } from '@/src/domain/notebook/facts';
import { cellBlocks, writeNotebook } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { table } from '@/src/domain/analysis/result';
import type { RecordId } from '@/src/kernel/ids';
import { runs } from '@/test/support/runs';

const FOLDER = path.resolve(import.meta.dirname, '../../notebooks');
const EVERY_CELL = `---
title: { en: All, zh-CN: 全部 }
parameters:
  share: { type: number, default: 0.8, min: 0, max: 1 }
---
In all {{total.n}} of {{pareto.k}}, \`{{code}}\`.

\`\`\`input name=city
type: text
default: 上海
\`\`\`
\`\`\`analysis name=pareto
analysis: pareto
params: { share: $share }
\`\`\`
\`\`\`sql name=top heavy
select * from orders, pareto.entities where city = $city -- '
\`\`\`
\`\`\`js name=total reads=top
return top.rows.map((row) => row[0] / 2);
\`\`\`
\`\`\`frame name=classes
from: pareto.entities
steps: [{ sort: { by: value } }, { merge: { with: top, on: n } }]
\`\`\`
\`\`\`chart name=picture data=top preset=bar x="n"
{ "height": 100 }
\`\`\`
`;
const SEEDS = [...readdirSync(FOLDER).map((file) => readFileSync(path.join(FOLDER, file), 'utf8')), EVERY_CELL];

const SCRAPS = [
  '---\n',
  '```sql name=top\n',
  '```\n',
  '~~~\n',
  '````',
  '<!-- lang:en -->\n',
  '{{pareto.k}}',
  '{{',
  '$share',
  '$$',
  "'",
  '"',
  '`',
  '/*',
  '*/',
  '&x [*x]\n',
  '<<: *x\n',
  '__proto__: 1\n',
  'name=',
  'reads=top,total',
  'data=total',
  'heavy',
  '\0',
  '\uFEFF',
  '\r\n',
  '\uD800',
  '：',
  '\\',
  '[[[[[[',
  '```js name=total\ntop + total\n```\n',
  '```evil name=x\n1\n```\n',
  '!!js/function ',
  '{"data":{"url":"//x"}}',
];

/** How a text is changed at a place, given as a share of its length. */
const anyMutation = fc.tuple(
  fc.nat(5),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(40),
  fc.constantFrom(...SCRAPS),
);
const anyNotebook = fc
  .tuple(fc.constantFrom(...SEEDS), fc.array(anyMutation, { minLength: 1, maxLength: 6 }))
  .map(([seed, mutations]) => mutations.reduce(mutated, seed));

function mutated(text: string, [how, share, length, scrap]: [number, number, number, string]): string {
  const at = Math.floor(share * text.length);
  const [before, piece, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (how === 0) return before + after;
  if (how === 1) return before + piece + piece + after;
  if (how === 2) return before + scrap + piece + after;
  if (how === 3) return before + [...piece].reverse().join('') + after;
  const lines = text.split('\n');
  const line = Math.min(Math.floor(share * lines.length), lines.length - 1);
  const other = (line + length) % lines.length;
  return how === 4
    ? lines.toSpliced(line, 1).join('\n')
    : lines
        .with(line, lines[other] ?? '')
        .with(other, lines[line] ?? '')
        .join('\n');
}

const EDITS: readonly ((text: string, at: number) => Edited)[] = [
  removeUnit,
  (text, at) => moveUnit(text, at, 1),
  (text, at) => replaceBody(text, at, 'x\n```\ny'),
  duplicateCell,
];

it('a notebook that was changed in any way is read, kept, edited and run without a crash, and not run without trust', async () => {
  await fc.assert(
    fc.asyncProperty(anyNotebook, fc.nat(40), async (text, at) => {
      const notebook = parseNotebook(text);
      expect(writeNotebook(notebook)).toBe(text);
      for (const block of notebook.blocks) if (block.type === 'prose') fillFacts(block.text, () => '1');
      const edited = EDITS[at % EDITS.length]?.(text, Math.floor(at / EDITS.length));
      if (edited?.ok) expect(writeNotebook(parseNotebook(edited.value))).toBe(edited.value);

      let asked = 0;
      const output = ok({ table: table({ n: 'count' }, [[1]]), notices: [] });
      const run = createNotebookRun({
        trusted: false,
        beforeJs: async () => void asked++,
        datasets: {
          analyse: async () => (asked++, err({ code: 'no-dataset' as const })),
          frame: async () => (asked++, output),
        },
        cells: { sql: async () => (asked++, output), js: async () => (asked++, output) },
      });
      const request = { notebook, dataset: 'd' as RecordId, datasetHash: '', given: {} };
      await run.update(request);
      for (const { key } of cellBlocks(notebook)) await run.run(key);
      expect(asked).toBe(0);
      expect([...run.standings.values()].every(({ state, result }) => state === 'untrusted' && !result)).toBe(true);
      await run.trust();
      for (const { state } of run.standings.values()) expect(['fresh', 'failed', 'waiting', 'new']).toContain(state);
    }),
    runs(500, 10_000),
  );
});

it('the notebooks that it begins with do run once they are trusted', async () => {
  const asked: string[] = [];
  const output = ok({ table: table({ n: 'count', sum: 'money' }, [[1, '2.00']]), notices: [] });
  const outcome = { facts: { k: 1 }, tables: { entities: table({ n: 'count' }, [[1]]) } };
  const run = createNotebookRun({
    trusted: false,
    datasets: {
      analyse: async (_, name) => (asked.push(name), ok({ analysis: name, version: 1, params: {}, outcome })),
      frame: async () => (asked.push('frame'), output),
    },
    cells: { sql: async () => (asked.push('sql'), output), js: async () => (asked.push('js'), output) },
  });
  const notebook = parseNotebook(EVERY_CELL);
  expect(notebook.faults).toEqual([]);
  await run.update({ notebook, dataset: 'd' as RecordId, datasetHash: '', given: {} });
  await run.trust();
  await run.run('top');

  expect(asked).toEqual(['pareto', 'sql', 'js', 'frame']);
  expect([...run.standings.values()].map(({ state }) => state)).toEqual(['fresh', 'fresh', 'fresh', 'fresh', 'fresh']);
});
