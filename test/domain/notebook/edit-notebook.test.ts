import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDefault } from '@/src/domain/notebook/edit-default';
import {
  cellSource,
  duplicateCell,
  insertUnit,
  moveUnit,
  removeUnit,
  renameCell,
  replaceBody,
  type Edited,
} from '@/src/domain/notebook/edit-notebook';
import { cellBlocks, writeNotebook } from '@/src/domain/notebook/notebook';
import { parseNotebook } from '@/src/domain/notebook/parse-notebook';
import { unitsOf } from '@/src/domain/notebook/units';
import { err } from '@/src/kernel/result';
import { runs } from '@/test/support/runs';

const HEAD = `---
title: x # kept
parameters:
  share: { type: number, default: 0.8, max: 1 } # a share
  basis:
    type: choice
    options: [net, 'off']
    default:   'net'   # or gross
---
`;
const EN = '<!-- lang:en -->\nHello.\n\n';
const TOP = '```sql name=top heavy\nselect 1\n```\n';
const CITY = '~~~input name=city\ntype: text\ndefault: "a b"\n~~~\n\n';
const TEXT = `${HEAD}\n${EN}${TOP}\nPlain {{top.n}}.\n\n${CITY}\`\`\`chart data=top preset=bar\n\`\`\``;

const done = (edited: Edited): string => (edited.ok ? edited.value : expect.fail(edited.error.code));
const sources = (text: string): string[] => unitsOf(parseNotebook(text)).units.map(({ source }) => source);

it('units are cells with the blank lines behind them, and passages of prose in all languages', () => {
  expect(unitsOf(parseNotebook(TEXT))).toEqual({
    head: `${HEAD}\n`,
    units: [
      { kind: 'prose', source: EN, block: 1 },
      { kind: 'cell', source: `${TOP}\n`.slice(0, -1), block: 3 },
      { kind: 'prose', source: '\nPlain {{top.n}}.\n\n', block: 4 },
      { kind: 'cell', source: CITY, block: 5 },
      { kind: 'cell', source: '```chart data=top preset=bar\n```', block: 7 },
    ],
  });
});

describe('edits', () => {
  it('insert a cell, apart from what is around it', () => {
    const inserted = done(insertUnit(TEXT, 1, cellSource('js name=x', 'return 1')));
    expect(inserted).toBe(TEXT.replace(TOP, `\`\`\`js name=x\nreturn 1\n\`\`\`\n\n${TOP}`));
    expect(done(insertUnit(TEXT, 5, cellSource('js', '')))).toBe(`${TEXT}\n\n\`\`\`js\n\`\`\`\n`);
    expect(done(insertUnit('', 0, 'Prose'))).toBe('Prose\n');
    expect(insertUnit(TEXT, 6, 'x')).toEqual(err({ code: 'no-unit' }));
  });

  it('write the line ends that the file has', () => {
    const edited = done(insertUnit('a\r\n', 1, cellSource('sql', 'select 1\nfrom x')));

    expect(edited).toBe('a\r\n\r\n```sql\r\nselect 1\r\nfrom x\r\n```\r\n');
    expect(done(replaceBody(edited, 1, 'b\nc'))).toBe('a\r\n\r\n```sql\r\nb\r\nc\r\n```\r\n');
  });

  it('remove a unit, and keep the languages apart that then meet', () => {
    expect(done(removeUnit(TEXT, 3))).toBe(TEXT.replace(CITY, ''));
    const met = done(removeUnit(TEXT, 1));
    expect(met).toContain('Hello.\n\n<!-- lang:* -->\n\nPlain');
    expect(sources(met)).toHaveLength(3);
  });

  it('move a unit over its neighbour; what stood at the end is closed', () => {
    const moved = done(moveUnit(TEXT, 4, -1));
    expect(moved).toBe(TEXT.replace(CITY, '').replace(/```$/, `\`\`\`\n${CITY}`));
    expect(done(moveUnit('a\n\n```js\n1', 1, -1))).toBe('```js\n1\n```\na\n\n');
    expect(moveUnit(TEXT, 0, -1)).toEqual(err({ code: 'no-unit' }));
    expect(moveUnit(TEXT, 4, 1)).toEqual(err({ code: 'no-unit' }));
  });

  it('duplicate a cell under a free name', () => {
    const twice = done(duplicateCell(TEXT, 1));
    expect(cellBlocks(parseNotebook(twice)).map(({ key }) => key)).toEqual(['top', 'top_2', 'city', 'chart#1']);
    expect(twice).toContain('```sql name=top_2 heavy\nselect 1\n```\n');
    expect(duplicateCell(TEXT, 0)).toEqual(err({ code: 'not-a-cell' }));
  });

  it('replace a body; the fence grows where the body would end it', () => {
    expect(done(replaceBody(TEXT, 1, 'select 1'))).toBe(TEXT.replace('select 1', 'select 1'));
    expect(done(replaceBody(TEXT, 1, 'select 2'))).toBe(TEXT.replace('select 1', 'select 2'));
    const grown = done(replaceBody(TEXT, 1, 'a\n````\nb'));
    expect(grown).toBe(TEXT.replace(TOP, '`````sql name=top heavy\na\n````\nb\n`````\n'));
    expect(done(replaceBody(TEXT, 0, 'Other.\n\n'))).toBe(TEXT.replace(EN, 'Other.\n\n'));
  });

  it('never make prose a head', () => {
    expect(replaceBody('x\n', 0, '---\ntitle: y\n---\n')).toEqual(err({ code: 'not-possible' }));
  });

  it('rename a cell, and tell who reads the old name', () => {
    expect(renameCell(TEXT, 1, 'best')).toEqual({
      ok: true,
      value: { text: TEXT.replace('name=top', 'name=best'), readers: ['prose#1', 'chart#1'] },
    });
    expect(renameCell(TEXT, 4, '图')).toEqual({
      ok: true,
      value: { text: TEXT.replace('chart data', 'chart name=图 data'), readers: [] },
    });
    expect(renameCell(TEXT, 1, 'city')).toEqual(err({ code: 'name-used' }));
    expect(renameCell(TEXT, 1, 'share')).toEqual(err({ code: 'name-used' }));
    expect(renameCell(TEXT, 1, 'a b')).toEqual(err({ code: 'bad-name' }));
    expect(renameCell(TEXT, 0, 'a')).toEqual(err({ code: 'not-a-cell' }));
  });

  it.each<[string, string | number, string, string]>([
    ['share', 0.25, 'default: 0.8', 'default: 0.25'],
    ['share', '0.5', 'default: 0.8', 'default: 0.5'],
    ['basis', 'off', "default:   'net'   #", 'default:   "off"   #'],
    ['city', 'x: "y"\n', 'default: "a b"', String.raw`default: "x: \"y\"\n"`],
    ['city', '上海', 'default: "a b"', 'default: 上海'],
  ])('change the default of %s to %j and nothing else', (name, value, before, after) => {
    expect(changeDefault(TEXT, name, value)).toEqual({ ok: true, value: TEXT.replace(before, after) });
  });

  it('refuse a default that is not taken, or stands nowhere', () => {
    expect(changeDefault(TEXT, 'share', 3)).toEqual(err({ code: 'not-allowed', name: 'share', allowed: '0 … 1' }));
    expect(changeDefault(TEXT, 'top', 3)).toEqual(err({ code: 'no-parameter' }));
    expect(changeDefault('```input name=a\ntype: text\n```\n', 'a', 'x')).toEqual(err({ code: 'not-possible' }));
  });
});

const piece = fc.constantFrom(
  '---\n',
  'title: x\n',
  '\n',
  '\r\n',
  '```sql name=a\n',
  '```js\n',
  '```\n',
  '~~~chart data=a preset=bar\n',
  '~~~\n',
  '```text\n',
  '<!-- lang:en -->\n',
  '<!-- lang:* -->\n',
  'prose\n',
  'x',
  '    ',
  '\uFEFF',
);
const anyText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
const anyBody = fc
  .array(fc.constantFrom('```', '~~~', 'x', '\n', '`', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''));
const cellsOf = (text: string): string[] => cellBlocks(parseNotebook(text)).map(({ source }) => source.trimEnd());

describe('of every text', () => {
  it('the head and the units are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { head, units } = unitsOf(parseNotebook(text));

        expect(head + units.map(({ source }) => source).join('')).toBe(text);
      }),
      runs(500, 10_000),
    );
  });

  it('an edit that is done leaves all other cells as they were, but for the end of the last', () => {
    fc.assert(
      fc.property(anyText, fc.nat(8), anyBody, fc.nat(5), (text, at, body, which) => {
        const units = unitsOf(parseNotebook(text)).units;
        const own = units[at]?.kind === 'cell' ? units[at].source.trimEnd() : undefined;
        const edits = [
          () => removeUnit(text, at),
          () => moveUnit(text, at, 1),
          () => moveUnit(text, at, -1),
          () => duplicateCell(text, at),
          () => replaceBody(text, at, body),
          () => insertUnit(text, at, cellSource('sql name=inserted', body)),
        ];
        const edited = edits[which]?.();
        if (!edited?.ok) return;
        const after = cellsOf(edited.value);
        const others = cellsOf(text).filter((source) => source !== own);

        expect(writeNotebook(parseNotebook(edited.value))).toBe(edited.value);
        for (const source of others) expect(after.some((now) => now.startsWith(source))).toBe(true);
      }),
      runs(1_000, 20_000),
    );
  });

  it('what a cell is given is what it holds', () => {
    fc.assert(
      fc.property(anyText, fc.nat(8), anyBody, (text, at, body) => {
        const unit = unitsOf(parseNotebook(text)).units[at];
        const edited = unit?.kind === 'cell' ? replaceBody(text, at, body) : undefined;
        if (!edited?.ok) return;
        const block = parseNotebook(edited.value).blocks[unitsOf(parseNotebook(edited.value)).units[at]?.block ?? -1];
        const held = block?.type === 'cell' ? block.body.replaceAll('\r\n', '\n') : undefined;

        expect([body, `${body}\n`]).toContain(held);
      }),
      runs(1_000, 20_000),
    );
  });

  it('moving there and back leaves the cells in their order', () => {
    fc.assert(
      fc.property(anyText, fc.nat(6), (text, at) => {
        const there = moveUnit(text, at, 1);
        if (!there.ok || sources(there.value).length !== sources(text).length) return;
        const back = moveUnit(there.value, at + 1, -1);
        if (!back.ok) return;

        expect(cellsOf(back.value).map((source, i) => source.startsWith(cellsOf(text)[i] ?? '?'))).toEqual(
          cellsOf(text).map(() => true),
        );
      }),
      runs(500, 10_000),
    );
  });
});
