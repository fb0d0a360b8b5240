import { Dexie } from 'dexie';
import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { App } from '@/src/app/create-app';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Kinds } from '@/src/domain/records/kind';
import { plainFields } from '@/src/domain/records/values';
import type { Row } from '@/src/domain/records/record';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { importOrders } from './import-orders';
import { createWorld, type World } from './world';

/** A workspace with the shipped tiers and companies that are customers of sales files. */
export interface AccountDesk {
  readonly world: World;
  readonly app: App;
  tiers(): Promise<Readonly<Record<'A (A+)' | 'Crystal' | 'From 10,000', TierRow>>>;
  /** Files a company. */
  company(name: string, more?: Readonly<Record<string, string>>): Promise<RecordId>;
  /** Imports a sales file: header, then lines of customer, day, amount and whatever the header names. */
  sales(lines: readonly string[], name?: string, header?: string): Promise<Row<DatasetFields>>;
  /** Says that a company is a customer of a file. */
  isCustomer(record: RecordId, dataset: Row<DatasetFields>, key: string): Promise<void>;
  /** The fields of a company without their evidence. */
  valuesOf(record: RecordId): Promise<Readonly<Record<string, unknown>>>;
  rowOf(record: RecordId): Promise<Row<CompanyFields>>;
  close(): Promise<void>;
}

const WORDS: Readonly<Record<string, string>> = {
  'starter.a': 'A (A+)',
  'starter.crystal': 'Crystal',
  'starter.top': 'From 10,000',
};

/** @param kinds those of the product where a test needs no other. */
export async function openAccountDesk(kinds?: Kinds): Promise<AccountDesk> {
  const world = await createWorld(kinds);
  const { app } = world;
  expect((await app.accounts.installTiers((key) => WORDS[key] ?? key)).ok).toBe(true);
  const rowOf = async (record: RecordId): Promise<Row<CompanyFields>> =>
    // Safe: only companies are asked for.
    must(await app.records.row(record), 'the company') as Row<CompanyFields>;
  return {
    world,
    app,
    tiers: async () => {
      const rows = await app.accounts.tiers();
      // Safe: the words above name all three.
      return Object.fromEntries(rows.map((row) => [row.fields.name, row])) as Awaited<ReturnType<AccountDesk['tiers']>>;
    },
    company: async (name, more = {}) => {
      const record = app.newRecord();
      const made = await app.records.make(company, record, { name, ...more });
      return made.ok ? record : expect.fail(made.error.code);
    },
    sales: async (lines, name = 'sales.csv', header = 'Customer,Date,Amount') => {
      const staged = await importOrders(app, new File([[header, ...lines].join('\n')], name));
      const id = staged.ok ? staged.value.datasetId : expect.fail(staged.error.code);
      return must(
        (await app.datasets.list()).find((row) => row.id === id),
        'the dataset',
      );
    },
    isCustomer: async (record, dataset, key) => {
      const customer = { key, label: key, reasons: [], doubts: [] };
      const said = await app.ownData.answer({ company: record, dataset: dataset.id, customer, answer: 'same' });
      expect(said.ok).toBe(true);
    },
    valuesOf: async (record) => plainFields(company.fields, (await rowOf(record)).fields),
    rowOf,
    close: async () => {
      world.db.close();
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
    },
  };
}
