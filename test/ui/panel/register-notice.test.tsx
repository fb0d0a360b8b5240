// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '@/src/app/create-app';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import { lookUpsFor, type RegisterId } from '@/src/domain/enrich/opened/registers';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Language } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { ok } from '@/src/kernel/result';
import { CapturePanel } from '@/src/ui/panel/capture-panel';
import { click, findOne, gone, said, see } from '@/test/support/hands';
import { readHtml } from '@/test/support/page';
import { registerPages } from '@/test/support/register-pages';
import { showOn } from '@/test/support/show';
import { createWorld, NOW, type World } from '@/test/support/world';

let world: World;
let app: App;
let record: RecordId;
let press: (request: CaptureRequest) => void = () => undefined;
let cleanup = (): void => undefined;

beforeEach(async () => {
  world = await createWorld();
  const onRequest = (listener: typeof press): (() => void) => {
    press = listener;
    return () => undefined;
  };
  app = createApp({ ...world.ports, pages: { ...world.ports.pages, onRequest } });
});
afterEach(async () => {
  cleanup();
  world.db.close();
  await Dexie.delete(world.db.name);
});

// Safe: only companies are filed here.
const rowOf = async (id: RecordId): Promise<Row<CompanyFields>> =>
  must(await app.records.row(id), 'the company') as Row<CompanyFields>;

/** A company is looked up, and the panel is open. */
async function lookUp(name: string, register: RegisterId, language: Language = 'en'): Promise<void> {
  record = app.newRecord();
  await app.records.make(company, record, { name });
  const { fitting, others } = lookUpsFor((await rowOf(record)).fields);
  const wanted = must(
    [...fitting, ...others].find((one) => one.register.id === register),
    register,
  );
  await app.registers.lookUp(record, wanted);
  ({ cleanup } = await showOn(app, <CapturePanel />, language));
  // It listens by then.
  await see('[data-notice="awaited"]');
}
async function capture(name: string): Promise<void> {
  const page = must(
    registerPages().find((one) => one.name === name),
    name,
  );
  world.page = ok(readHtml(page.html, page.url));
  press({ tabId: 1, at: NOW });
}
const ticks = (): number => document.querySelectorAll('[data-party] input[type="checkbox"]:checked').length;

describe('what is waited for', () => {
  it('is said in the panel until it is called off', async () => {
    await lookUp('澜舟精密科技', 'qcc');

    expect(said(await see('[data-notice="awaited"]'))).toContain(
      'Qichacha (China): the next page that you read with Alt+Shift+C fills in “澜舟精密科技”.',
    );
    await click('[data-notice="awaited"] button', 'Call off');
    await gone('[data-notice="awaited"]');
    await capture('qcc-company');
    await see('[data-party="company"]');
    expect(findOne('[data-notice="arrived"]')).toBeUndefined();
  });

  it('fills in the company, and is one undo', async () => {
    await lookUp('澜舟精密科技', 'qcc');
    await capture('qcc-company');

    await see('[data-notice="arrived"][data-fit="fits"]', 'This page fills in “澜舟精密科技”.');
    expect(findOne('[data-notice="awaited"]')).toBeUndefined();
    expect(ticks()).toBeGreaterThan(5);
    await click('button[type="submit"]');
    await see('[data-saved]', '澜舟精密科技');
    expect((await rowOf(record)).fields.legalRepresentative?.value).toBe('卓景行');
    await see('[data-saved] [data-action="registers"]');
    await click('[data-saved] button', 'Undo');
    await see('output', 'Undone');
    expect((await rowOf(record)).fields.legalRepresentative).toBeUndefined();
  });

  it('is a company like any other once the user says that it is another one', async () => {
    await lookUp('澜舟精密科技', 'qcc');
    await capture('qcc-company');
    await click('[data-notice="arrived"] button', 'Another company');

    await gone('[data-notice="arrived"]');
    await see('[data-known]', '澜舟精密科技');
    expect(await app.registers.awaited()).toBeUndefined();
  });

  it('warns of another company, ticks nothing, and offers it as a new one', async () => {
    await lookUp('苏州青岚泵业有限公司', 'qcc');
    await capture('qcc-company');

    await see('[data-notice="arrived"][data-fit="other-name"]', 'of another name than “苏州青岚泵业有限公司”');
    expect(ticks()).toBe(0);
    await click('[data-notice="arrived"] button', 'Another company');
    await gone('[data-notice="arrived"]');
    await click('button[type="submit"]');
    await see('[data-saved]', '深圳市澜舟精密科技有限公司');
    expect((await rowOf(record)).fields.legalRepresentative).toBeUndefined();
  });

  it('asks where it cannot tell, and ticks once the user has said so', async () => {
    await lookUp('Lanzhou Precision', 'qcc');
    await capture('qcc-company');
    await see('[data-notice="arrived"][data-fit="unsure"]', 'Please check');
    expect(ticks()).toBe(0);
    await click('[data-notice="arrived"] button', 'It is this company');
    await see('[data-notice="arrived"][data-fit="fits"]');
    await click('button[type="submit"]');
    await see('[data-saved]', 'Lanzhou Precision');

    const { fields } = await rowOf(record);
    expect([fields.name.value, fields.legalName?.value]).toEqual(['Lanzhou Precision', '深圳市澜舟精密科技有限公司']);
  });

  it('says what stands before the page', async () => {
    await lookUp('澜舟精密科技', 'qcc');
    world.page = ok(readHtml('<div class="geetest_box">请完成安全验证</div>', 'https://www.qcc.com/index_verify'));
    press({ tabId: 1, at: NOW });

    await see('[role="status"]', 'The site wants to know that you are a person.');
    expect(findOne('[data-notice="awaited"]')).toBeDefined();
  });

  it.each([
    ['zh-CN', '这页会补充到「澜舟精密科技」。'],
    ['zh-TW', '這頁會補充到「澜舟精密科技」。'],
  ] as const)('speaks %s', async (language, text) => {
    await lookUp('澜舟精密科技', 'qcc', language);
    await capture('qcc-company');

    expect(said(await see('[data-notice="arrived"]'))).toContain(text);
  });
});
