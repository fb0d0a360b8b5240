import { Dexie } from 'dexie';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { ExportFormat } from '@/src/app/export-parties';
import { ACME, createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.page = ACME;
  const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
  if (draft.ok) await world.app.capture.save(world.app.newBatch(), { draft: draft.value, updates: new Map() });
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function exported(format: ExportFormat): Promise<{ name: string; text: string }> {
  await world.app.parties.export(format, (key) => key);
  const { name, content } = must(world.saved.at(-1), 'a file');
  // Blob.text() takes the byte order mark away.
  return { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await content.arrayBuffer()) };
}

describe('exportParties', () => {
  it('hands over an address book with the company of each person', async () => {
    const { name, text } = await exported('vcard-4');

    expect(name).toBe('vital-few-2026-11-21.vcf');
    expect(text.match(/BEGIN:VCARD/g)).toHaveLength(2);
    expect(text).toMatch(/FN:上海艾克米有限公司[^]*KIND:individual[^]*ORG:上海艾克米有限公司/);
  });

  it('writes a table in which no cell is a formula and no phone a number', async () => {
    const [company] = await world.app.parties.companies();
    await world.app.records.edit({
      kind: companyKind,
      records: [must(company, 'company').id],
      inputs: { legalName: '=HYPERLINK("http://x")' },
    });
    const { name, text } = await exported('sheet');
    const { data } = Papa.parse<string[]>(text.replace('\uFEFF', ''));

    expect(name).toBe('vital-few-2026-11-21.csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(data.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(data.flat()).toContain("'+86 21 5888 6666");
    expect(data.flat()).toContain('\'=HYPERLINK("http://x")');
  });

  it('writes the older form for those who ask for it', async () => {
    expect((await exported('vcard-3')).text).toContain('VERSION:3.0');
  });
});

describe('exportSome', () => {
  const idsOf = async (): Promise<[company: RecordId, person: RecordId]> => {
    const [[one], [other]] = [await world.app.parties.companies(), await world.app.parties.people()];
    return [must(one, 'company').id, must(other, 'person').id];
  };
  const textOf = async (): Promise<string> => must(world.saved.at(-1), 'a file').content.text();

  it('hands over these records and no other, each once', async () => {
    const [acme] = await idsOf();

    expect(await world.app.parties.exportSome([acme, acme], 'vcard-4', (key) => key)).toBe(1);
    expect((await textOf()).match(/^FN:.*$/gm)?.map((line) => line.trim())).toEqual(['FN:上海艾克米有限公司']);
  });

  it('gives people the name of their company, which itself stays out', async () => {
    const [, person] = await idsOf();

    expect(await world.app.parties.exportSome([person], 'salesforce-leads', (key) => key)).toBe(1);
    const [headings = [], ...rows] = Papa.parse<string[]>((await textOf()).trim()).data;
    expect(rows.map((row) => row[headings.indexOf('Company')])).toEqual(['上海艾克米有限公司']);
  });

  it('passes over what is not on file and what is neither company nor person', async () => {
    expect(await world.app.parties.exportSome(['nobody' as RecordId], 'sheet', (key) => key)).toBe(0);
  });
});

describe('the records of a batch', () => {
  it('are what it made, and none of a batch that was never written', async () => {
    const [batch] = await world.app.history.list(1);
    const rows = [...(await world.app.parties.companies()), ...(await world.app.parties.people())];

    expect(await world.app.history.recordsOf(must(batch, 'a batch').header.batchId)).toEqual(rows.map(({ id }) => id));
    expect(await world.app.history.recordsOf('none' as BatchId)).toEqual([]);
  });
});

describe('the archive of everything', () => {
  it('is handed over as a ZIP with the words given, counts as a backup, and comes back', async () => {
    const written = await world.app.backups.archive('Read me');
    const { name, content } = must(world.saved.at(-1), 'a file');

    expect(written).toMatchObject({ ok: true, value: { rows: { records: 2 } } });
    expect(name).toBe('vital-few-2026-11-21.zip');
    expect((await world.app.settings.read())['last-backup']).toMatch(/^2026-11-21T/);
    expect(await world.app.backups.restore(content)).toMatchObject({ ok: true, value: { rows: { records: 2 } } });
    expect(world.reloads).toBe(1);
  });
});
