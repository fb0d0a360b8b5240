import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskFields } from '@/src/domain/pipeline/task.kind';
import { createPipeline, type Pipeline } from '@/test/support/pipeline';

let world: Pipeline;
beforeEach(async () => {
  world = await createPipeline();
});
afterEach(() => world.close());

/** The departments that have tasks, with the first words of each, in the order they were made. */
async function tasks(): Promise<string[]> {
  const rows = await world.app.records.rows('task');
  // Safe: rows of a kind hold the fields of the kind.
  return rows
    .map(({ fields }) => fields as TaskFields)
    .map(({ department, title }) => `${department}: ${title.slice(0, 12)}`);
}

describe('S37 stage responsibility matrix', () => {
  it('gives the departments their tasks stage by stage, as the regulation has them', async () => {
    const record = await world.open({ scheme: 'relation-stages', owner: 'Lin' });
    const wanted = ['marketing: Collect clie', 'business: Talk to the ', 'management: Assess the p'];
    expect((await tasks()).toSorted()).toEqual(wanted.toSorted());
    const more = [
      ['build', 'business: Keep a long ', 'management: Regular meet'],
      ['deepen', 'business: Individual s', 'management: Watch the cl'],
      ['extend', 'business: New co-opera', 'management: Push company'],
    ] as const;
    for (const [step, ...own] of more) {
      expect(await world.move(record, step)).toMatchObject({ ok: true });
      wanted.push(...own);
      expect((await tasks()).toSorted()).toEqual(wanted.toSorted());
    }
  });

  it('gives each a day, what it is about, and to business the owner; they are due', async () => {
    const record = await world.open({ scheme: 'relation-stages', owner: 'Lin' });
    const rows = await world.app.records.rows('task');
    // Safe: rows of a kind hold the fields of the kind.
    const fields = rows.map((row) => row.fields as TaskFields);
    for (const one of fields)
      expect(one).toMatchObject({ company: world.company, opportunity: record, due: '2026-12-05' });
    expect(fields.map(({ department, owner }) => [department, owner]).toSorted()).toEqual([
      ['business', 'Lin'],
      ['management', undefined],
      ['marketing', undefined],
    ]);
    expect((await world.app.records.duties()).filter(({ kind }) => kind.name === 'task')).toHaveLength(3);
  });

  it('writes them in the language of who moves', async () => {
    const record = await world.open({ scheme: 'relation-stages' });
    await world.move(record, 'extend', { language: 'zh-CN' });
    expect(await tasks()).toContain('management: 推动公司层面的全面合作'.slice(0, 24));
  });

  it('gives them once: not when a stage is come back to; undo takes them away', async () => {
    const record = await world.open({ scheme: 'relation-stages' });
    await world.move(record, 'build');
    await world.move(record, 'identify', { reason: 'The buyer left' });
    const moved = await world.move(record, 'build');
    expect(await tasks()).toHaveLength(5);
    expect(moved.ok).toBe(true);
    const again = await world.move(record, 'deepen');
    expect(await tasks()).toHaveLength(7);
    expect(again.ok && (await world.app.history.undo(again.value.batchId)).ok).toBe(true);
    expect(await tasks()).toHaveLength(5);
  });

  it('gives none where a scheme asks none', async () => {
    await world.open({ scheme: 'ten-step' });
    expect(await tasks()).toEqual([]);
  });
});
