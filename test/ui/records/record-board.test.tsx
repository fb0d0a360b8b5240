// @vitest-environment happy-dom
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kind } from '@/src/domain/records/kind';
import { typedValue } from '@/src/domain/records/evidence';
import { company } from '@/src/domain/parties/company.kind';
import { RecordBoard } from '@/src/ui/records/record-board';
import { claim } from '@/test/support/claim';
import { createClaims, type Claims } from '@/test/support/claims';
import { click, drag, findOne, gone, press, said, see, type } from '@/test/support/hands';
import { showOn } from '@/test/support/show';

let world: Claims;
let cleanup = (): void => undefined;
const opened = vi.fn<(record: string) => void>();
beforeEach(async () => {
  world = await createClaims();
  opened.mockClear();
});
afterEach(async () => {
  cleanup();
  await world.close();
});

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const card = (title: string) => see('[data-card]', title);
const column = (key: string) => see(`[data-column="${key}"]`);
const inColumn = (key: string): (string | undefined)[] =>
  [...document.querySelectorAll(`[data-column="${key}"] [data-card] button:first-child`)].map(said);

function Page({ first, kind = claim }: { first: Readonly<Record<string, string>>; kind?: Kind }) {
  const [params, setParams] = useState(first);
  return <RecordBoard kind={kind} params={params} onParams={setParams} onOpen={opened} />;
}
async function show(params: Readonly<Record<string, string>> = {}): Promise<void> {
  ({ cleanup } = await showOn(world.app, <Page first={params} />));
  await see('[data-column]');
}

describe('the board', () => {
  it('has a column for each state with its number and exact sums, and cards with what matters', async () => {
    const id = await world.file('draft', { title: '甲', sum: CNY('0.1'), seen: '2026-11-01', owner: 'Lin' });
    await world.file('draft', { title: '乙', sum: CNY('0.2') });
    await world.file('draft', { title: '丙', sum: { amount: '7', currency: 'USD' } });
    await show();

    const titles = [...document.querySelectorAll('[data-column] h2')].map(said);
    expect(titles).toEqual(['draft 3', 'submitted 0', 'confirmed 0', 'rejected 0']);
    expect(said(await column('draft'))).toContain('0.30 CNY · 7 USD');
    expect(said(await card('甲'))).toContain('Overdue: check, Nov 8, 2026');
    expect(said(await card('甲'))).toContain('Lin');
    expect(said(await card('乙'))).not.toContain('Overdue');
    await click('[data-card] button', '甲');
    expect(opened).toHaveBeenCalledWith(id);
  });

  it('shows what the filter of the address leaves', async () => {
    await world.file('draft', { title: '甲' });
    await world.file('submitted', { title: '乙' });
    await show({ q: '乙' });

    expect([inColumn('draft'), inColumn('submitted')]).toEqual([[], ['乙']]);
  });

  it('puts no more than fifty cards of a column on the page until more are asked for', async () => {
    for (let i = 0; i < 53; i++) await world.file('draft', { title: `claim ${i}` });
    await show();

    expect(inColumn('draft')).toHaveLength(50);
    await click('button', 'Show 3 more');
    await vi.waitFor(() => expect(inColumn('draft')).toHaveLength(53));
  });
});

describe('a drop', () => {
  it('that may not pass asks for exactly what is missing, and then passes; undo takes all of it back', async () => {
    const record = await world.file('draft', { title: '甲', sum: CNY('5') });
    await show();
    await drag(await card('甲'), await column('submitted'));

    await see('[role="dialog"]', 'submit: 甲');
    expect([...document.querySelectorAll('[role="dialog"] label')].map(said)).toEqual(['proof *']);
    expect(await world.stateOf(record)).toBe('draft');
    await type('proof', 'https://a.example/proof.pdf');
    await click('[role="dialog"] button', 'Move on');

    await gone('[role="dialog"]');
    await vi.waitFor(() => expect(inColumn('submitted')).toEqual(['甲']));
    const [row] = await world.ports.store.rowsById([record]);
    expect(row).toMatchObject({ state: 'submitted', fields: { proof: 'https://a.example/proof.pdf' } });

    await see('output', '甲: submit (submitted).');
    await click('output button', 'Undo');
    await vi.waitFor(() => expect(inColumn('draft')).toEqual(['甲']));
    const [back] = await world.ports.store.rowsById([record]);
    expect(back?.fields).toEqual({ title: '甲', sum: CNY('5') });
    await see('output', 'Undone: 甲: submit (submitted).');
  });

  it('keeps the dialog open with a sentence at what is wrong', async () => {
    const record = await world.file('draft', { title: '甲' });
    await show();
    await drag(await card('甲'), await column('submitted'));
    await type('sum', 'much');
    await click('[role="dialog"] button', 'Move on');
    await see('[role="dialog"]', 'This is not an amount.');
    await type('sum', '12.50 EUR');
    await click('[role="dialog"] button', 'Move on');

    await see('[role="dialog"]', 'This value cannot be empty.');
    await type('proof', 'C:\\proof.pdf');
    await click('[role="dialog"] button', 'Move on');
    await vi.waitFor(async () => expect(await world.stateOf(record)).toBe('submitted'));
  });

  it('changes nothing when the question is left by Escape', async () => {
    const record = await world.file('draft', { title: '甲' });
    await show();
    await drag(await card('甲'), await column('submitted'));
    press(await see('[role="dialog"]', 'submit: 甲'), 'Escape');

    await gone('[role="dialog"]');
    expect(await world.stateOf(record)).toBe('draft');
    expect((await world.app.records.history(record)).map(({ header }) => header.cause)).toEqual(['import']);
  });

  it('on a column without a way says so, and where it can go instead', async () => {
    await world.file('draft', { title: '甲' });
    await show();
    await drag(await card('甲'), await column('confirmed'));

    await see('output', '“甲” cannot go from “draft” to “confirmed”. From “draft” it can go to submitted.');
    expect(inColumn('draft')).toEqual(['甲']);
  });

  it('that the role does not allow says so', async () => {
    await world.file('rejected', { title: '甲' });
    await show();
    await drag(await card('甲'), await column('draft'));

    await see('output', '“甲” was not moved. Your role does not allow this.');
    expect(inColumn('rejected')).toEqual(['甲']);
  });

  it('on the column the card is in does nothing', async () => {
    const record = await world.file('draft', { title: '甲' });
    await show();
    await drag(await card('甲'), await column('draft'));
    await drag(await card('甲'), await column('rejected'));

    await see('output', 'cannot go');
    expect(document.querySelectorAll('output button')).toHaveLength(1);
    expect(await world.app.records.history(record)).toHaveLength(1);
  });

  it('where columns are by a field changes the field', async () => {
    const record = await world.file('draft', { title: '甲', size: 'small' });
    await show({ group: 'size' });
    await drag(await card('甲'), await column('big'));

    await vi.waitFor(() => expect(inColumn('big')).toEqual(['甲']));
    expect((await world.ports.store.rowsById([record]))[0]?.fields['size']).toBe('big');
    await click('output button', 'Undo');
    await vi.waitFor(() => expect(inColumn('small')).toEqual(['甲']));
  });
});

describe('a kind whose values carry evidence', () => {
  it('is asked and moved in the same way, in its own words', async () => {
    const name = typedValue('上海青禾岭泵业', '2026-11-20T00:00:00Z');
    const record = await world.file('prospect', { name }, 'company');
    ({ cleanup } = await showOn(world.app, <Page first={{}} kind={company} />));
    await drag(await card('上海青禾岭泵业'), await column('active'));
    await see('[role="dialog"]', 'Won: 上海青禾岭泵业');
    await type('Owner', 'Lin');
    await click('[role="dialog"] button', 'Move on');

    await see('output', '上海青禾岭泵业: Won (Customer).');
    const [row] = await world.ports.store.rowsById([record]);
    expect(row).toMatchObject({ state: 'active', fields: { owner: { value: 'Lin', raw: 'Lin' } } });
  });
});

describe('overriding', () => {
  it('needs a reason, and is written down with what was passed over', async () => {
    const record = await world.file('submitted', { title: '甲', sum: CNY('2000') });
    await show();
    await drag(await card('甲'), await column('confirmed'));

    await see('[role="dialog"] [role="alert"]', 'too-much');
    await click('[role="dialog"] button', 'Move on anyway');
    await see('[role="dialog"]', 'Give a reason first.');
    expect(await world.stateOf(record)).toBe('submitted');

    await type('Reason', 'agreed with the board');
    await click('[role="dialog"] button', 'Move on anyway');
    await gone('[role="dialog"]');
    const [last] = await world.app.records.history(record);
    expect(last?.note).toEqual({
      title: '甲',
      transition: 'confirm',
      reason: 'agreed with the board',
      overridden: ['too-much'],
    });
  });

  it('is not offered to whom it is not given', async () => {
    await world.app.settings.change('user-role', 'manager');
    await world.file('submitted', { title: '甲', sum: CNY('2000') });
    await show();
    await drag(await card('甲'), await column('confirmed'));

    await see('[role="dialog"] [role="alert"]', 'too-much');
    expect(findOne('[role="dialog"] button', 'Move on anyway')).toBeUndefined();
    await click('[role="dialog"] button', 'Move on');
    await see('[role="dialog"]', 'A rule speaks against it.');
  });
});

describe('the menu of a card', () => {
  it('opens by M, lists the ways out and what they ask for, and moves', async () => {
    const record = await world.file('draft', { title: '甲', sum: CNY('5'), proof: 'a.pdf' });
    await world.file('draft', { title: '乙' });
    await show();
    press(await see('[data-card] button', '乙'), 'm');
    await see('[role="menuitem"]', 'submit → submitted Asks for: sum, proof');
    press(await see('[role="menu"]'), 'Escape');
    await gone('[role="menuitem"]');

    await click('button', 'Move “甲” to…');
    await click('[role="menuitem"]', 'submit → submitted');
    await vi.waitFor(async () => expect(await world.stateOf(record)).toBe('submitted'));
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(findOne('[data-column="submitted"] [data-card] button', '甲')),
    );
  });

  it('shows what is forbidden, with the reason, and does not do it', async () => {
    const record = await world.file('rejected', { title: '甲' });
    await show();
    await click('button', 'Move “甲” to…');
    const item = await see('[role="menuitem"]', 'reopen → draft Your role does not allow this.');

    expect(item.getAttribute('aria-disabled')).toBe('true');
    item.click();
    expect(await world.stateOf(record)).toBe('rejected');
  });

  it('says so where no way leads on', async () => {
    await world.file('confirmed', { title: '甲' });
    await show();
    await click('button', 'Move “甲” to…');

    expect(said(await see('[role="menuitem"]'))).toBe('No way leads out of this state.');
  });

  it('offers the other columns where they are by a field', async () => {
    const record = await world.file('draft', { title: '甲', size: 'small' });
    await show({ group: 'size' });
    await click('button', 'Move “甲” to…');
    await see('[role="menuitem"]');

    expect([...document.querySelectorAll('[role="menuitem"]')].map(said)).toEqual(['big']);
    await click('[role="menuitem"]', 'big');
    await vi.waitFor(async () => expect((await world.ports.store.rowsById([record]))[0]?.fields['size']).toBe('big'));
  });
});
