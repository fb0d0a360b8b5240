import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figureMemory } from '@/src/app/shown-figures';
import type { BatchId } from '@/src/kernel/ids';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const memory = (notebook: string) => figureMemory(world.ports, () => world.ports.ids.next() as BatchId, notebook);
const K = { value: 3, type: 'count', question: 'q' } as const;

describe('figures that were shown', () => {
  it('are remembered by notebook, and verified with everything else', async () => {
    expect(await memory('pareto').last()).toBeUndefined();
    await memory('pareto').keep({ dataset: 'd', hash: '1', figures: { 'pareto.k': K } });
    await memory('pareto').keep({ dataset: 'd', hash: '1 2', figures: { 'pareto.k': { ...K, value: 4 } } });
    await memory('churn').keep({ dataset: 'e', hash: '', figures: {} });

    expect(await memory('pareto').last()).toEqual({
      dataset: 'd',
      hash: '1 2',
      figures: { 'pareto.k': { ...K, value: 4 } },
    });
    expect(await memory('churn').last()).toEqual({ dataset: 'e', hash: '', figures: {} });
    expect((await world.ports.store.verify()).ok).toBe(true);
  });

  it('are neither settings nor notebooks', async () => {
    await memory('pareto').keep({ dataset: 'd', hash: '1', figures: { 'pareto.k': K } });
    expect(await world.app.settings.read()).toEqual({});
    expect(await world.app.notebooks.list()).toEqual([]);
  });

  it('count for nothing where a backup brought something else', async () => {
    const figures = { a: K, b: { ...K, value: 'x' }, c: { ...K, type: 'text' }, d: null, e: { ...K, question: 1 } };
    // Safe: what a backup holds is not what its type says.
    await memory('pareto').keep({ dataset: 'd', hash: '1', figures: figures as unknown as { a: typeof K } });
    expect(await memory('pareto').last()).toEqual({ dataset: 'd', hash: '1', figures: { a: K } });
  });
});
