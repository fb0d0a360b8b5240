// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/src/domain/records/actor';
import { RecordTimeline } from '@/src/ui/records/record-timeline';
import { ROOMS, type Room } from '@/src/ui/shell/rooms';
import { roomsFor } from '@/src/ui/shell/rooms-by-role';
import { hashOf } from '@/src/ui/shell/route';
import { Workspace } from '@/src/ui/shell/workspace';
import { company } from '@/src/domain/parties/company.kind';
import { must } from '@/src/kernel/assert';
import { actAs, fileCompany } from '@/test/support/archive';
import { renderWith, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

/** The rooms that are not in the menu of a role: everything else is. */
const WITHOUT: Readonly<Record<Role, readonly Room[]>> = {
  representative: ['kpi'],
  assistant: ['pipeline', 'visits'],
  manager: [],
  executive: [],
};

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

const menu = (): string[] => [...document.querySelectorAll('nav li a')].map((link) => link.getAttribute('href') ?? '');
const cells = ROLES.flatMap((role) => ROOMS.map((room) => [role, room] as const));

describe('S71 views by role and audit trail', () => {
  it.each(ROLES)('%s sees exactly the rooms of their menu', async (role) => {
    await actAs(world, 'Lin', role);
    window.location.hash = '#/settings';
    page = await renderWith(world.app, <Workspace version="1" />);
    await until('the menu', () => menu().length > 0);

    const rooms = ROOMS.filter((room) => !WITHOUT[role].includes(room));
    expect(menu()).toEqual(rooms.map((room) => hashOf([room])));
    expect(roomsFor(role)).toEqual(rooms);
    expect(document.querySelector('a[href="#/data/backup"]') !== null).toBe(rooms.includes('data'));
  });

  it.each(cells)('%s opens %s by its address only where it is in the menu', async (role, room) => {
    await actAs(world, 'Lin', role);
    window.location.hash = hashOf([room]);
    page = await renderWith(world.app, <Workspace version="1" />);
    await until('the room', () => document.querySelector('main h1'));

    const isHidden = document.querySelector('main h1')?.textContent === 'Not in the menu of your role';
    expect(isHidden).toBe(WITHOUT[role].includes(room));
  });

  it.each(ROLES)('writes down what %s does, by whom and on which device, and shows it', async (role) => {
    await actAs(world, 'Lin', role);
    const record = await fileCompany(world);
    const edited = await world.app.records.edit({ kind: company, records: [record], inputs: { industry: 'Stone' } });
    expect(edited.ok).toBe(true);
    const history = await world.app.records.history(record);
    expect(history.map(({ header }) => [header.actor, header.device, header.cause])).toEqual([
      ['Lin', 'device01', 'edit'],
      ['Lin', 'device01', 'make'],
    ]);

    const row = must(await world.app.records.row(record), 'on file');
    page = await renderWith(world.app, <RecordTimeline kind={company} row={row} />);
    const shown = (): string[] => [...document.querySelectorAll('[data-history] p')].map((one) => one.textContent);
    await until('the history', () => shown().filter((text) => text.endsWith('Lin · device device01')).length === 2);
  });
});
