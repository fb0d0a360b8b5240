import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import { must } from '@/src/kernel/assert';
import type { CaptureDraft } from '@/src/app/capture-draft';
import type { Receipt } from '@/src/app/ports/store';
import type { Updates } from '@/src/app/save-capture';
import type { FoundValue, PartyField } from '@/src/domain/capture/found';
import { labelledValues, valuesOf } from '@/src/domain/parties/contact-values';
import { content, dump } from '@/test/support/store';
import { ACME, createWorld, readingOf, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const draftOf = async (page = ACME): Promise<CaptureDraft> => {
  world.page = page;
  const draft = await world.app.capture.read({ tabId: 1, at: 0 }, 'CN');
  return draft.ok ? draft.value : expect.fail(draft.error.code);
};
const save = async (draft: CaptureDraft, updates: Updates = new Map()): Promise<Receipt> => {
  const saved = await world.app.capture.save(world.app.newBatch(), { draft, updates });
  return saved.ok ? saved.value : expect.fail(saved.error.code);
};
const ticked = (draft: CaptureDraft, i: number): string[] =>
  must(draft.parties[i], 'party')
    .values.filter((value) => value.ticked)
    .map(({ field, value }) => `${field}: ${value}`);

describe('draftCapture', () => {
  it('normalises values and ticks the sure ones, one name of several', async () => {
    const draft = await draftOf();

    expect(draft.parties.map(({ kind, ticked: all, worksFor }) => [kind, all, worksFor])).toEqual([
      ['company', true, undefined],
      ['person', true, 'p0'],
    ]);
    expect(ticked(draft, 0)).toEqual([
      'name: 上海艾克米有限公司',
      'website: https://www.acme.cn/',
      'phones: +862158886666',
      'emails: info@acme.cn',
    ]);
    expect(ticked(draft, 1)).toEqual([
      'name: 王晓明',
      'title: 销售总监',
      'phones: +8613800138000',
      'emails: wang@acme.cn',
    ]);
  });

  it('ticks no card whose name is unsure, and no other companies', async () => {
    const head = {
      field: 'name' as const,
      raw: 'Maybe',
      confidence: 0.6,
      sources: [{ kind: 'page-head' as const, snippet: 'Maybe' }],
    };
    const sure = { ...head, raw: 'Other', confidence: 0.9 };
    const draft = await draftOf(
      readingOf([
        { kind: 'company', values: [head] },
        { kind: 'company', values: [sure] },
      ]),
    );

    expect(draft.parties.map((party) => party.ticked)).toEqual([false, false]);
  });

  it('keeps a number that is valid nowhere as it was written', async () => {
    const phone = {
      field: 'phones' as const,
      raw: 'ext. 12',
      confidence: 0.9,
      sources: [{ kind: 'tel-link' as const, snippet: 'tel:12' }],
    };
    const draft = await draftOf(readingOf([{ kind: 'company', values: [phone] }]));

    expect(draft.parties[0]?.values[0]?.value).toBe('ext. 12');
  });
});

const onText = (field: PartyField, raw: string, more: Partial<FoundValue> = {}): FoundValue => ({
  field,
  raw,
  confidence: 0.95,
  sources: [{ kind: 'text', snippet: `… ${raw} …` }],
  ...more,
});
const LABELLED = readingOf([
  {
    kind: 'company',
    values: [
      onText('name', '青禾岭泵业有限公司'),
      onText('phones', '021-5555 0101 转 801', { normal: '+862155550101', ext: '801', label: 'work' }),
      onText('phones', '021-5555 0102', { normal: '+862155550102', label: 'fax' }),
      onText('phones', '400-555-0103', { normal: '+864005550103', label: 'tollfree' }),
      onText('phones', '021-5555 0104', { normal: '+862155550104', label: 'hotline' }),
      onText('registrationIds', 'HRB 12345', { normal: 'register:Amtsgericht Hamburg HRB 12345' }),
      onText('legalRepresentative', '周青禾'),
      onText('founded', '2009年4月8日', { normal: '2009-04-08' }),
      onText('registeredCapital', '1000万元人民币'),
      onText('registrationState', '存续'),
    ],
  },
]);

describe('facts of a register, and what numbers are for', () => {
  it('ticks them, the extension with its number, but never a hotline for complaints', async () => {
    const draft = await draftOf(LABELLED);

    expect(ticked(draft, 0)).toEqual([
      'name: 青禾岭泵业有限公司',
      'phones: +862155550101 ext. 801',
      'phones: +862155550102',
      'phones: +864005550103',
      'registrationIds: Amtsgericht Hamburg HRB 12345',
      'legalRepresentative: 周青禾',
      'founded: 2009-04-08',
      'registeredCapital: 1000万元人民币',
      'registrationState: 存续',
    ]);
    expect(draft.parties[0]?.values.map(({ label }) => label).filter((label) => label)).toEqual([
      'work',
      'fax',
      'tollfree',
      'hotline',
    ]);
  });

  it('files them with their evidence, and numbers as contacts call them', async () => {
    await save(await draftOf(LABELLED));
    const fields = must((await world.app.parties.companies())[0], 'company').fields;

    expect(labelledValues(fields, 'phones')).toEqual([
      { value: '+862155550101 ext. 801', label: 'work' },
      { value: '+862155550102', label: 'fax' },
      { value: '+864005550103', label: 'main' },
    ]);
    expect(fields.founded).toMatchObject({
      value: '2009-04-08',
      raw: '2009年4月8日',
      sources: [{ kind: 'text', snippet: '… 2009年4月8日 …' }],
    });
    expect(
      [fields.legalRepresentative, fields.registeredCapital, fields.registrationState].map((one) => one?.value),
    ).toEqual(['周青禾', '1000万元人民币', '存续']);
  });
});

describe('saveCapture', () => {
  it('files company and person with evidence and the link between them, as one batch', async () => {
    await save(await draftOf());
    const [company] = await world.app.parties.companies();
    const [person] = await world.app.parties.people();
    const [batch] = await world.app.history.list(5);

    expect(company?.fields.name).toEqual({
      value: '上海艾克米有限公司',
      raw: '上海艾克米有限公司',
      confidence: 0.9,
      status: 'accepted',
      sources: [
        {
          kind: 'json-ld',
          snippet: '"name":"上海艾克米有限公司"',
          url: 'https://www.acme.cn/about',
          at: expect.stringMatching(/^2026-11-21T/),
          extractor: 'vital-few/1',
        },
      ],
    });
    expect(valuesOf(company?.fields.phones)).toEqual(['+862158886666']);
    expect(company?.keys).toEqual(['domain:acme.cn', 'email:info@acme.cn', 'name:艾克米', 'phone:+862158886666']);
    expect(person?.fields.company?.value).toBe(company?.id);
    expect(batch).toMatchObject({
      header: { cause: 'capture' },
      note: { title: 'Acme', url: 'https://www.acme.cn/about' },
    });
    expect((await world.app.verify()).ok).toBe(true);
  });

  it('knows both again and adds nothing', async () => {
    await save(await draftOf());
    const draft = await draftOf();
    const duplicates = await world.app.capture.duplicates(draft.parties);
    const before = await content(world.db);

    expect([...duplicates].map(([id, [first]]) => [id, first?.match])).toEqual([
      ['p0', { tier: 'same', reasons: ['domain', 'email', 'phone', 'name'] }],
      ['p1', { tier: 'same', reasons: ['email', 'phone', 'name', 'company'] }],
    ]);
    const updates = new Map([...duplicates].map(([id, [first]]) => [id, must(first, 'duplicate').row]));
    expect(await save(draft, updates)).toMatchObject({ made: 0, changed: 0 });
    expect(await content(world.db)).toEqual(before);
  });

  it('adds to a known record what it lacks, replaces only what is ticked, and undoes it', async () => {
    await save(await draftOf());
    const before = await content(world.db);
    const draft = await draftOf(
      readingOf([
        {
          kind: 'company',
          values: [
            { field: 'name', raw: 'Acme Shanghai', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: 'x' }] },
            {
              field: 'website',
              raw: 'https://www.acme.cn/',
              confidence: 0.9,
              sources: [{ kind: 'json-ld', snippet: 'x' }],
            },
            { field: 'phones', raw: '021-5888 7777', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: 'x' }] },
          ],
        },
      ]),
    );
    const [first] = must((await world.app.capture.duplicates(draft.parties)).get('p0'), 'known');
    const untickedName = {
      ...draft,
      parties: draft.parties.map((party) => ({
        ...party,
        values: party.values.map((value) => (value.field === 'name' ? { ...value, ticked: false } : value)),
      })),
    };
    const receipt = await save(untickedName, new Map([['p0', must(first, 'duplicate').row]]));
    const [company] = await world.app.parties.companies();

    expect(receipt).toMatchObject({ made: 0, changed: 1 });
    expect(company?.fields.name.value).toBe('上海艾克米有限公司');
    expect(valuesOf(company?.fields.phones)).toEqual(['+862158886666', '+862158887777']);
    await world.app.history.undo(receipt.batchId);
    expect(await content(world.db)).toEqual(before);
  });

  it('proposes, but does not choose, what only may be the same, and leaves out what is not', async () => {
    await save(await draftOf());
    const company = (name: string, website: string) => ({
      kind: 'company' as const,
      values: [
        { field: 'name' as const, raw: name, confidence: 0.9, sources: [{ kind: 'json-ld' as const, snippet: 'x' }] },
        {
          field: 'website' as const,
          raw: website,
          confidence: 0.9,
          sources: [{ kind: 'json-ld' as const, snippet: 'x' }],
        },
      ],
    });
    const draft = await draftOf(
      readingOf([
        company('北京艾克米有限公司', 'https://acme.cn/bj'),
        company('艾克米', 'https://other.cn/'),
        company('远山物流', 'https://other.cn/'),
      ]),
    );
    const named = {
      ...draft,
      parties: draft.parties.map((party) => ({
        ...party,
        values: party.values.map((value) => ({ ...value, ticked: true })),
      })),
    };
    const found = await world.app.capture.duplicates(named.parties);

    expect([...found].map(([id, [first]]) => [id, first?.match])).toEqual([
      ['p0', { tier: 'likely', reasons: ['domain'] }],
      ['p1', { tier: 'possible', reasons: ['name'] }],
    ]);
  });

  it('does not file a masked number beside the whole one', async () => {
    await save(await draftOf());
    const values = [
      {
        field: 'name' as const,
        raw: '上海艾克米有限公司',
        confidence: 0.9,
        sources: [{ kind: 'json-ld' as const, snippet: 'x' }],
      },
      {
        field: 'website' as const,
        raw: 'https://www.acme.cn/',
        confidence: 0.9,
        sources: [{ kind: 'json-ld' as const, snippet: 'x' }],
      },
      {
        field: 'phones' as const,
        raw: '021-5888****',
        confidence: 0.9,
        sources: [{ kind: 'json-ld' as const, snippet: 'x' }],
      },
    ];
    const draft = await draftOf(readingOf([{ kind: 'company', values }]));
    const [first] = must((await world.app.capture.duplicates(draft.parties)).get('p0'), 'known');
    await save(draft, new Map([['p0', must(first, 'duplicate').row]]));

    expect(valuesOf((await world.app.parties.companies())[0]?.fields.phones)).toEqual(['+862158886666']);
  });

  it('takes a number that is also a company’s for a switchboard, not for the person', async () => {
    await save(await draftOf());
    const draft = await draftOf(
      readingOf([
        {
          kind: 'company',
          values: [{ field: 'name', raw: 'B', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: 'x' }] }],
        },
        {
          kind: 'person',
          worksFor: 0,
          values: [
            { field: 'name', raw: '李雷', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: 'x' }] },
            { field: 'phones', raw: '021-5888 6666', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: 'x' }] },
            { field: 'emails', raw: 'info@acme.cn', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: 'x' }] },
          ],
        },
      ]),
    );

    expect((await world.app.capture.duplicates(draft.parties)).get('p1')).toBeUndefined();
  });

  it.each<[string, (draft: CaptureDraft) => CaptureDraft, string]>([
    [
      'without a ticked card',
      (draft) => ({ ...draft, parties: draft.parties.map((party) => ({ ...party, ticked: false })) }),
      'nothing-ticked',
    ],
    [
      'without a name',
      (draft) => ({
        ...draft,
        parties: draft.parties.map((party) => ({
          ...party,
          values: party.values.filter((value) => value.field !== 'name'),
        })),
      }),
      'no-name',
    ],
  ])('is refused %s', async (_, change, code) => {
    const saved = await world.app.capture.save(world.app.newBatch(), {
      draft: change(await draftOf()),
      updates: new Map(),
    });

    expect(saved).toMatchObject({ ok: false, error: { code } });
    expect(await world.app.parties.companies()).toEqual([]);
  });
});

describe('a record afterwards', () => {
  it('takes what the user types, in normal form, as the user’s own', async () => {
    await save(await draftOf());
    const [company] = await world.app.parties.companies();
    const record = must(company, 'company').id;
    await world.app.settings.change('home-region', 'CN');
    await world.app.records.edit({ kind: companyKind, records: [record], inputs: { 'phones/new': ' 010 6666 8888' } });
    const [edited] = await world.app.parties.companies();

    expect(edited?.fields.phones?.['new']).toMatchObject({
      value: '+861066668888',
      raw: '010 6666 8888',
      status: 'typed',
      confidence: 1,
    });
  });

  it('goes without leaving a link to nothing, and comes back with it', async () => {
    await save(await draftOf());
    const before = await content(world.db);
    const removed = await world.app.records.remove((await world.app.parties.companies()).map(({ id }) => id));

    expect((await world.app.parties.people()).map(({ fields }) => fields.company)).toEqual([undefined]);
    expect((await world.app.verify()).ok).toBe(true);
    await world.app.history.undo(removed.ok ? removed.value.batchId : expect.fail());
    expect(await content(world.db)).toEqual(before);
  });

  it('of a person is erased from everywhere, and the company keeps what is its own', async () => {
    await save(await draftOf());
    const [person] = await world.app.parties.people();
    const erased = await world.app.parties.erase(must(person, 'person').id);
    const everything = JSON.stringify(await dump(world.db));
    const [company] = await world.app.parties.companies();

    expect(erased.ok).toBe(true);
    for (const trace of ['王晓明', '13800138000', '138 0013 8000', 'wang@acme.cn', '销售总监'])
      expect(everything).not.toContain(trace);
    expect(valuesOf(company?.fields.phones)).toEqual(['+862158886666']);
    expect(valuesOf(company?.fields.emails)).toEqual(['info@acme.cn']);
    expect((await world.app.verify()).checks.flatMap((check) => check.problems)).toEqual([]);
  });
});
