// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { CellResult } from '@/src/app/cell-result';
import { table } from '@/src/domain/analysis/result';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { tablesOf, withoutRawRows, type NotebookDocument } from '@/src/ui/export/notebook-document';
import { useDocument } from '@/src/ui/export/use-document';
import { renderWith, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let rendered: Rendered;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await rendered.cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function documentOf(text: string, results: Readonly<Record<string, CellResult>>): Promise<NotebookDocument> {
  const made: NotebookDocument[] = [];
  function Probe() {
    const shown = {
      results: new Map(Object.entries(results)),
      dataset: undefined,
      fillProse: (prose: string) => prose,
    };
    const document = useDocument()({ notebook: parseNotebook(text), ...shown });
    useEffect(() => void made.push(document));
    return null;
  }
  rendered = await renderWith(world.app, <Probe />);
  return must(made.at(-1), 'the document');
}

const ANY = table({ customer: 'text' }, [['甲']]);
const analysis = (name: string, tables: object): CellResult =>
  ({ kind: 'analysis', run: { analysis: name, version: 1, params: {}, outcome: { facts: {}, tables } } }) as CellResult;

describe('a notebook as a document', () => {
  it('leaves out what was made of rows, however many cells are between', async () => {
    const document = await documentOf(
      [
        '```sql name=rows\nselect * from orders\n```',
        '```frame name=few\nfrom: rows\nsteps: [{ limit: 1 }]\n```',
        '```chart name=picture data=few preset=bar\n```',
        '```frame name=classes\nfrom: pareto.entities\nsteps: [{ limit: 1 }]\n```',
      ].join('\n'),
      {
        rows: { kind: 'output', output: { table: ANY, notices: [] } },
        few: { kind: 'frame', table: ANY, notices: [] },
        picture: { kind: 'chart', spec: { mark: 'bar' }, table: ANY },
        classes: { kind: 'frame', table: ANY, notices: [] },
      },
    );

    expect(document.parts).toHaveLength(4);
    expect(withoutRawRows(document).parts.map((part) => 'id' in part && part.id)).toEqual(['classes']);
  });

  it('says of each row what the screen says, numbers included', async () => {
    const why = table({ key: 'text', why: 'text', usualGap: 'days', silentDays: 'days' }, [['甲', 'silent', 30, 90]]);
    const document = await documentOf('```analysis name=a\nanalysis: slipping-now\nshow: [table.customers]\n```', {
      a: analysis('slipping-now', { customers: why }),
    });

    expect(tablesOf(document)[0]?.shown).toEqual([['甲', 'usually every 30 days, now 90', '30', '90']]);
  });

  it.each([
    ['lost', 'lost'],
    ['silent', 'silent longer than usual'],
    ['volume', 'pays less than before'],
    ['orders', 'orders less often than before'],
  ])('says %s without figures where the row has none', async (why, said) => {
    const document = await documentOf('```frame name=reasons\nfrom: a.slipping\nsteps: [{ limit: 1 }]\n```', {
      reasons: { kind: 'frame', table: table({ why: 'text', count: 'count' }, [[why, 3]]), notices: [] },
    });

    expect(tablesOf(document)[0]?.shown).toEqual([[said, '3']]);
  });

  it.each([
    [{ flagged: 14, stopped: 5, recall: 0.2, recallLow: 0.1, recallHigh: 0.4 }, 'recall 20% (10% to 40%)'],
    [{ flagged: 14, stopped: 0, recall: null }, 'none of them stopped ordering'],
    [{ flagged: 0, stopped: 5, precision: null }, 'it flagged none of 28; 5 stopped ordering'],
  ])('says of a rule that was tried what can be said: %j', async (scores, said) => {
    const facts = {
      vitalFew: 36,
      slipping: 9,
      backTestable: true,
      judged: 28,
      hits: 0,
      cutDay: '2026-08-25',
      ...scores,
    };
    const tables = { slipping: table({ key: 'text' }, [['甲']]) };
    const document = await documentOf('```analysis name=a\nanalysis: slipping-now\nshow: [headline]\n```', {
      a: {
        kind: 'analysis',
        run: { analysis: 'slipping-now', version: 1, params: {}, outcome: { facts, tables } },
      },
    });
    const [part] = document.parts;
    const lines = part?.kind === 'sentences' ? part.lines : [];

    expect(lines.at(-1)).toContain(said);
    expect(lines.at(-1)).not.toContain('( to )');
  });

  it('shows no figures of months before the first full window, in the workbook neither', async () => {
    const months = table({ month: 'month', warmUp: 'flag', churned: 'count' }, [
      ['2024-01', true, 0],
      ['2024-02', false, 3],
    ]);
    const document = await documentOf('```analysis name=a\nanalysis: churn\nshow: [table.months]\n```', {
      a: analysis('churn', { months }),
    });
    const [only] = tablesOf(document);

    expect(only?.shown.map((row) => row[2])).toEqual(['', '3']);
    expect(only?.table.rows.map((row) => row[2])).toEqual([null, 3]);
  });
});
