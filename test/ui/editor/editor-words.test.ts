import { describe, expect, it } from 'vitest';
import type { CellStanding } from '@/src/app/cell-result';
import { table } from '@/src/domain/analysis/result';
import { editorWords } from '@/src/ui/editor/editor-words';

const TABLE = table({ 客户: 'text', n: 'count' }, []);
const gave = (result: NonNullable<CellStanding['result']>): CellStanding => ({ state: 'fresh', result });

describe('the words an editor proposes', () => {
  it('are the columns of the file and of every result that has a name, and the inputs', () => {
    const standings = new Map<string, CellStanding>([
      ['top', gave({ kind: 'output', output: { table: TABLE, notices: [] } })],
      ['classes', gave({ kind: 'frame', table: TABLE, notices: [] })],
      ['ratio', gave({ kind: 'output', output: { value: 3, notices: [] } })],
      ['_mine', gave({ kind: 'frame', table: TABLE, notices: [] })],
      ['sql#2', gave({ kind: 'frame', table: TABLE, notices: [] })],
      ['later', { state: 'new' }],
    ]);

    expect(editorWords(standings, ['customer', 'day'], ['share'])).toEqual({
      tables: { orders: ['customer', 'day'], top: ['客户', 'n'], classes: ['客户', 'n'] },
      facts: ['ratio'],
      inputs: ['share'],
    });
  });

  it('know no table of orders before its columns are known', () => {
    expect(editorWords(new Map(), [], [])).toEqual({ tables: {}, facts: [], inputs: [] });
  });
});
