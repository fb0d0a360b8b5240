import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { Inputs } from '@/src/app/edit-records';
import type { Role } from '@/src/domain/records/actor';
import { priceAuthority } from '@/src/domain/agreements/price-authority.kind';
import { quotation, TERMS, type QuotationFields } from '@/src/domain/agreements/quotation.kind';
import { isWithinAuthority } from '@/src/domain/agreements/within-authority';
import { createPipeline, type Pipeline } from '@/test/support/pipeline';
import { TODAY } from '@/test/support/world';

let world: Pipeline;
beforeEach(async () => {
  world = await createPipeline();
  await world.app.settings.change('user-name', 'Wu');
});
afterEach(() => world.close());

const actAs = (role: Role) => world.app.settings.change('user-role', role);

/** The authority of representatives: discounts up to 10 per cent. */
async function authority(discount = '10'): Promise<RecordId> {
  const record = world.app.newRecord();
  const inputs = { name: 'Price list 2026', role: 'representative', discount };
  const made = await world.app.records.make(priceAuthority, record, inputs);
  return made.ok ? record : expect.fail(made.error.code);
}

async function quote(inputs: Inputs): Promise<RecordId> {
  const record = world.app.newRecord();
  const terms = Object.fromEntries(TERMS.map((term) => [term, 'open']));
  const made = await world.app.records.make(quotation, record, {
    subject: 'Pumps',
    company: world.company,
    amount: '90000 CNY',
    ...terms,
    ...inputs,
  });
  return made.ok ? record : expect.fail(made.error.code);
}

const to = (record: RecordId, state: string, reason?: string) =>
  world.app.records.move({ kind: quotation, record, to: state, ...(reason === undefined ? {} : { reason }) });
const codeOf = async (moved: ReturnType<typeof to>): Promise<unknown> => {
  const result = await moved;
  if (result.ok) return undefined;
  return 'verdict' in result.error ? result.error.verdict.refusals.join() || result.error.code : result.error.code;
};
const read = async (record: RecordId) => {
  const row = await world.app.records.row(record);
  // Safe: rows of a kind hold the fields of the kind.
  return { state: row?.state, fields: row?.fields as QuotationFields };
};

describe('S19 price authority', () => {
  it.each([
    ['0', undefined],
    ['9.99', undefined],
    ['10', undefined],
    ['10.01', 'beyond-authority'],
    ['100', 'beyond-authority'],
  ])('takes a discount of %s per cent by an authority of 10: %s', async (discount, code) => {
    const record = await quote({ discount, authority: await authority() });
    await actAs('representative');
    expect(await codeOf(to(record, 'within'))).toBe(code);
  });

  it('is that of the author’s own role, valid, and written: without one no discount is within', async () => {
    const ours = { kind: 'price-authority', state: 'valid', fields: { role: 'representative', discount: 10 } };
    const author = { name: 'Wu', role: 'representative' } as const;
    expect(isWithinAuthority(10, author, [ours])).toBe(true);
    expect(isWithinAuthority(0.01, { ...author, role: 'assistant' }, [ours])).toBe(false);
    expect(isWithinAuthority(0.01, author, [{ ...ours, state: 'ended' }])).toBe(false);
    expect(isWithinAuthority(0.01, author, [{ ...ours, kind: 'company' }])).toBe(false);
    expect(isWithinAuthority(0.01, author, [])).toBe(false);
    expect(isWithinAuthority(undefined, author, [])).toBe(true);
  });

  it('is given by managers alone', async () => {
    await actAs('representative');
    const made = await world.app.records.make(priceAuthority, world.app.newRecord(), {
      name: 'Mine',
      role: 'representative',
      discount: '50',
    });
    expect(made).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('lets an offer within it be issued once a manager has signed it', async () => {
    const record = await quote({ discount: '10', authority: await authority() });
    await actAs('representative');
    expect(await codeOf(to(record, 'within'))).toBeUndefined();
    expect(await codeOf(to(record, 'issued'))).toBe('no-way');
    expect(await codeOf(to(record, 'signed'))).toBe('forbidden');
    await actAs('manager');
    expect((await world.app.records.approvals()).map(({ row }) => row.id)).toEqual([record]);
    expect(await codeOf(to(record, 'signed'))).toBeUndefined();
    expect((await read(record)).fields).toMatchObject({ signedBy: 'Wu', signedOn: TODAY, signedDiscount: 10 });
    await actAs('representative');
    expect(await codeOf(to(record, 'issued'))).toBeUndefined();
    expect(await read(record)).toMatchObject({ state: 'issued', fields: { issuedOn: TODAY } });
  });

  it('asks a manager beforehand for what is beyond it: unapproved or refused, no way leads to issuing', async () => {
    const record = await quote({ discount: '25', authority: await authority() });
    await actAs('representative');
    expect(await codeOf(to(record, 'issued'))).toBe('no-way');
    expect(await codeOf(to(record, 'waiting'))).toBeUndefined();
    for (const state of ['issued', 'within', 'signed']) expect(await codeOf(to(record, state))).toBe('no-way');
    expect(await codeOf(to(record, 'approved'))).toBe('forbidden');
    await actAs('manager');
    expect(await codeOf(to(record, 'refused'))).toBe('reason-needed');
    expect(await codeOf(to(record, 'refused', 'Too low'))).toBeUndefined();
    expect(await codeOf(to(record, 'issued'))).toBe('no-way');
    expect(await codeOf(to(record, 'draft', 'Asked again'))).toBeUndefined();
    expect(await codeOf(to(record, 'waiting'))).toBeUndefined();
    expect(await codeOf(to(record, 'approved'))).toBeUndefined();
    expect((await read(record)).fields).toMatchObject({
      signedBy: 'Wu',
      signedAmount: { amount: '90000', currency: 'CNY' },
      signedDiscount: 25,
    });
    expect(await codeOf(to(record, 'issued'))).toBeUndefined();
  });

  it('issues only what was signed: neither an edit nor an undo after the signature gets past it', async () => {
    const record = await quote({ discount: '30', authority: await authority() });
    const edit = (inputs: Inputs) => world.app.records.edit({ kind: quotation, records: [record], inputs });
    const lowered = await edit({ discount: '10' });
    await actAs('representative');
    await to(record, 'within');
    await actAs('manager');
    await to(record, 'signed');
    expect(lowered.ok && (await world.app.history.undo(lowered.value.batchId)).ok).toBe(true);
    expect((await read(record)).fields).toMatchObject({ discount: 30, signedDiscount: 10 });
    expect(await codeOf(to(record, 'issued'))).toBe('changed-since-signed');
    await edit({ discount: '10', amount: '80000 CNY' });
    expect(await codeOf(to(record, 'issued'))).toBe('changed-since-signed');
    await edit({ amount: '90000 EUR' });
    expect(await codeOf(to(record, 'issued'))).toBe('changed-since-signed');
    await edit({ amount: '90000 CNY' });
    expect(await codeOf(to(record, 'issued'))).toBeUndefined();
  });

  it('nobody types a signature', async () => {
    const record = await quote({});
    for (const [path, text] of Object.entries({ signedBy: 'Wu', signedOn: TODAY, signedDiscount: '10' }))
      expect(
        await world.app.records.edit({ kind: quotation, records: [record], inputs: { [path]: text } }),
      ).toMatchObject({
        error: { code: 'fixed', path },
      });
  });

  it('looks at every term of the checklist before it is handed in', async () => {
    const record = await quote({ freight: '', delivery: '' });
    const refused = await to(record, 'waiting');
    expect(refused).toMatchObject({ error: { code: 'needs-fields', verdict: { missing: ['freight', 'delivery'] } } });
  });
});
