// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '@/src/domain/notebook/notebook';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { must } from '@/src/kernel/assert';
import { RegisterMenu } from '@/src/ui/enrich/register-menu';
import { click, said, see } from '@/test/support/hands';
import { showOn } from '@/test/support/show';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let cleanup = (): void => undefined;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  cleanup();
  world.db.close();
  await Dexie.delete(world.db.name);
});

async function show(name: string, language: Language = 'en'): Promise<void> {
  const record = world.app.newRecord();
  await world.app.records.make(company, record, { name });
  // Safe: the one company that is filed.
  const row = must(await world.app.records.row(record), 'the company') as Row<CompanyFields>;
  ({ cleanup } = await showOn(world.app, <RegisterMenu row={row} />, language));
  await click('[data-action="registers"]');
  await see('[data-register]');
}
const entries = (): string[] =>
  [...document.querySelectorAll('[data-register]')].map((one) => one.getAttribute('data-register') ?? '');

describe('the menu of registers', () => {
  it('says what is copied and what the site is told, before anything is', async () => {
    await show('深圳市澜舟精密科技有限公司');

    expect(said(await see('[data-register="qcc"]'))).toContain(
      'Copies “深圳市澜舟精密科技有限公司” and opens www.qcc.com with it: the site is told “深圳市澜舟精密科技有限公司”.',
    );
    expect(said(await see('[data-register="gsxt"]'))).toContain('the site is told nothing of the record');
    await see('.mantine-Menu-label', 'fills in “深圳市澜舟精密科技有限公司”');
    expect([world.wentOut, world.sent]).toEqual([[], []]);
  });

  it('has the registers of the company’s country first', async () => {
    await show('Kranich Fördertechnik GmbH');

    expect(entries()[0]).toBe('handelsregister');
    expect(entries()).toHaveLength(7);
    await see('.mantine-Menu-label', 'Registers of other countries');
  });

  it('copies and opens at a click, and says how to go on', async () => {
    await show('Kranich Fördertechnik GmbH');
    await click('[data-register="handelsregister"]');

    await see('output', '“Kranich Fördertechnik GmbH” is copied. Press Alt+Shift+C on the company’s page there.');
    expect(world.wentOut).toEqual(['copied Kranich Fördertechnik GmbH', 'opened https://www.handelsregister.de/']);
    await vi.waitFor(async () => expect((await world.app.registers.awaited())?.register.id).toBe('handelsregister'));
  });

  it('says so when the browser lets nothing be copied', async () => {
    world.mayCopy = false;
    await show('青岚泵业');
    await click('[data-register="gsxt"]');

    await see('output', 'The browser did not let “青岚泵业” be copied.');
    expect(world.wentOut).toEqual(['opened https://www.gsxt.gov.cn/']);
  });

  it.each([
    ['zh-CN', '在工商网站查询', '会发送给该网站'],
    ['zh-TW', '在工商網站查詢', '會傳送給該網站'],
  ] as const)('speaks %s', async (language, title, told) => {
    await show('青岚泵业', language);

    await see('button', title);
    expect(said(await see('[data-register="tianyancha"]'))).toContain(told);
  });
});
