import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { exportTable } from '@/src/app/export-table';
import { field, many } from '@/src/domain/records/field';
import type { Fields, Row } from '@/src/domain/records/record';
import type { ViewField } from '@/src/domain/records/custom-field.kind';

/** What a list would show that puts every value in brackets. */
const reading = { text: (_: ViewField, value: unknown) => `[${String(value)}]` };

const columns = [
  { heading: '名称', field: { path: 'name', spec: field.text(), label: undefined } },
  { heading: 'State', field: { path: '@state', spec: field.choice(['new']), label: undefined } },
  { heading: 'Worth', field: { path: 'worth', spec: field.money(), label: undefined } },
  { heading: 'Since', field: { path: 'since', spec: field.date(), label: undefined } },
  { heading: 'Size', field: { path: 'size', spec: field.number(), label: undefined } },
  { heading: 'Tags', field: { path: 'tags', spec: many(field.text()), label: undefined } },
  { heading: '=Own', field: { path: 'custom/f1', spec: field.date(), label: '=Own' } },
];

const row = (fields: Fields): Row => ({
  id: 'r1' as RecordId,
  kind: 'thing',
  state: 'new',
  fields,
  keys: [],
  origin: { base: 'd.1' as Row['origin']['base'] },
});

async function exported(rows: readonly Row[], text = reading.text): Promise<{ name: string; lines: string[] }> {
  const saved: { name: string; content: Blob }[] = [];
  const host = {
    languages: [],
    openWorkspace: async () => undefined,
    saveFile: (name: string, content: Blob) => saved.push({ name, content }),
    keepStorage: async () => 'kept' as const,
    offerPageMenu: async () => undefined,
    reload: () => undefined,
  };
  const clock = { now: () => 0, today: () => '2026-11-22', wait: async () => undefined };
  expect(exportTable({ host, clock }, { kind: 'thing', columns, rows, reading: { text } })).toBe(rows.length);
  const { name, content } = must(saved[0], 'a file');
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer());
  expect(raw.startsWith('\uFEFF')).toBe(true);
  return { name, lines: raw.slice(1).split('\r\n') };
}

describe('exportTable', () => {
  it('writes the columns and rows in their order: words as shown, figures and days plainly', async () => {
    const { name, lines } = await exported([
      row({
        name: 'B',
        worth: { amount: '-1234.50', currency: 'CNY' },
        since: '2026-03-01',
        size: 1234.5,
        tags: { b: 'second', a: 'first' },
        custom: { f1: '2026-04-05' },
      }),
      row({ name: 'A' }),
    ]);

    expect(name).toBe('vital-few-thing-2026-11-22.csv');
    expect(lines).toEqual([
      "名称,State,Worth,Since,Size,Tags,'=Own",
      "[B],[new],'-1234.50 CNY,2026-03-01,1234.5,[first]; [second],2026-04-05",
      '[A],[new],,,,,',
      '',
    ]);
  });

  it.each(['=1+1', '+1', '@SUM(A1)', '-2+3', '\t=1', '＝1', ' =cmd'])('lets %j be no formula', async (text) => {
    const { lines } = await exported([row({ name: text })], (field, value) =>
      field.path === 'name' ? String(value) : '',
    );

    // A plain number is what it is in every spreadsheet.
    expect(lines[1]?.startsWith(text === '+1' ? '+1,' : "'")).toBe(true);
  });

  it('quotes what would break the line', async () => {
    const { lines } = await exported([row({ name: 'a,"b"' })]);
    expect(lines[1]).toMatch(/^"\[a,""b""\]",/);
  });
});
