/** The rooms of key-account work after a newcomer's first minutes, filled through the real extension and shown one by one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstMinutes } from './first-minutes.mjs';
import { goTo, makeRecord } from './tour-rooms.mjs';

/** Names of the pictures that the first minutes give. */
const MINUTES = {
  'minutes-answer': 'first-answer',
  'minutes-standing': 'panel-standing',
  'minutes-map': 'decision-chain',
};

const TEXTS = {
  en: {
    deal: 'Pumps for the new line',
    paper: 'Framework agreement',
    invoice: 'INV-2041',
    client: 'Greyfell Paper Mills',
  },
  'zh-CN': { deal: '新产线配套水泵', paper: '年度框架协议', invoice: 'FP-2041', client: '灰岭造纸有限公司' },
  'zh-TW': { deal: '新產線配套水泵', paper: '年度框架協議', invoice: 'FP-2041', client: '灰嶺造紙有限公司' },
};

const day = (from) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

/**
 * @param {Awaited<ReturnType<typeof import('./browser/chromium.mjs').launchChromium>>} chromium nothing was done in it yet
 * @param {{ url(company: string, page?: string): string }} site
 * @param {keyof typeof TEXTS} language
 * @param {(page: import('puppeteer-core').Page, name: string) => Promise<void>} picture called at each thing worth seeing
 */
export async function tourMechanisms(chromium, site, language, picture) {
  const downloads = mkdtempSync(path.join(tmpdir(), 'vital-few-tour-'));
  try {
    const some = async (page, name) => (MINUTES[name] ? picture(page, MINUTES[name]) : undefined);
    await firstMinutes({ driven: chromium, site, downloads, picture: some });
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
  const { deal, paper, invoice, client } = TEXTS[language];
  const company = 'Northwick Instruments';
  const page = await chromium.openWorkspace('#/files/opportunity');
  await makeRecord(page, 'opportunity', { title: deal, company, amount: '48000 CNY' });
  await makeRecord(page, 'archive-item', { title: paper, company, category: 'contracts', documentDay: day(-20) });
  await makeRecord(page, 'receivable', {
    invoice,
    company,
    amount: '12600 CNY',
    issuedOn: day(-75),
    dueOn: day(-45),
  });
  await makeRecord(page, 'registration', { client });
  for (const [name, place] of [
    ['tiers', '#/accounts/tiers'],
    ['registrations', '#/accounts/registrations'],
    ['archive', '#/archive'],
    ['pipeline', '#/pipeline'],
    ['visits', '#/visits'],
    ['receivables', '#/receivables'],
    ['kpi', '#/kpi'],
  ]) {
    await goTo(page, place, 'main h1');
    await page.waitForFunction(
      () => document.querySelector('main [aria-busy="true"], main [role="status"] svg') === null,
    );
    await new Promise((resolve) => setTimeout(resolve, 800));
    await picture(page, name);
  }
  await page.close();
}
