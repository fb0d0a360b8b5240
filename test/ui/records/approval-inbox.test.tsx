// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClaims, type Claims } from '@/test/support/claims';
import { click, findOne, gone, said, see, type } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { Approvals } from '@/test/support/work-of-the-day';

let world: Claims;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createClaims();
});
afterEach(async () => {
  cleanup();
  await world.close();
});

const show = async (): Promise<void> => {
  ({ cleanup } = await showOn(world.app, <Approvals />));
};
const buttonsOf = async (title: string): Promise<string[]> =>
  [...(await see('[data-approval]', title)).querySelectorAll('button')].map(said);

describe('the approval inbox', () => {
  it('says what lands in it while it is empty', async () => {
    await show();

    expect(said(await see('p'))).toMatch(/^Nothing waits for your decision\./);
  });

  it('shows what was handed in, by whom and when, with its values and the decisions', async () => {
    await world.file('submitted', { title: '甲', sum: { amount: '5', currency: 'CNY' }, owner: 'Wu' });
    await show();

    expect(await buttonsOf('甲')).toEqual(['confirm', 'reject']);
    const card = await see('[data-approval]', 'Handed in');
    expect(said(card)).toMatch(/Handed in Nov 21, 2026.* by Wu/);
    expect(said(card)).toContain('sum 5 CNY');
  });

  it('approves at once what nothing speaks against; undo brings it back', async () => {
    const record = await world.file('submitted', { title: '甲' });
    await show();
    await click('[data-approval] button', 'confirm');

    await gone('[data-approval]');
    expect(await world.stateOf(record)).toBe('confirmed');
    await click('output button', 'Undo');
    await see('[data-approval]', '甲');
  });

  it('refuses only with a reason, which is written down', async () => {
    const record = await world.file('submitted', { title: '甲' });
    await show();
    await click('[data-approval] button', 'reject');
    await see('[role="dialog"]', 'reject: 甲');
    await click('[role="dialog"] button', 'Move on');
    await see('[role="dialog"]', 'Give a reason first.');
    expect(await world.stateOf(record)).toBe('submitted');

    await type('Reason', 'no visit yet');
    await click('[role="dialog"] button', 'Move on');
    await gone('[data-approval]');
    const [last] = await world.app.records.history(record);
    expect(last?.note).toEqual({ title: '甲', transition: 'reject', reason: 'no visit yet' });
  });

  it('approves several as one batch, says how many stay, and takes all of it back at once', async () => {
    const records = [
      await world.file('submitted', { title: '甲' }),
      await world.file('submitted', { title: '乙', sum: { amount: '5000', currency: 'CNY' } }),
      await world.file('submitted', { title: '丙' }),
      await world.file('submitted', { title: '丁' }),
    ];
    await show();
    for (const title of ['甲', '乙', '丙']) await click(`input[aria-label="Select “${title}”"]`);
    await click('button', 'Approve the 3 selected');

    await see('output', 'confirm: 2 records.');
    await see('output', '1 stays: something is missing or speaks against it.');
    expect(await Promise.all(records.map(world.stateOf))).toEqual(['confirmed', 'submitted', 'confirmed', 'submitted']);
    const [last] = await world.app.history.list(1);
    expect(last).toMatchObject({ header: { cause: 'move', counts: { changed: 2 } }, note: { transition: 'confirm' } });

    await click('output button', 'Undo');
    await see('output', 'Undone: confirm: 2 records.');
    expect(new Set(await Promise.all(records.map(world.stateOf)))).toEqual(new Set(['submitted']));
  });

  it('follows the role of the user', async () => {
    await world.file('submitted', { title: '甲' });
    await show();
    await see('[data-approval]', '甲');
    await world.app.settings.change('user-role', 'representative');

    await gone('[data-approval]');
    expect(findOne('p', 'Nothing waits')).toBeDefined();
  });
});

describe('the words', () => {
  it.each([
    ['zh-CN', '没有等待您审批的事项。'],
    ['zh-TW', '沒有等待您簽核的事項。'],
  ] as const)('are there in %s', async (language, text) => {
    ({ cleanup } = await showOn(world.app, <Approvals />, language));

    await vi.waitFor(() => expect(findOne('p', text)).toBeDefined());
  });
});
