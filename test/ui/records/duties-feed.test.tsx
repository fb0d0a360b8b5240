// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClaims, type Claims } from '@/test/support/claims';
import { click, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { Duties } from '@/test/support/work-of-the-day';

let world: Claims;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createClaims();
});
afterEach(async () => {
  cleanup();
  await world.close();
});

const groups = (): [string, string[]][] =>
  [...document.querySelectorAll('[data-near]')].map((group) => [
    said(group.querySelector('h3') ?? group),
    [...group.querySelectorAll('a')].map((link) => `${said(link)} ${link.getAttribute('href')}`),
  ]);

describe('the duties', () => {
  it('say what lands there while there are none', async () => {
    ({ cleanup } = await showOn(world.app, <Duties />));

    expect(said(await see('p'))).toBe('Nothing is due. What has to be done by a day lands here by itself.');
  });

  it('stand under how near they are, each a link to its record', async () => {
    // Today is Saturday, 2026-11-21; what was seen seven days before falls due.
    const late = await world.file('draft', { title: 'late', seen: '2026-11-11' });
    const now = await world.file('draft', { title: 'now', seen: '2026-11-14' });
    const sunday = await world.file('draft', { title: 'sunday', seen: '2026-11-15' });
    const monday = await world.file('draft', { title: 'monday', seen: '2026-11-16' });
    ({ cleanup } = await showOn(world.app, <Duties />));
    await see('[data-near="later"] h3', '·');

    expect(groups()).toEqual([
      ['Overdue · 1', [`late #/files/claim/${late}`]],
      ['Today · 1', [`now #/files/claim/${now}`]],
      ['This week · 1', [`sunday #/files/claim/${sunday}`]],
      ['Later · 1', [`monday #/files/claim/${monday}`]],
    ]);
    expect(said(await see('[data-near="overdue"] li'))).toBe(
      'late check overdue by 3 days claim · due Nov 18, 2026 submit',
    );
  });

  it("are the user's own until everybody's are asked for", async () => {
    await world.app.settings.change('user-name', 'Lin');
    await world.file('draft', { title: 'mine', seen: '2026-11-11', owner: 'Lin' });
    await world.file('draft', { title: 'of Wu', seen: '2026-11-11', owner: 'Wu' });
    ({ cleanup } = await showOn(world.app, <Duties />));
    await see('[data-near] a', 'mine');
    await vi.waitFor(() => expect(groups()[0]?.[0]).toBe('Overdue · 1'));

    await click('label', "Everybody's");
    await vi.waitFor(() => expect(groups()[0]?.[0]).toBe('Overdue · 2'));
  });
});
