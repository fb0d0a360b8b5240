import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { CLIP_KINDS, type ClipKind, type ClipProposal } from '@/src/domain/clips/propose-clip';
import { company } from '@/src/domain/parties/company.kind';
import type { Evidenced } from '@/src/domain/records/evidence';
import { plainFields } from '@/src/domain/records/values';
import { createWorld, TODAY, type World } from '@/test/support/world';

const SHOP = { url: 'https://www.shuikou.example/p/12', title: '立式离心泵 - 水口商城' };
const NEWS = { url: 'https://news.example/2026/a', title: '青禾岭泵业新厂投产' };
const TEXT = '青禾岭泵业苏州新厂将于2026年12月8日正式投产。届时将邀请客户参观。';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function firm(name: string, website: string): Promise<RecordId> {
  const record = world.app.newRecord();
  const made = await world.app.records.make(company, record, { name, website });
  return made.ok ? record : expect.fail(made.error.code);
}

const inputsOf = (proposal: ClipProposal, kind: ClipKind): Record<string, string> =>
  Object.fromEntries(Object.entries(proposal.values[kind]).map(([field, { text }]) => [field, text]));

async function save(proposal: ClipProposal, page = NEWS, more: Record<string, string> = {}, kind = proposal.kind) {
  const record = world.app.newRecord();
  const id = world.app.newBatch();
  const inputs = { ...inputsOf(proposal, kind), ...more };
  const saved = await world.app.clips.save(id, { record, kind, inputs, proposal, page });
  return { id, record, saved };
}

const rowOf = async (id: RecordId) => must(await world.app.records.row(id), 'the record');
const held = async (id: RecordId): Promise<Readonly<Record<string, Evidenced<unknown>>>> =>
  // Safe: the kinds of clips carry evidence.
  (await rowOf(id)).fields as Readonly<Record<string, Evidenced<unknown>>>;

describe('a clip', () => {
  it('becomes an event of the company that the text names, due on its day', async () => {
    const account = await firm('上海青禾岭泵业有限公司', 'https://www.qingheling.example/');
    const proposal = await world.app.clips.propose(TEXT, NEWS);
    const { record, saved } = await save(proposal);

    expect(saved).toMatchObject({ ok: true, value: { made: 1, changed: 0 } });
    const row = await rowOf(record);
    expect(plainFields(must(world.app.kinds.get('account-event'), 'kind').fields, row.fields)).toEqual({
      headline: '青禾岭泵业苏州新厂将于2026年12月8日正式投产',
      company: account,
      what: 'opening',
      day: '2026-12-08',
      detail: TEXT,
      page: NEWS.url,
      owner: 'user',
    });
    const duties = await world.app.records.duties();
    expect(duties.map(({ name, due, row, mine }) => [name, due, row.id, mine])).toEqual([
      ['support', '2026-12-08', record, true],
    ]);
  });

  it('keeps of each value where it stood: address, title, words and time', async () => {
    await firm('上海青禾岭泵业有限公司', 'https://www.qingheling.example/');
    const { record } = await save(await world.app.clips.propose(TEXT, NEWS));
    const { day, page, company: account, owner } = await held(record);
    const source = { url: NEWS.url, at: expect.stringMatching(/^2026-11-21T09:/), extractor: 'vital-few-clip/1' };

    expect(day).toEqual({
      value: '2026-12-08',
      raw: '2026年12月8日',
      confidence: 1,
      sources: [{ ...source, kind: 'text', snippet: TEXT }],
      status: 'accepted',
    });
    expect(page?.sources).toEqual([{ ...source, kind: 'page-address', snippet: NEWS.title }]);
    expect(account).toMatchObject({ raw: '上海青禾岭泵业有限公司', status: 'accepted', sources: [{ kind: 'text' }] });
    expect(owner).toMatchObject({ status: 'typed', sources: [{ kind: 'typed', url: '' }] });
  });

  it('leaves what the user changed to the user, with the place beside it', async () => {
    const proposal = await world.app.clips.propose('原价 ¥1,299 现价 ¥999/台', SHOP);
    const { record } = await save(proposal, SHOP, { price: '989', brand: '青禾岭', unit: '' });
    const { price, brand, promotion, unit, day } = await held(record);

    expect(price).toMatchObject({ value: { amount: '989', currency: 'EUR' }, raw: '989', status: 'typed' });
    expect(price?.sources.map(({ kind, url }) => [kind, url])).toEqual([
      ['typed', ''],
      ['text', SHOP.url],
    ]);
    expect(brand?.sources.map(({ kind }) => kind)).toEqual(['typed']);
    expect(promotion).toMatchObject({ value: '原价 ¥1,299', status: 'accepted' });
    expect(unit).toBeUndefined();
    expect(day).toMatchObject({ value: TODAY, status: 'typed' });
  });

  it('takes the competitor whose site the page is, before any that the text names', async () => {
    const rival = await firm('水口机电有限公司', 'https://shuikou.example/');
    await firm('上海青禾岭泵业有限公司', 'https://www.qingheling.example/');
    const { values } = await world.app.clips.propose('青禾岭泵业 离心泵 ¥999', SHOP);

    expect(values['price-observation'].competitor).toEqual({
      text: rival,
      from: 'page-address',
      raw: 'shuikou.example',
    });
    expect(values['account-fact'].company?.text).toBe(rival);
  });

  it('reads amounts without a sign by the country of the site, else of the user', async () => {
    await world.app.settings.change('home-region', 'DE');
    const priceAt = async (text: string, url: string) =>
      (await world.app.clips.propose(text, { url, title: 'x' })).values['price-observation'].price?.text;

    expect(await priceAt('$1,280', 'https://shop.example.tw/p')).toBe('1280 TWD');
    expect(await priceAt('Preis: 12,90', 'https://shop.example/p')).toBe('12.90 EUR');
    expect(await priceAt('Preis: 12,90', '')).toBe('12.90 EUR');
  });

  it.each(CLIP_KINDS)('goes with one undo as a whole: %s', async (kind) => {
    const account = await firm('上海青禾岭泵业有限公司', 'https://www.qingheling.example/');
    const proposal = await world.app.clips.propose(`${TEXT} ¥99`, NEWS);
    const { id, record, saved } = await save(proposal, NEWS, {}, kind);
    expect(saved.ok).toBe(true);
    expect((await world.ports.store.batches(1))[0]).toMatchObject({
      header: { cause: 'capture' },
      note: { url: NEWS.url },
    });
    expect((await world.app.records.pointing(account)).map((row) => row.id)).toEqual([record]);

    await world.app.history.undo(id);
    expect(await world.app.records.row(record)).toBeUndefined();
    expect(await world.app.records.rows('company')).toHaveLength(1);
  });

  it('is saved once however often it is asked for', async () => {
    const proposal = await world.app.clips.propose('¥999', SHOP);
    const record = world.app.newRecord();
    const id = world.app.newBatch();
    const clip = { record, kind: proposal.kind, inputs: inputsOf(proposal, proposal.kind), proposal, page: SHOP };
    await Promise.all([world.app.clips.save(id, clip), world.app.clips.save(id, clip)]);

    expect(await world.app.records.rows('price-observation')).toHaveLength(1);
  });

  it('says what is missing or does not fit, with the field, and saves nothing', async () => {
    const event = await world.app.clips.propose('盛大开业', { url: '', title: '' });
    const price = await world.app.clips.propose('¥999', SHOP);

    expect((await save(event)).saved).toMatchObject({ ok: false, error: { code: 'required', path: 'company' } });
    expect((await save(price, SHOP, { price: 'a lot' })).saved).toEqual({
      ok: false,
      error: { code: 'not-money', path: 'price' },
    });
    expect((await save(price, SHOP, { day: '2026-02-30' })).saved).toMatchObject({
      ok: false,
      error: { code: 'not-a-day', path: 'day' },
    });
    expect((await save(price, SHOP, { colour: 'red' })).saved).toMatchObject({
      ok: false,
      error: { code: 'unknown-field' },
    });
    for (const kind of CLIP_KINDS) expect(await world.app.records.rows(kind)).toEqual([]);
  });

  it('never quotes more than two hundred characters', async () => {
    const long = `${'很长的前言，'.repeat(100)}现价 ¥999${'，很长的后记'.repeat(100)}`;
    const { record } = await save(await world.app.clips.propose(long, SHOP), SHOP);
    const { price } = await held(record);
    const snippet = price?.sources[0]?.snippet ?? '';

    expect(snippet.length).toBeLessThanOrEqual(200);
    expect(snippet).toContain('¥999');
  });
});
