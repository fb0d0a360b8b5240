import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageDraft } from '@/src/app/capture-uses';
import { createApp } from '@/src/app/create-app';
import { EXPECTED_FOR, expectCapture } from '@/src/domain/enrich/opened/expected-capture';
import { lookUpsFor, type LookUp, type RegisterId } from '@/src/domain/enrich/opened/registers';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { must } from '@/src/kernel/assert';
import { ok } from '@/src/kernel/result';
import type { RecordId } from '@/src/kernel/ids';
import { reviewOf } from '@/src/ui/panel/review';
import { readHtml } from '@/test/support/page';
import { registerPages } from '@/test/support/register-pages';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
let record: RecordId;

beforeEach(async () => {
  world = await createWorld();
  record = await made({ name: '澜舟精密科技' });
});
afterEach(async () => {
  world.db.close();
  await Dexie.delete(world.db.name);
});

async function made(inputs: Readonly<Record<string, string>>): Promise<RecordId> {
  const id = world.app.newRecord();
  await world.app.records.make(company, id, inputs);
  return id;
}
// Safe: only companies are filed here.
const rowOf = async (id: RecordId): Promise<Row<CompanyFields>> =>
  must(await world.app.records.row(id), 'the company') as Row<CompanyFields>;
async function lookUpOf(register: RegisterId): Promise<LookUp> {
  const { fitting, others } = lookUpsFor((await rowOf(record)).fields);
  return must(
    [...fitting, ...others].find((one) => one.register.id === register),
    register,
  );
}
async function captured(name: string, url?: string): Promise<PageDraft> {
  const page = must(
    registerPages().find((one) => one.name === name),
    name,
  );
  world.page = ok(readHtml(page.html, url ?? page.url));
  const read = await world.app.capture.read({ tabId: 1, at: NOW }, 'CN');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const reviewed = async (draft: PageDraft) => reviewOf(world.app, draft, { request: { tabId: 1, at: NOW } });

describe('looking a company up', () => {
  it('copies first, says what left in the log, and opens the search', async () => {
    const { app, wentOut, sent } = world;

    expect(await app.registers.lookUp(record, await lookUpOf('qcc'))).toEqual({ isCopied: true, isSent: true });
    const url = `https://www.qcc.com/web/search?key=${encodeURIComponent('澜舟精密科技')}`;
    expect(wentOut).toEqual(['copied 澜舟精密科技', `opened ${url}`]);
    expect(sent).toEqual([{ at: expect.any(String), url, provider: 'register:qcc', record, fields: ['name'] }]);
  });

  it.each(['gsxt', 'handelsregister', '1688', 'findbiz'] as const)(
    'opens %s at its start, which is told nothing',
    async (id) => {
      await world.app.registers.lookUp(record, await lookUpOf(id));

      expect(world.wentOut[1]).toMatch(/^opened https:\/\/[a-z\d.]+\/$/);
      expect(world.sent).toEqual([]);
    },
  );

  it('sends nothing that cannot be logged, and says so when nothing could be copied', async () => {
    const app = createApp({ ...world.ports, sentLog: { ...world.ports.sentLog, add: async () => false } });
    world.mayCopy = false;

    expect(await app.registers.lookUp(record, await lookUpOf('aiqicha'))).toEqual({ isCopied: false, isSent: false });
    expect(world.wentOut).toEqual(['opened https://aiqicha.baidu.com/']);
  });
});

describe('the page that comes of it', () => {
  it('fills in the company, as one batch that is undone whole, and is waited for no more', async () => {
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const before = (await rowOf(record)).fields;
    const review = await reviewed(await captured('qcc-company'));
    expect(review.arrived?.fit).toBe('fits');
    expect([...review.updates.values()].map(({ id }) => id)).toEqual([record]);

    const saved = await world.app.capture.save(review.batch, { draft: review.draft, updates: review.updates });
    if (!saved.ok) throw new Error(saved.error.code);
    expect([saved.value.made, saved.value.changed]).toEqual([0, 1]);
    const { fields } = await rowOf(record);
    expect([
      fields.name.value,
      fields.legalRepresentative?.value,
      fields.founded?.value,
      fields.registrationState?.value,
    ]).toEqual(['澜舟精密科技', '卓景行', '2021-12-30', '存续']);
    expect(await world.app.registers.awaited()).toBeUndefined();

    await world.app.history.undo(saved.value.batchId);
    expect((await rowOf(record)).fields).toEqual(before);
  });

  it('does not replace what is there already, and shows it as a change', async () => {
    await world.app.records.edit({
      kind: company,
      records: [record],
      inputs: { legalRepresentative: '卓越', registrationState: '存续' },
    });
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const { draft } = await reviewed(await captured('qcc-company'));
    const ticked = (field: string): boolean[] =>
      must(draft.parties[0], 'a card')
        .values.filter((one) => one.field === field)
        .map((one) => one.ticked);

    expect([ticked('legalRepresentative'), ticked('name'), ticked('registeredCapital')]).toEqual([
      [false],
      [false],
      [true],
    ]);
  });

  it.each([
    ['of another name', { name: '苏州青岚泵业有限公司' }, 'other-name'],
    ['of another number', { name: '澜舟精密科技', 'registrationIds/n': '91320506MA1N7K2Q8Y' }, 'other-number'],
  ])('is a new company, with nothing ticked, where it is about one %s', async (_, inputs, fit) => {
    record = await made(inputs);
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const { draft, arrived, updates } = await reviewed(await captured('qcc-company'));

    expect(arrived?.fit).toBe(fit);
    expect([...updates.values()].some(({ id }) => id === record)).toBe(false);
    expect(draft.parties.flatMap((party) => [party.ticked, ...party.values.map(({ ticked }) => ticked)])).not.toContain(
      true,
    );
    // It may still come.
    expect((await world.app.registers.awaited())?.row.id).toBe(record);
  });

  it('asks where nothing says that it is the company', async () => {
    record = await made({ name: 'Lanzhou Precision' });
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const { draft, arrived, updates } = await reviewed(await captured('qcc-company'));

    expect([arrived?.fit, updates.get('p0')?.id, draft.parties[0]?.ticked]).toEqual(['unsure', record, false]);
    expect(arrived?.whole.parties[0]?.ticked).toBe(true);
  });

  it('is never filed without being looked at', async () => {
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const draft = await captured('qcc-company');
    const review = await reviewOf(world.app, draft, { request: { tabId: 1, at: NOW, isQuick: true } });

    expect(review.isQuick).toBe(false);
  });

  it.each([
    ['another site', 'tianyancha-company', 'https://www.tianyancha.com/company/1'],
    ['a site that only looks like it', 'qcc-company', 'https://www.qcc.com.evil.example/firm/1'],
  ])('is not waited for on %s', async (_, name, url) => {
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const review = await reviewed(await captured(name, url));

    expect(review.arrived).toBeUndefined();
    expect((await world.app.registers.awaited())?.row.id).toBe(record);
  });

  it('is waited for no more when it was called off, when half an hour is over, or when the company has gone', async () => {
    const { app, ports } = world;
    await app.registers.lookUp(record, await lookUpOf('qcc'));
    await app.registers.callOff();
    expect(await app.registers.awaited()).toBeUndefined();

    await ports.linkOuts.expect(expectCapture(record, 'qcc', NOW - EXPECTED_FOR));
    expect(await app.registers.awaited()).toBeUndefined();
    expect((await reviewed(await captured('qcc-company'))).arrived).toBeUndefined();

    await app.registers.lookUp(record, await lookUpOf('qcc'));
    await app.records.remove([record]);
    expect(await app.registers.awaited()).toBeUndefined();
    expect((await reviewed(await captured('qcc-company'))).arrived).toBeUndefined();
  });

  it('has what stands before it said, and is still waited for behind that', async () => {
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    world.page = ok(
      readHtml(
        '<title>查查信</title><form><input name="a"><input type="password"></form>',
        'https://www.qcc.com/weblogin',
      ),
    );
    const read = await world.app.capture.read({ tabId: 1, at: NOW }, 'CN');
    if (!read.ok) throw new Error(read.error.code);
    const review = await reviewed(read.value);

    expect([review.obstacle, review.arrived, review.draft.parties]).toEqual(['login', undefined, []]);
    expect((await world.app.registers.awaited())?.row.id).toBe(record);
  });

  it('leaves what is waited for alone when another company is filed', async () => {
    await world.app.registers.lookUp(record, await lookUpOf('qcc'));
    const review = await reviewed(await captured('tianyancha-company'));
    await world.app.capture.save(review.batch, { draft: review.draft, updates: review.updates });

    expect((await world.app.registers.awaited())?.row.id).toBe(record);
  });
});
