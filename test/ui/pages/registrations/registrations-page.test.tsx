// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { dayFromIso } from '@/src/domain/records/duty';
import { RegistrationsPage } from '@/src/ui/pages/registrations/registrations-page';
import { useRoute } from '@/src/ui/shell/route';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';
import { click, renderWith, until, type Rendered } from '@/test/support/render';
import { TODAY } from '@/test/support/world';

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const said = (text: RegExp): HTMLElement | undefined => all('p, h2, caption').find((one) => text.test(one.textContent));

function Page() {
  return <RegistrationsPage route={useRoute()} />;
}

describe('the page of registrations', () => {
  let world: ClaimWorld;
  let page: Rendered | undefined;
  beforeEach(async () => {
    world = await createClaimWorld();
  });
  afterEach(async () => {
    await page?.cleanup();
    page = undefined;
    await world.close();
  });
  const open = async (tab = ''): Promise<void> => {
    window.location.hash = `#/accounts/registrations${tab}`;
    page = await renderWith(world.app, <Page />);
  };

  const contested = async (): Promise<readonly RecordId[]> => {
    const acme = await world.make('company', { name: 'Acme' });
    const claims: RecordId[] = [];
    for (const [i, name] of ['Wu', 'Lin', 'Ma'].entries()) {
      world.setClock(Date.parse('2026-11-21T02:00:00.000Z') + i * 150_000);
      await world.as(name);
      claims.push(await world.submitted({ client: 'Acme', company: acme }));
    }
    return claims;
  };

  it('says what to do where nothing waits', async () => {
    await open();
    await until('a sentence', () => said(/^Nothing waits for confirmation/));
    expect(all('[data-group]')).toEqual([]);
  });

  it('shows rivals beside each other, who was first and by how much, and confirms the first', async () => {
    const [first, second, third] = await contested();
    await world.as('Chen', 'manager');
    await open();
    await until('three rivals', () => all('[data-group] [data-claim]').length === 3);
    const badges = all('[data-group] [data-claim]').map((one) => one.querySelector('.mantine-Badge-root')?.textContent);
    expect(badges).toEqual(['First', '2 minutes later', '5 minutes later']);

    await click(must(all('[data-action="confirm"]')[0], 'a button'));
    await until('nothing waits', () => said(/^Nothing waits for confirmation/));
    const states = await Promise.all(
      [first, second, third].map(async (id) => (await world.rowOf(must(id, 'id'))).state),
    );
    expect(states).toEqual(['confirmed', 'rejected', 'rejected']);
    await until('the reason', () =>
      all('[data-state="rejected"] p').some((one) => /submitted earlier/.test(one.textContent)),
    );
  });

  it('rejects one that is not the first, or takes it for another client', async () => {
    const [, second, third] = await contested();
    await world.as('Chen', 'manager');
    await open();
    await until('three rivals', () => all('[data-group] [data-claim]').length === 3);
    await click(must(all('[data-action="reject-later"]')[0], 'a button'));
    await until('two rivals', () => all('[data-group] [data-claim]').length === 2);
    expect((await world.rowOf(must(second, 'id'))).state).toBe('rejected');
    await click(must(all('[data-action="apart"]')[0], 'a button'));
    await until('two groups', () => all('[data-group]').length === 2);
    expect((await world.rowOf(must(third, 'id'))).state).toBe('submitted');
    await click(must(all('[data-action="evidence"]')[0], 'a button'));
    await until('a file', () => world.saved[0]);
    expect(world.saved[0]?.name).toMatch(/^vital-few-Acme-.*\.json$/);
  });

  it('offers a representative no decision', async () => {
    await contested();
    await open();
    await until('three rivals', () => all('[data-group] [data-claim]').length === 3);
    expect(all('[data-action]').map((one) => one.getAttribute('data-action'))).toEqual([
      'evidence',
      'evidence',
      'evidence',
    ]);
  });

  it('hands in the week, once, and shows a representative only their own line', async () => {
    const acme = await world.make('company', { name: 'Acme' });
    const follow = { content: 'Called', company: acme, day: '2026-11-12', means: 'phone' };
    await world.make('follow-up', { ...follow, owner: 'Wu' });
    await world.make('follow-up', { ...follow, owner: 'Lin' });
    await world.as('Wu');
    await open('/week?week=2026-11-09');
    await until('the log', () => all('[data-logged]').length === 1);
    expect(all('[data-figure="total"] td').map(({ textContent }) => textContent)).toEqual(['1']);
    await click(must(all('[data-action="hand-in"]')[0], 'a button'));
    await until('no button', () => all('[data-action="hand-in"]').length === 0);
    expect(all('[data-hand-in]').map((one) => one.getAttribute('data-hand-in'))).toEqual(['Wu']);
    await page?.cleanup();
    await world.as('Chen', 'manager');
    await open('/week?week=2026-11-09');
    await until('the team', () => all('[data-hand-in]').length === 2);
  });

  it('lists what is to be reviewed this month, and marks it reviewed', async () => {
    const lost = { client: 'Acme', reason: 'price', lostOn: '2026-10-08', reviewedOn: '2026-10-08' };
    await world.make('unclosed-client', lost);
    await open('/unclosed');
    const due = await until('it is due', () => all('[data-due]')[0]);
    expect(all('[data-reason]').map(({ textContent }) => textContent)).toEqual(['Price1']);
    await click(must(due.querySelector('button'), 'a button'));
    await until('nothing is due', () => said(/^Nothing to review/));
    await until('it counts', () => said(/^1 reviewed this month/));
  });

  it('shows what was left of the days before in the plan of today, and logs what is done', async () => {
    const yesterday = formatDay(dayFromIso(TODAY) - 1);
    await world.make('plan-item', { purpose: 'Bring samples', day: yesterday, collected: '12.50 CNY' });
    await open('/plan');
    const errand = await until('the errand', () => all(`[data-plan="${TODAY}"] [data-errand]`)[0]);
    expect(errand.textContent).toContain('left from Nov 20, 2026');
    await click(must(errand.querySelector('button'), 'a button'));
    await until('done', () => all('[data-errand]').length === 0);
    await until(
      'the log',
      () =>
        all('[data-day="week"] td')
          .map((one) => one.textContent)
          .join() === '1,1,12.50 CNY,',
    );
  });
});
