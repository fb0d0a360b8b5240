import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textIn } from '@/src/domain/pipeline/scheme';
import { createPipeline, EVIDENCE, shipped, type Pipeline } from '@/test/support/pipeline';

let world: Pipeline;
beforeEach(async () => {
  world = await createPipeline();
});
afterEach(() => world.close());

describe('S35 pre-sales project approval and acceptance nodes', () => {
  it('names the six key nodes, each asked for before its phase is left', () => {
    const { steps } = shipped('six-phase');
    expect(steps.map(({ keyNode }) => textIn(keyNode ?? '', 'zh-CN'))).toEqual([
      '准确的项目信息',
      '售前立项',
      '客户关系有效推进',
      '投标或议标',
      '合同审批与签订',
      '工程验收、项目结项',
    ]);
    for (const { keyNode, exit } of steps) expect(exit.map(({ text }) => text)).toContainEqual(keyNode);
  });

  it('walks through the six phases with the evidence of every node on file', async () => {
    const record = await world.open({ scheme: 'six-phase' });
    const ids = shipped('six-phase').steps.map(({ id }) => id);
    for (const [i, id] of ids.entries()) {
      if (i > 0) await world.pass(record, id);
      expect((await world.rowOf(record)).fields.step).toBe(id);
    }
    // The last node is recorded where it stands: acceptance ends the work, not a phase after it.
    const closure = { step: 'implementation', criterion: 'closure', text: EVIDENCE, day: world.app.today() };
    expect(await world.move(record, 'implementation', { evidence: [closure] })).toMatchObject({ ok: true });
    const { fields } = await world.rowOf(record);
    expect(Object.keys(fields.evidence ?? {})).toEqual([
      'development--project-information',
      'approval--pre-sales-approval',
      'proposal--relations',
      'bidding--bid',
      'negotiation--contract',
      'implementation--closure',
    ]);
    expect(Object.values(fields.stays ?? {}).map(({ step }) => step)).toEqual(ids);
  });

  it('asks a jump over phases for all that lies between, in order', async () => {
    const record = await world.open({ scheme: 'six-phase' });
    const refused = await world.move(record, 'negotiation');
    const verdict =
      !refused.ok && refused.error.code === 'needs-fields' ? refused.error.verdict : expect.fail('passed');
    expect(verdict.missing.map(({ criterion }) => criterion.id)).toEqual([
      'project-information',
      'budget',
      'timetable',
      'competition',
      'decision',
      'priority',
      'strategicFit',
      'pre-sales-approval',
      'relations',
      'bid',
    ]);
  });

  it('enters the phases that an event begins without their turn', async () => {
    const record = await world.open({ scheme: 'seven-phase' });
    await world.pass(record, 'first-deal');
    const stability = await world.move(record, 'stability');
    // Only the phase that is left asks for something, not the loop that is jumped over.
    expect(stability).toMatchObject({ error: { verdict: { missing: [{ criterion: { id: 'trial-order' } }] } } });
  });
});
