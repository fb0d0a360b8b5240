import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { opportunity } from '@/src/domain/pipeline/opportunity.kind';
import { textIn } from '@/src/domain/pipeline/scheme';
import { SCHEME_NAMES, SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import { createPipeline, EVIDENCE, shipped, type Pipeline } from '@/test/support/pipeline';
import { TODAY } from '@/test/support/world';

let world: Pipeline;
beforeEach(async () => {
  world = await createPipeline();
});
afterEach(() => world.close());

const namesOf = (name: string, language = 'zh-CN'): string[] =>
  shipped(name).steps.map((step) => textIn(step.name, language));

describe('S33 pipeline schemes with gates', () => {
  it('come as data, with the steps of the sources in their order and in three languages', () => {
    expect(SHIPPED_SCHEMES.map(({ id, steps }) => [id, steps.length])).toEqual([
      ['eight-step', 8],
      ['six-phase', 6],
      ['seven-phase', 7],
      ['ten-step', 10],
      ['develop-flow', 7],
      ['sell-flow', 6],
      ['serve-flow', 1],
      ['five-phase', 5],
      ['six-step', 5],
      ['relation-stages', 4],
    ]);
    expect(SHIPPED_SCHEMES.map(({ id }) => id)).toEqual(SCHEME_NAMES);
    expect(namesOf('eight-step', 'zh-TW').join()).toBe(
      '項目立項,方案設定,深度接觸,產品確定,商務公關,簽約成交,合同執行,客戶服務',
    );
    expect(namesOf('six-phase')[3]).toBe('招投标阶段');
    const texts = SHIPPED_SCHEMES.flatMap(({ title, steps }) => [
      title,
      ...steps.flatMap(({ name, keyNode, exit, work, tasks }) => [
        name,
        ...(keyNode === undefined ? [] : [keyNode]),
        ...[...exit, ...tasks].map(({ text }) => text),
        ...work,
      ]),
    ]);
    const languages = texts.map((text) => (typeof text === 'string' ? [] : Object.keys(text)).toSorted().join());
    expect(new Set(languages)).toEqual(new Set(['en,zh-CN,zh-TW']));
    // The fields that criteria name are fields of an opportunity.
    const fields = SHIPPED_SCHEMES.flatMap(({ steps }) =>
      steps.flatMap(({ exit }) => exit.flatMap((c) => c.field ?? [])),
    );
    expect(fields.filter((field) => !Object.hasOwn(opportunity.fields, field))).toEqual([]);
    expect(fields).toHaveLength(6);
  });

  it('let nothing pass a gate with unmet criteria, and name exactly what is missing', async () => {
    const record = await world.open({ scheme: 'eight-step' });
    const refused = await world.move(record, 'deep-contact');
    expect(refused).toMatchObject({ ok: false, error: { code: 'needs-fields' } });
    const verdict =
      !refused.ok && refused.error.code === 'needs-fields' ? refused.error.verdict : expect.fail('passed');
    expect(verdict.missing.map(({ step, criterion }) => `${step.id}/${criterion.id}`)).toEqual([
      'project-approval/approved',
      'solution/solution-agreed',
    ]);
    expect((await world.rowOf(record)).fields.step).toBe('project-approval');

    const half = await world.move(record, 'deep-contact', {
      evidence: [{ step: 'project-approval', criterion: 'approved', text: 'Letter of the board', day: TODAY }],
    });
    expect(half).toMatchObject({
      ok: false,
      error: { verdict: { missing: [{ criterion: { id: 'solution-agreed' } }] } },
    });
    expect((await world.rowOf(record)).fields.evidence).toBeUndefined();
  });

  it('pass with evidence and its day, as one batch that one undo takes back', async () => {
    const record = await world.open();
    const before = await world.rowOf(record);
    const given = { step: 'project-approval', criterion: 'approved' };
    const moved = await world.move(record, 'solution', {
      evidence: [{ ...given, text: ' Letter ', day: '2026-11-20' }],
    });
    const { fields } = await world.rowOf(record);
    expect(fields.step).toBe('solution');
    expect(fields.evidence).toEqual({
      'project-approval--approved': { text: 'Letter', day: '2026-11-20', by: 'user' },
    });
    expect(Object.values(fields.stays ?? {})).toMatchObject([
      { step: 'project-approval', entered: TODAY, left: TODAY },
      { step: 'solution', entered: TODAY, by: 'user' },
    ]);
    expect(moved.ok && (await world.app.history.undo(moved.value.batchId)).ok).toBe(true);
    expect((await world.rowOf(record)).fields).toEqual(before.fields);
    expect(await world.app.verify()).toMatchObject({ ok: true });
  });

  it.each([
    ['2026-02-30', 'not-a-day'],
    ['2026-11-22', 'not-yet'],
    [TODAY, undefined],
  ])('take evidence of a day that has been: %s', async (day, code) => {
    const record = await world.open();
    const moved = await world.move(record, 'solution', {
      evidence: [{ step: 'project-approval', criterion: 'approved', text: 'Letter', day }],
    });
    expect(moved.ok ? undefined : moved.error.code).toBe(code);
  });

  it('are no tick: blanks are no evidence, and evidence for what nobody asks is not kept', async () => {
    const record = await world.open();
    const blank = { step: 'project-approval', criterion: 'approved', text: ' \n ', day: TODAY };
    expect(await world.move(record, 'solution', { evidence: [blank] })).toMatchObject({
      error: { code: 'needs-fields' },
    });
    const other = { step: 'project-approval', criterion: 'other', text: EVIDENCE, day: TODAY };
    await world.move(record, 'project-approval', { evidence: [other] });
    expect((await world.rowOf(record)).fields.evidence).toBeUndefined();
  });

  it('are passed over by a manager alone, with a reason that is in the journal', async () => {
    const record = await world.open();
    await world.app.settings.change('user-role', 'representative');
    expect(await world.move(record, 'solution', { override: true, reason: 'because' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    await world.app.settings.change('user-role', 'manager');
    expect(await world.move(record, 'solution', { override: true, reason: ' ' })).toMatchObject({
      error: { code: 'reason-needed' },
    });
    expect(await world.move(record, 'solution', { override: true, reason: 'The board meets later' })).toMatchObject({
      ok: true,
    });
    const [last] = await world.app.records.history(record);
    expect(last?.note).toEqual({
      title: 'Pumps',
      reason: 'The board meets later',
      overridden: ['The client has approved its project'],
    });
  });

  it('let go back with a reason, and forward again without new evidence', async () => {
    const record = await world.open();
    await world.pass(record, 'deep-contact');
    expect(await world.move(record, 'solution')).toMatchObject({ error: { code: 'reason-needed' } });
    expect(await world.move(record, 'solution', { reason: 'New users' })).toMatchObject({ ok: true });
    expect(await world.move(record, 'deep-contact')).toMatchObject({ ok: true });
    const stays = Object.values((await world.rowOf(record)).fields.stays ?? {});
    expect(stays.map(({ step }) => step)).toEqual(['project-approval', 'deep-contact', 'solution', 'deep-contact']);
  });

  it('hold for what is open, in a step that there is', async () => {
    const record = await world.open();
    expect(await world.move(record, 'nowhere')).toMatchObject({ error: { code: 'no-way' } });
    await world.app.records.move({ kind: opportunity, record, to: 'lost', inputs: { lostReason: 'price' } });
    expect(await world.move(record, 'solution', { override: true, reason: 'x' })).toMatchObject({
      error: { code: 'no-way' },
    });
  });

  it('nobody types where it stands', async () => {
    const record = await world.open();
    for (const path of ['step', 'stays/x', 'evidence/project-approval--approved', 'closedOn'])
      expect(
        await world.app.records.edit({ kind: opportunity, records: [record], inputs: { [path]: '2026-01-01' } }),
      ).toMatchObject({ error: { code: 'fixed', path } });
  });

  it('can be copied and changed; what runs stays, also in a step that is gone, which is said', async () => {
    const scheme = world.app.newRecord();
    const { steps } = shipped('eight-step');
    const [first, second] = [must(steps[0], 'a step'), must(steps[1], 'a step')];
    const own = { record: scheme, name: 'House way', sale: 'project' as const };
    expect(await world.app.pipeline.saveScheme({ ...own, steps })).toMatchObject({ ok: true });
    const record = await world.open({ ownScheme: scheme });
    await world.pass(record, 'solution');
    const before = await world.rowOf(record);

    const survey = { id: 'survey', name: 'Survey', probability: 7.5, exit: [], work: [], tasks: [], isLoop: false };
    expect(await world.app.pipeline.saveScheme({ ...own, steps: [survey, first] })).toMatchObject({ ok: true });
    expect(await world.rowOf(record)).toEqual(before);
    const [changed] = await world.app.pipeline.schemes();
    expect(changed).toMatchObject({ id: scheme, title: 'House way', steps: [survey, first] });
    // The lost step counts as the first: what lies between has to be passed.
    expect(await world.move(record, 'project-approval')).toMatchObject({ ok: true });
    expect(Object.values((await world.rowOf(record)).fields.stays ?? {}).map(({ name }) => textIn(name, 'en'))).toEqual(
      ['Project approval', textIn(second.name, 'en'), 'Project approval'],
    );
  });

  it.each([
    ['no name', { name: ' ' }, 'required'],
    ['no step', { steps: [] }, 'required'],
    ['a step without a name', { steps: [{ ...must(shipped('eight-step').steps[0], 'a step'), name: '' }] }, 'required'],
    ['200 %', { steps: [{ ...must(shipped('eight-step').steps[0], 'a step'), probability: 200 }] }, undefined],
    [
      '200.01 %',
      { steps: [{ ...must(shipped('eight-step').steps[0], 'a step'), probability: 200.01 }] },
      'out-of-range',
    ],
    ['−1 %', { steps: [{ ...must(shipped('eight-step').steps[0], 'a step'), probability: -1 }] }, 'out-of-range'],
    ['no number', { steps: [{ ...must(shipped('eight-step').steps[0], 'a step'), probability: NaN }] }, 'out-of-range'],
  ])('refuse a scheme with %s', async (_, fault, code) => {
    const whole = {
      record: world.app.newRecord(),
      name: 'Way',
      sale: 'account' as const,
      steps: shipped('ten-step').steps,
    };
    const kept = await world.app.pipeline.saveScheme({ ...whole, ...fault });
    expect(kept.ok ? undefined : kept.error.code).toBe(code);
  });

  it('are changed by managers alone', async () => {
    await world.app.settings.change('user-role', 'representative');
    const own = { record: world.app.newRecord(), name: 'Way', sale: 'account' as const };
    expect(await world.app.pipeline.saveScheme({ ...own, steps: shipped('ten-step').steps })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
