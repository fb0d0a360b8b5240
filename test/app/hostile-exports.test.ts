import XLSX from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { Dexie } from 'dexie';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { createApp, type App } from '@/src/app/create-app';
import { EXPORT_FORMATS } from '@/src/app/export-parties';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { viewFieldsOf } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { writeWorkbook } from '@/src/platform/files/workbook';
import { contacts } from '@/test/support/contacts';
import { createWorld, type World } from '@/test/support/world';

/** What a spreadsheet would take for a formula, each with a mark that tells it from its neighbours. */
const HOSTILE = [
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(1)',
  '＝1+2',
  '＋1+3',
  '－4+3',
  '＠x',
  '\t=1+4',
  '\r=1+5',
  '\n=1+6',
  ' =1+7',
  '=HYPERLINK("https://evil.example","x")',
];
const TABLES = EXPORT_FORMATS.filter((format) => !format.startsWith('vcard'));

let world: World;
let app: App;
beforeEach(async () => {
  world = await createWorld();
  const contactFiles = {
    read: async () => world.contacts,
    writeSheet: async (rows: string[][]) => new Blob([await writeWorkbook(rows)]),
  };
  app = createApp({ ...world.ports, contactFiles });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function file(kind: Kind, inputs: Record<string, string>): Promise<RecordId> {
  const record = app.newRecord();
  const made = await app.records.make(kind, record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}

/** A company and its people, with each of the values in every text that a format may have a column for. */
async function fileAll(): Promise<void> {
  for (const text of HOSTILE) {
    const firm = await file(company, {
      name: `${text} firm`,
      legalName: text,
      industry: text,
      note: text,
      owner: text,
      'tags/t': text,
      'addresses/a': text,
      'registrationIds/r': text,
      'phones/p': text,
      'emails/e': text,
      'externalIds/x': text,
    });
    await file(person, {
      name: `${text} person`,
      company: firm,
      title: text,
      department: text,
      note: text,
      owner: text,
      'tags/t': text,
      'phones/p': text,
      'emails/e': text,
      'accounts/a': text,
      'externalIds/x': text,
    });
  }
}

/** The cells of the newest file, as a spreadsheet would have them. */
async function cellsOf(content: Blob): Promise<XLSX.CellObject[]> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  return cellsIn(
    content.type.includes('csv')
      ? XLSX.read(new TextDecoder().decode(bytes), { type: 'string' })
      : XLSX.read(bytes, { type: 'array', cellFormula: true }),
  );
}
function cellsIn(book: XLSX.WorkBook): XLSX.CellObject[] {
  const sheets = Object.values(book.Sheets);
  return sheets.flatMap((sheet) =>
    Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as XLSX.CellObject])),
  );
}
const newest = (): Blob => must(world.saved.at(-1), 'a file').content;
const formulas = (cells: readonly XLSX.CellObject[]): unknown[] =>
  cells.filter(({ f, t, v }) => f !== undefined || (t !== 's' && HOSTILE.some((one) => one.includes(String(v)))));
/** How many of the hostile values stand in some cell, behind the quote that guards them or, in a workbook, bare. */
const seen = (cells: readonly XLSX.CellObject[]): number =>
  HOSTILE.filter((one) => cells.some(({ v }) => String(v).includes(one.trim()))).length;

describe('no export', () => {
  it('can pass this test unguarded: as they are, the values are formulas', () => {
    const unguarded = cellsIn(XLSX.read(Papa.unparse(HOSTILE.map((one) => [one])), { type: 'string' }));

    expect(unguarded.filter(({ f }) => f !== undefined).length).toBeGreaterThan(0);
  });

  it.each(TABLES)('holds a formula: %s', async (format) => {
    await fileAll();
    await app.parties.export(format, (key) => key);
    const cells = await cellsOf(newest());

    expect(formulas(cells)).toEqual([]);
    expect(seen(cells)).toBe(HOSTILE.length);
  });

  it.each([company, person])('holds a formula: the table of the list of $name', async (kind) => {
    await fileAll();
    const rows = await app.records.rows(kind.name);
    const columns = viewFieldsOf(kind, []).map((field) => ({ heading: `=${field.path}`, field }));
    app.records.exportTable({ kind: kind.name, columns, rows, reading: { text: (_, value) => String(value) } });
    const cells = await cellsOf(newest());

    expect(formulas(cells)).toEqual([]);
    expect(seen(cells)).toBe(HOSTILE.length);
    expect(cells.slice(0, columns.length).map(({ v }) => v)).toEqual(columns.map(({ heading }) => `'${heading}`));
  });

  it('holds a formula: the file of rows that were not imported', async () => {
    const faults = HOSTILE.map((one, i) => ({ place: i + 1, reason: 'no-name' as const, row: ['', one] }));
    const planned = await app.contacts.plan(
      'x.csv',
      contacts([], { faults, headings: ['=a', '+b'] }),
      async () => true,
    );
    app.contacts.saveFaults(planned.ok ? planned.value : expect.fail('no plan'), (key) => key);
    const cells = await cellsOf(newest());

    expect(formulas(cells)).toEqual([]);
    expect(seen(cells)).toBe(HOSTILE.length);
  });

  it('holds a formula: the tables in the archive of everything', async () => {
    await fileAll();
    await app.backups.archive('Everything.');
    const entries = Object.entries(unzipSync(new Uint8Array(await newest().arrayBuffer())));
    const tables = entries.filter(([name]) => name.endsWith('.csv'));
    const cells = tables.flatMap(([, bytes]) =>
      cellsIn(XLSX.read(new TextDecoder().decode(bytes), { type: 'string' })),
    );

    expect(tables.length).toBe(2);
    expect(formulas(cells)).toEqual([]);
    expect(seen(cells)).toBe(HOSTILE.length);
  });

  it('turns a figure into text: what computes nothing stays a number', async () => {
    await file(company, { name: '-2', industry: '-12.50' });
    await app.parties.export('sheet', (key) => key);
    const figures = (await cellsOf(newest())).filter(({ t }) => t === 'n');

    expect(figures.map(({ v, f }) => [v, f])).toEqual([
      [-2, undefined],
      [-12.5, undefined],
    ]);
  });
});
