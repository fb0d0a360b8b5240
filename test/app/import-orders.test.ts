import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { err } from '@/src/kernel/result';
import type { OpenedFile, StagedOrders } from '@/src/app/import-orders';
import { withRole } from '@/src/domain/tabular/remembered-roles';
import type { GivenFormat } from '@/src/domain/tabular/sales-file';
import { mixedExport, SALES_EXPORTS, shopifyExport, workbookExport } from '@/test/support/sales-exports';
import { content } from '@/test/support/store';
import { createWorld, salesFile, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const NOTHING = { records: [], datasets: [], notebooks: [], blobs: [], settings: [] };
const open = async (file: File, given: GivenFormat = {}): Promise<OpenedFile> => {
  const opened = await world.app.datasets.open(file, given);
  return opened.ok ? opened.value : expect.fail(opened.error.code);
};
const read = async (opened: OpenedFile, currency?: string): Promise<StagedOrders> => {
  const wanted = currency === undefined ? {} : { currency };
  const done = await world.app.datasets.read({ opened, datasetId: world.app.newRecord(), ...wanted }, () => undefined);
  return done.ok ? done.value : expect.fail(done.error.code);
};
const mixed = (): File => new File([mixedExport()], 'mixed.csv');
const aside = ({ read: { facts } }: StagedOrders): Record<string, number> =>
  Object.fromEntries(facts.setAside.map(({ reason, rows }) => [reason, rows]));

describe('a sales file that is read before it is imported', () => {
  it.each(SALES_EXPORTS.map((make) => [make().name, make()] as const))(
    'is understood, and the dry run is what the import gives: %s',
    async (_, exported) => {
      const staged = await read(await open(new File([exported.bytes], exported.name)));
      expect(await content(world.db)).toEqual(NOTHING);
      expect((await world.app.datasets.save(staged)).ok).toBe(true);
      const [row] = await world.app.datasets.list();

      expect(row?.fields.facts).toEqual(staged.read.facts);
      const { used, total, customers, amount, currency } = staged.read.facts;
      const said = [amount, ...(currency ? [currency] : [])].join(' ');
      expect({ used, total, customers, amount: said }).toEqual({
        used: exported.used,
        total: exported.total,
        customers: exported.customers,
        amount: exported.amount.replace(',', ''),
      });
    },
  );

  it('leaves nothing when it is discarded, and the rows set aside can be had before that', async () => {
    const staged = await read(await open(salesFile()));
    const rows = await world.app.datasets.setAside(staged.datasetId);

    expect(await rows?.text()).toBe('#,客户,日期,金额,reason\r\n4,,2024-02-02,7,blank-customer\r\n');
    await world.app.datasets.discard(staged.datasetId);
    expect(await world.app.datasets.setAside(staged.datasetId)).toBeUndefined();
    expect(await content(world.db)).toEqual(NOTHING);
  });

  it('is let go of with everything else when the screen is left', async () => {
    const staged = [await read(await open(salesFile())), await read(await open(mixed()), 'EUR')];
    const last = world.app.datasets.read(
      { opened: await open(mixed()), datasetId: world.app.newRecord() },
      () => undefined,
    );
    await world.app.datasets.release();

    expect(await last).toEqual(err({ code: 'cancelled' }));
    for (const { datasetId } of staged) expect(await world.app.datasets.setAside(datasetId)).toBeUndefined();
  });

  it('is one undoable batch when it is saved', async () => {
    const saved = await world.app.datasets.save(await read(await open(mixed()), 'EUR'));
    await world.app.history.undo(saved.ok ? saved.value.batchId : expect.fail());

    expect(await content(world.db)).toEqual(NOTHING);
  });
});

describe('a file in several currencies', () => {
  it('names them, and counts the rows of the one that is chosen', async () => {
    const opened = await open(mixed());
    const all = await read(opened);
    expect([all.read.facts.currencies, all.read.facts.currency]).toEqual([['EUR', 'USD'], null]);

    const staged = await read(opened, 'EUR');
    expect(staged.read.facts).toMatchObject({ used: 2, amount: '350.50', currency: 'EUR', currencies: ['EUR'] });
    expect(aside(staged)).toEqual({ 'blank-customer': 1, 'other-currency': 2 });
  });
});

describe('a file in several currencies with rates', () => {
  it('is one in the target, and says by what: the table stays with the dataset', async () => {
    const rates = { target: 'USD', name: 'rates.csv', rates: [{ currency: 'EUR', rate: '1.1', from: '2026-01-06' }] };
    const done = await world.app.datasets.read(
      { opened: await open(mixed()), datasetId: world.app.newRecord(), rates },
      () => undefined,
    );
    const staged = done.ok ? done.value : expect.fail(done.error.code);

    expect(staged.read.facts).toMatchObject({ used: 2, amount: '315.55', currency: 'USD', currencies: ['USD'] });
    expect(aside(staged)).toEqual({ 'blank-customer': 1, 'bad-date': 1, 'no-rate': 1 });
    await world.app.datasets.save(staged);
    expect((await world.app.datasets.list())[0]?.fields.facts.conversion).toEqual({
      table: rates,
      decimals: 2,
      parts: [
        { currency: 'EUR', rows: 1, amount: '250.50', converted: '275.55' },
        { currency: 'USD', rows: 1, amount: '40.00', converted: '40.00' },
      ],
    });
  });

  it.each<[string, File]>([
    ['empty', new File([], 'rates.csv')],
    ['not-a-table', new File([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])], 'rates.csv')],
    ['too-large', new File([new Uint8Array(5 * 1024 * 1024)], 'rates.csv')],
    ['rate-not-positive', new File(['currency,rate\nUSD,-7\n'], 'rates.csv')],
  ])('that cannot be read are refused: %s', async (code, file) => {
    expect(await world.app.datasets.readRates(file)).toMatchObject(err({ code }));
  });
});

describe('what is known of a system’s exports', () => {
  it('is allowed for: an order’s total on its first line, what was called off', async () => {
    const { name, bytes } = shopifyExport();
    const opened = await open(new File([bytes], name));

    expect(opened.preview.system).toBe('shopify-orders');
    expect((await read(opened)).read.facts).toMatchObject({ used: 4, amount: '240.25' });
    await world.app.datasets.save(await read(opened));
    expect((await world.app.datasets.list())[0]?.fields.system).toBe('shopify-orders');
  });
});

describe('what the user said of columns', () => {
  const FIRST = 'Kunde A,Kunde B,Datum,Betrag\nx,Tarnhill,2026-01-02,5\n';
  const AGAIN = 'Betrag,Datum,KUNDE B,Kunde A\n7,2026-02-03,Oxbow,y\n';

  it('is proposed for the next file of the same columns, in whatever order they stand', async () => {
    const opened = await open(new File([FIRST], 'first.csv'));
    const mapping = withRole(opened.mapping, 1, 'customer');
    await world.app.datasets.save(await read({ ...opened, mapping }));

    const again = await open(new File([AGAIN], 'again.csv'));
    expect(again.mapping.roles).toEqual(['amount', 'date', 'customer', undefined]);
    expect([...again.mapping.chosen]).toEqual([2]);
    expect((await read(again)).read.facts).toMatchObject({ used: 1, customers: 1 });
  });

  it('is not proposed for other columns, and is forgotten with the import', async () => {
    const opened = await open(new File([FIRST], 'first.csv'));
    const saved = await world.app.datasets.save(
      await read({ ...opened, mapping: withRole(opened.mapping, 1, 'customer') }),
    );
    const other = await open(new File([FIRST.replace('Kunde A', 'Nummer')], 'other.csv'));
    expect(other.mapping.chosen.size).toBe(0);

    await world.app.history.undo(saved.ok ? saved.value.batchId : expect.fail());
    expect((await open(new File([AGAIN], 'again.csv'))).mapping.chosen.size).toBe(0);
  });
});

describe('what is no table', () => {
  const { bytes } = workbookExport();
  it.each<[string, Uint8Array<ArrayBuffer>, string, string]>([
    ['an empty file', new Uint8Array(0), 'x.csv', 'empty'],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'x.jpg', 'not-a-table'],
    ['a document', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ'), 'orders.csv', 'not-a-table'],
    ['half of a workbook', bytes.slice(0, bytes.length >> 1), 'x.xlsx', 'damaged'],
    ['a workbook locked by a password', lockedWorkbook(), 'x.xlsx', 'encrypted'],
  ])('%s is refused with its reason', async (_, content, name, code) => {
    expect(await world.app.datasets.open(new File([content], name))).toMatchObject({ ok: false, error: { code } });
  });
});

/** The beginning of the container in which Excel keeps an encrypted workbook, with the names of its parts. */
function lockedWorkbook(): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(4096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const wide = Array.from('EncryptedPackage', (char) => [must(char.codePointAt(0), char), 0]).flat();
  file.set(wide, 1024);
  return file;
}
