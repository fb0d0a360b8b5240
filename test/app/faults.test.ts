import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import { must } from '@/src/kernel/assert';
import type { Result } from '@/src/kernel/result';
import { content, StepFault } from '@/test/support/store';
import { importOrders } from '@/test/support/import-orders';
import { ACME, createWorld, salesFile, type World } from '@/test/support/world';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

type UseCase = (world: World) => Promise<Result<unknown, { readonly code: string }>>;

const capture: UseCase = async (world) => {
  world.page = ACME;
  const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
  return draft.ok ? world.app.capture.save(world.app.newBatch(), { draft: draft.value, updates: new Map() }) : draft;
};
const importing: UseCase = async (world) => {
  return importOrders(world.app, salesFile());
};
const sure = async (done: Promise<Result<unknown, unknown>>): Promise<void> => expect((await done).ok).toBe(true);
const lastBatch = async (world: World) => must((await world.app.history.list(1))[0], 'a batch').header.batchId;

/** Every use case that writes, with what has to be there before it. */
const USE_CASES: Readonly<
  Record<string, { readonly before?: (world: World) => Promise<void>; readonly run: UseCase }>
> = {
  'save-capture': { run: capture },
  'save-capture, known': {
    before: (world) => sure(capture(world)),
    run: async (world) => {
      world.page = ACME;
      const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
      if (!draft.ok) return draft;
      const [company] = await world.app.parties.companies();
      const renamed = {
        ...draft.value,
        parties: draft.value.parties.map((party) => ({
          ...party,
          values: party.values.map((value) => ({ ...value, value: `${value.value}x` })),
        })),
      };
      return world.app.capture.save(world.app.newBatch(), {
        draft: renamed,
        updates: new Map([['p0', must(company, 'company')]]),
      });
    },
  },
  'edit-records': {
    before: (world) => sure(capture(world)),
    run: async (world) => {
      const [company] = await world.app.parties.companies();
      return world.app.records.edit({
        kind: companyKind,
        records: [must(company, 'company').id],
        inputs: { name: 'New' },
      });
    },
  },
  'remove-records': {
    before: (world) => sure(capture(world)),
    run: async (world) => world.app.records.remove((await world.app.parties.companies()).map(({ id }) => id)),
  },
  'merge-parties': {
    before: async (world) => {
      await sure(capture(world));
      await sure(capture(world));
    },
    run: async (world) => {
      const [target, ...others] = await world.app.parties.companies();
      return world.app.parties.merge({ target: must(target, 'company'), others, choice: {} });
    },
  },
  'tell-apart': {
    before: async (world) => {
      await sure(capture(world));
      await sure(capture(world));
    },
    run: async (world) => {
      const [record, ...others] = await world.app.parties.companies();
      return world.app.duplicates.tellApart({ record: must(record, 'company'), others });
    },
  },
  'erase-person': {
    before: (world) => sure(capture(world)),
    run: async (world) => world.app.parties.erase(must((await world.app.parties.people())[0], 'person').id),
  },
  'undo a capture': {
    before: (world) => sure(capture(world)),
    run: async (world) => world.app.history.undo(await lastBatch(world)),
  },
  'undo a removal': {
    before: async (world) => {
      await sure(capture(world));
      await sure(world.app.records.remove((await world.app.parties.companies()).map(({ id }) => id)));
    },
    run: async (world) => world.app.history.undo(await lastBatch(world)),
  },
  'import-orders': { run: importing },
  'undo an import': {
    before: (world) => sure(importing(world)),
    run: async (world) => world.app.history.undo(await lastBatch(world)),
  },
  'drop-dataset': {
    before: (world) => sure(importing(world)),
    run: async (world) => world.app.datasets.drop(must((await world.app.datasets.list())[0], 'dataset')),
  },
  'install-sample': { run: (world) => world.app.datasets.installSample('zh') },
  'change-setting': { run: (world) => world.app.settings.change('language', 'zh-CN') },
  'back-up': { before: (world) => sure(capture(world)), run: (world) => world.app.backups.write() },
};

const named = (name: string): Error => Object.assign(new Error('injected'), { name });
const ERRORS = [
  () => named('QuotaExceededError'),
  () => named('AbortError'),
  () => named('UnknownError'),
  () => named('InvalidStateError'),
];
let injected = 0;

describe.each(Object.entries(USE_CASES))('%s, failing at every step in turn', (name, { before, run }) => {
  it('leaves all or nothing, and works the next time', async () => {
    for (let k = 1; ; k++) {
      const world = await createWorld();
      const fault = new StepFault();
      world.db.close();
      fault.install(world.db);
      await world.db.open();
      await before?.(world);
      const untouched = await content(world.db);
      const error = must(ERRORS[k % ERRORS.length], 'an error')();
      fault.arm(k, error);
      const result = await run(world).catch((thrown: unknown) => ({ ok: false as const, error: thrown }));
      const fired = fault.seen >= k;
      fault.disarm();

      const after = await content(world.db);
      // What was acknowledged is there; what was not is wholly absent. A setting that follows a backup is its own batch.
      if (!result.ok) expect(after).toEqual(untouched);
      else if (name !== 'back-up') expect(after).not.toEqual(untouched);
      expect((await world.app.verify()).checks.flatMap((check) => check.problems)).toEqual([]);
      expect((await world.app.settings.change('theme', 'dark')).ok).toBe(true);
      world.db.close();
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
      if (!fired) {
        expect(result.ok).toBe(true);
        break;
      }
      injected++;
    }
  }, 60_000);
});

it('was tried at many steps', () => {
  console.log(`faults injected: ${injected} over ${Object.keys(USE_CASES).length} use cases`);

  expect(injected).toBeGreaterThan(80);
});
