// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { field, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { company } from '@/src/domain/parties/company.kind';
import { keyReview } from '@/src/domain/accounts/key-review.kind';
import { keyRule } from '@/src/domain/accounts/key-rule.kind';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { useLive } from '@/src/ui/app-context';
import { Standing } from '@/src/ui/pages/accounts/standing';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { click, gone, said, see, type } from '@/test/support/hands';
import { showOn } from '@/test/support/show';

const need = defineKind({
  name: 'need',
  evidence: false,
  fields: { text: required(field.text()), company: required(field.company()) },
});

let desk: AccountDesk;
let record: RecordId;
let cleanup = (): void => undefined;
beforeEach(async () => {
  desk = await openAccountDesk(kindsByName([...ALL_KINDS.values(), need]));
  record = await desk.company('Quill', { importance: 'group', orientation: 'value-added', segment: 'finance' });
});
afterEach(async () => {
  cleanup();
  await desk.close();
});

function Live() {
  const rows = useLive('companies', (app) => app.parties.companies());
  const row = rows?.find(({ id }) => id === record);
  return row ? <Standing row={row} /> : null;
}
const show = async (): Promise<void> => {
  ({ cleanup } = await showOn(desk.app, <Live />));
};

describe('the standing of an account', () => {
  it('says that there is no tier, and puts it into one by hand, which can be undone', async () => {
    await show();
    await see('[data-standing]', 'Tier: no tier');
    await click('[data-action="set-tier"]');
    await click('[role="menuitem"]', 'Crystal');

    await see('[data-standing]', 'Tier: Crystal');
    await see('[data-tier-basis="hand"]', 'Set by hand on Nov 21, 2026');
    await click('output button', 'Undo');
    await see('[data-standing]', 'Tier: no tier');
    expect((await desk.rowOf(record)).fields.tierBasis).toBeUndefined();
  });

  it('shows each type with what to do about it', async () => {
    await show();
    expect(said(await see('[data-axis="importance"]'))).toContain('Importance type: Group account');
    expect(said(await see('[data-axis="orientation"]'))).toContain('understand their business before any proposal');
  });

  it('sets the tier from the file, and shows the flags with their reason, to be overridden with a note and lifted', async () => {
    const dataset = await desk.sales(['K1,2025-01-05,40000', 'K2,2025-12-31,5']);
    await desk.isCustomer(record, dataset, 'K1');
    await show();
    await see('[data-flag="big-ticket"]', 'One large order: 100% of the year (orders: 1)');
    await see('[data-flags]', 'Profit cannot be tested');
    await click('[data-action="tier-from-file"]');
    await see('[data-tier-basis="file"]', '3,333.33 CNY a month');

    await click('[data-flag="big-ticket"] button', 'Override');
    await type('Note', 'Two plants are agreed');
    await click('[role="dialog"] form button', 'Save');
    await see('[data-flag="big-ticket"]', 'Overridden: Two plants are agreed');
    await click('[data-flag="big-ticket"] button', 'Lift');
    await see('[data-flag="big-ticket"] button', 'Override');
    expect(await desk.app.accounts.overridesOf(record)).toEqual([]);
  });

  it('judges by the rule of the last review, and says where its sum is missing', async () => {
    const { app } = desk;
    const review = { subject: '2026', company: record, day: '2026-11-01', marketStanding: 'high' };
    await app.records.make(keyReview, app.newRecord(), review);
    await show();
    await see('[data-key-rule]', 'The sum of the rule is not set');
    await app.records.make(keyRule, app.newRecord(), { name: 'Rule', contractSum: '1000000 CNY' });

    expect(said(await see('[data-key-rule]', 'Key account'))).toBe(
      'Key account by the rule of 1,000,000 CNY: market standing',
    );
  });

  it('offers the starter list of its industry until it has a need, each line to be left out or written anew', async () => {
    await show();
    await click('[data-action="starter"]');
    expect((await see('[data-starter="need"]')).querySelectorAll('input[type="checkbox"]')).toHaveLength(3);
    expect((await see('[data-starter="opportunity"]')).querySelectorAll('input[type="checkbox"]')).toHaveLength(4);
    await click('[data-starter="opportunity"] input[type="checkbox"]');
    await click('[data-action="start-needs"]', 'Add 6 lines');
    await gone('[data-action="starter"]');

    const texts = (await desk.app.records.rows('need')).map(({ fields }) => fields['text']);
    expect(texts).toHaveLength(6);
    expect(texts).toContain('Security');
    expect(texts).not.toContain('Delivery of documents within the city');
  });

  it('offers nothing without a segment', async () => {
    await desk.app.records.edit({ kind: company, records: [record], inputs: { segment: '' } });
    await show();
    await see('[data-standing]', 'Tier: no tier');

    expect(document.querySelector('[data-action="starter"]')).toBeNull();
  });
});
