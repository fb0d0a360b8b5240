import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { BatchId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { mergeSuggestions } from '@/src/domain/enrich/merge-suggestions';
import { propose } from '@/src/domain/enrich/propose';
import type { Suggestion } from '@/src/domain/enrich/provider';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { itemsIn } from '@/src/domain/records/values';
import { runs } from '@/test/support/runs';
import { content } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const FIELDS = ['name', 'legalName', 'industry', 'founded', 'phones', 'emails', 'addresses'] as const;
const VALUES = ['Quill Ltd', 'Oxbow', '2001-02-03', '+442079460958', 'a@quill.example', '12 Mill Lane'];

type Act =
  | { readonly act: 'edit'; readonly field: (typeof FIELDS)[number]; readonly value: string }
  | {
      readonly act: 'enrich';
      readonly given: readonly (readonly [(typeof FIELDS)[number], string, number])[];
      readonly isUndone: boolean;
    }
  | { readonly act: 'undo' };

const field = fc.constantFrom(...FIELDS);
const value = fc.constantFrom(...VALUES);
const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('edit' as const), field, value }),
    fc.record({
      act: fc.constant('enrich' as const),
      given: fc.array(fc.tuple(field, value, fc.constantFrom(0.5, 0.86, 0.99)), { maxLength: 8 }),
      isUndone: fc.boolean(),
    }),
    fc.record({ act: fc.constant('undo' as const) }),
  ),
  { minLength: 1, maxLength: 12 },
);

const suggestion = ([name, text, confidence]: readonly [(typeof FIELDS)[number], string, number]): Suggestion => ({
  field: name,
  value: text,
  raw: text,
  confidence,
  sources: [
    { kind: 'text', url: 'https://quill.example/', snippet: text, at: '2026-11-21T09:00:00.000Z', extractor: 'test' },
  ],
  provider: 'own-site',
  role: 'home',
});

/** Every value of the record with its evidence, by field and item. */
function heldBy({ fields }: Row<CompanyFields>): Map<string, unknown> {
  const held = Object.entries(company.fields).flatMap(([name, spec]) =>
    itemsIn(spec, (fields as Readonly<Record<string, unknown>>)[name]).map(
      ({ item, evidence }) => [`${name}/${item}`, evidence] as const,
    ),
  );
  return new Map(held);
}

/** @returns how many enrichments were looked at. */
async function tryAll(world: World, sequence: readonly Act[]): Promise<number> {
  const { app } = world;
  const record = app.newRecord();
  await app.records.make(company, record, { name: 'Quill Ltd' });
  const batches: BatchId[] = [];
  let looked = 0;
  const row = async (): Promise<Row<CompanyFields>> =>
    must(await app.records.row(record), 'the company') as Row<CompanyFields>;
  for (const [nth, one] of sequence.entries()) {
    if (one.act === 'undo') {
      const batch = batches.pop();
      if (batch) await app.history.undo(batch);
    } else if (one.act === 'edit') {
      const path = company.fields[one.field].many ? `${one.field}/e${nth}` : one.field;
      const edited = await app.records.edit({ kind: company, records: [record], inputs: { [path]: one.value } });
      if (edited.ok) batches.push(edited.value.batchId);
    } else {
      looked++;
      const before = heldBy(await row());
      const stored = await content(world.db);
      const { list } = propose((await row()).fields, mergeSuggestions(one.given.map(suggestion)), new Set());
      const saved = await app.enrich.save({ record, accepted: list.filter(({ ticked }) => ticked), refused: [] });
      const after = heldBy(await row());
      for (const [path, evidence] of before) expect(after.get(path)).toEqual(evidence);
      if (!saved.ok) {
        // Nothing to decide on.
        expect(await content(world.db)).toEqual(stored);
        continue;
      }
      if (one.isUndone) {
        await app.history.undo(saved.value.batchId);
        expect(await content(world.db)).toEqual(stored);
      } else batches.push(saved.value.batchId);
    }
  }
  return looked;
}

describe('any sequence of edits, enrichments and undos', () => {
  it('never changes a value that was there when it was enriched, and an undo leaves what was', async () => {
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const world = await createWorld();
        try {
          looked += await tryAll(world, sequence);
        } finally {
          world.db.close();
          for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
        }
      }),
      { seed: 21, ...runs(20, 300) },
    );
    expect(looked).toBeGreaterThan(10);
  });
});
