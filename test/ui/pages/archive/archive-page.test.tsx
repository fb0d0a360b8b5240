// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { ArchivePage } from '@/src/ui/pages/archive/archive-page';
import { useRoute } from '@/src/ui/shell/route';
import { actAs, fileCompany, fileItem } from '@/test/support/archive';
import { click, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let page: Rendered | undefined;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

function Page() {
  return <ArchivePage route={useRoute()} />;
}

async function show(hash: string): Promise<void> {
  window.location.hash = hash;
  page = await renderWith(world.app, <Page />);
}
const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].map((one) => one.textContent);
const see = (text: string) => until(text, () => document.body.textContent.includes(text));
const button = (text: string) =>
  until(text, () => [...document.querySelectorAll('button')].find((one) => one.textContent === text));

describe('the archive page', () => {
  it('says what to do while there is no company, and while none is chosen', async () => {
    await show('#/archive');
    await see('No company is on file yet.');
    await page?.cleanup();
    await fileCompany(world);
    await show('#/archive');
    await see('Choose an account');
    expect(document.querySelector('[data-category]')).toBeNull();
  });

  it('lists the accounts with a tier or an item, the least complete first, each the way into its archive', async () => {
    const [quarry, ferry] = [await fileCompany(world), await fileCompany(world, 'Ferry Line')];
    await fileCompany(world, 'Passer-by');
    await fileItem(world, quarry, { paperNo: 'P-1', paperLocation: 'cabinet 3', eCode: 'E-1', eLocation: 'share' });
    await actAs(world, 'Mei', 'manager');
    await world.app.accounts.installTiers((key) => key);
    const [tier] = await world.app.accounts.tiers();
    await world.app.accounts.setTier([ferry], must(tier, 'a tier').id);
    await show('#/archive');
    await until('the accounts', () => document.querySelector('[data-archived]'));

    // Of 7 wanted one is there; of 14 nine are: name, its category, and all seven of the item.
    expect(texts('[data-archived]')).toEqual(['Ferry Line0 items14.3%', 'Quarry Works1 item64.3%']);
    await click(must(document.querySelector('[data-archived] a'), 'a way in'));
    await until('its archive', () => document.querySelector('[data-completeness="1/7"]'));
  });

  it('shows the six categories, the index, what is missing and what waits for signatures', async () => {
    const company = await fileCompany(world);
    await fileItem(world, company, { title: 'Form', paperNo: 'P-1', paperLocation: 'cabinet 3' });
    const gone = await fileItem(world, company);
    await fileItem(world, company, { title: 'Identity card' });
    await fileItem(world, company, { title: 'Framework', category: 'contracts', signedOn: '2026-02-01' });
    await world.app.records.remove([gone]);
    await show(`#/archive?company=${company}`);
    await until('the archive', () => document.querySelector('[data-completeness]'));

    expect(texts('[data-category] p:first-child')).toEqual([
      '1. Client basics',
      '2. Contracts and agreements',
      '3. Arrears and repayment',
      '4. Complaints and discounts',
      '5. Industry trend',
      '6. Internal promotion',
    ]);
    // 1 of 5 of the company, both categories, 5 and 3 of 7, 4 of 8.
    expect(document.querySelector('[data-completeness]')?.getAttribute('data-completeness')).toBe('15/29');
    expect(texts('[data-index] a')).toEqual(['2026-1-001 Form', '2026-1-003 Identity card', '2026-2-001 Framework']);
    await see('Client basics, volume 2026: 2');
    await see('2026-1-001 Form · no file for the paper');
    expect(texts('[aria-label="Waiting for signatures"] a')).toHaveLength(3);

    const contracts = must(document.querySelector('[data-category="contracts"]'), 'a card');
    await click(contracts);
    expect(contracts.getAttribute('aria-pressed')).toBe('true');
    expect(texts('[data-index] a')).toEqual(['2026-2-001 Framework']);
    await click(await button('Show all categories'));
    expect(texts('[data-index] a')).toHaveLength(3);
  });

  it('tells of a closed item its class alone, and takes a request with a reason', async () => {
    const company = await fileCompany(world);
    const item: RecordId = await fileItem(world, company, { title: 'Kingfisher mortgage' });
    await actAs(world, 'Wu', 'representative');
    await show(`#/archive?company=${company}`);
    await see('2026-1-001 · closed to you');
    await see('1 item is closed to you');
    await page?.cleanup();
    await show(`#/archive/items/${item}`);
    await until('the closed record', () => document.querySelector('[data-closed]'));
    expect(document.body.textContent).not.toContain('Kingfisher');
    await click(await button('Ask for access'));
    await see('This needs a reason: say why.');
    await typeInto(must(document.querySelector<HTMLElement>('[data-closed] textarea'), 'a field'), 'audit');
    await click(await button('Ask for access'));
    await see('You have asked for access');
    expect(await world.ports.store.rows('access-request')).toMatchObject([
      { fields: { subject: 'Archive item: Quarry Works · Client basics · 2026 · 1', reason: 'audit', owner: 'Wu' } },
    ]);
  });

  it('offers no button for requests, which come of other work', async () => {
    await fileCompany(world);
    await show('#/archive/changes');
    await see('No change waits for approval.');
    expect(document.querySelector('[data-action="new"]')).toBeNull();
    await page?.cleanup();
    await show('#/archive/items');
    await until('the list', () => document.querySelector('[data-action="new"]'));
  });
});
