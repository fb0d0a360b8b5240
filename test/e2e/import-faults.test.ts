import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { day } from '@/test/support/orders';
import { CHROME_BUILD, openChromium, type Chromium } from './support/chromium';
import { dropFile } from './support/drop-file';
import { clickText, rowsOf, waitForText, watchFaults } from './support/page';

const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-faults-'));
const profile = path.join(folder, 'profile');
let chromium: Chromium;
let faults: string[] = [];

/** Milliseconds within which the room has to be there again. */
const ROOM_BACK = 5000;
/**
 * Bytes by which a database may grow without anything having been stored: its log keeps writes that were taken back until it is
 * tidied, which is an eighth of what these files take. Then too few bytes for an import, and those of an idle worker.
 */
const NOISE = 1 << 20;
const FEW_BYTES = 256 * 1024;
const IDLE_WORKER = 8 << 20;

const text = sampleOrders({ seed: 1, lines: 12_000, lastDay: day('2026-10-18'), language: 'zh' });
const [header = '', ...lines] = text.trimEnd().split('\r\n');

/** A file of so many times 12,000 lines, 1.3 MB each. */
function salesFile(name: string, times: number): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${header}\r\n${`${lines.slice(0, -1).join('\r\n')}\r\n`.repeat(times)}`);
  // Browsers tell a change by the second.
  utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'));
  return file;
}

beforeAll(async () => {
  chromium = await openChromium({ profile, language: 'zh-CN' });
});
afterAll(async () => {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const open = async ({ openWorkspace } = chromium): Promise<Page> => {
  const page = await openWorkspace('#/data');
  faults = watchFaults(page);
  return page;
};

describe('an import that does not come to its end', () => {
  it('because it is cancelled, at 1, 50 and 99 %, leaves nothing, frees the memory and says so', async () => {
    const large = salesFile('large.csv', 24);
    const page = await open();
    const before = await storedIn(page);
    for (const percent of [1, 50, 99]) {
      await dropFile(page, large);
      expect(await stopAt(page, percent)).toBeGreaterThanOrEqual(percent === 1 ? 0 : percent);
      await waitForText(page, '已取消，没有保存任何内容。');
      await expect.poll(() => memoryOf(page), { timeout: ROOM_BACK }).toBeLessThan(IDLE_WORKER);
      expect((await storedIn(page)).rows).toEqual(before.rows);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it('because the file changed meanwhile leaves nothing and says so', async () => {
    const file = salesFile('changing.csv', 40);
    const page = await open();
    const before = await storedIn(page);
    await dropFile(page, file);
    await page.waitForSelector('[data-import="reading"]');
    truncateSync(file, 1_000_000);
    await waitForText(page, '文件在读取时被修改、移动或删除，没有保存任何内容。请重新选择该文件。');
    expect((await storedIn(page)).rows).toEqual(before.rows);

    await page.click('[data-action="cancel"]');
    await dropFile(page, file);
    await page.waitForSelector('[data-dry-run]');
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each(['reading', 0, 25])('because the tab crashed is there as a whole or not at all: %s', async (moment) => {
    const page = await open();
    const before = await storedIn(page);
    await dropFile(page, salesFile('middle.csv', 12));
    if (moment === 'reading') await stopAt(page, 1, false);
    else {
      await page.waitForSelector('[data-dry-run]');
      await page.click('[data-action="import"]');
      await new Promise((resolve) => setTimeout(resolve, Number(moment)));
    }
    await crash(page);
    const again = await open();
    const after = await storedIn(again);
    const isThere = moment !== 'reading' && after.rows.datasets > before.rows.datasets;
    expect(after.rows).toEqual(isThere ? { ...after.rows, blobs: await partsIn(again) } : before.rows);
    if (!isThere) await roomIsBack(again, before);
    await again.close();
  });

  it('because the disk is full leaves nothing, says so, and can be saved when there is room again', async () => {
    const small = await openChromium({ language: 'zh-CN', extension: withoutUnlimitedStorage() });
    try {
      const page = await open(small);
      const client = await page.createCDPSession();
      const before = await storedIn(page);
      await setQuota(client, small.origin, FEW_BYTES);
      await dropFile(page, salesFile('full.csv', 12));
      await page.waitForSelector('[data-dry-run]');
      await page.click('[data-action="import"]');
      await waitForText(page, '设备空间不足，没有保存任何内容。请腾出空间后重试。');
      expect((await storedIn(page)).rows).toEqual(before.rows);
      await roomIsBack(page, before);

      await setQuota(client, small.origin);
      await page.click('[data-action="import"]');
      await page.waitForSelector('[data-headline="pareto"]');
    } finally {
      await small.close();
    }
  });

  it('leaves data in which nothing is wrong', async () => {
    const page = await open();
    await page.evaluate(() => (window.location.hash = '#/data/backup'));
    await clickText(page, 'button', '检查数据');
    await waitForText(page, '一切正常');
    expect((await storedIn(page)).rows.blobs).toBe(await partsIn(page));
    await page.close();
  });
});

/** Presses the button that cancels as soon as the bar has come so far, or only waits for it. Where it then was. */
function stopAt(page: Page, percent: number, cancels = true): Promise<number> {
  return page.evaluate(
    (wanted, stops) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const bar = document.querySelector('[data-import="reading"] [role="progressbar"]');
          const share = Number(bar?.getAttribute('aria-valuenow') ?? -1);
          if (share < (wanted === 1 ? 0 : wanted)) return;
          observer.disconnect();
          if (stops) document.querySelector<HTMLElement>('[data-action="cancel"]')?.click();
          resolve(share);
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    percent,
    cancels,
  );
}

/** Bytes of buffers that the workers of a page cannot be made to let go of. */
async function memoryOf(page: Page): Promise<number> {
  let bytes = 0;
  for (const { client } of page.workers()) {
    try {
      await client.send('HeapProfiler.collectGarbage');
      // Newer than the types of the protocol.
      const used = (await client.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
      bytes += used.usedSize + (used.backingStorageSize ?? Number.NaN);
    } catch {
      // A worker that has ended meanwhile holds nothing.
    }
  }
  return bytes;
}

async function crash(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  const gone = new Promise((resolve) => page.once('error', resolve));
  client.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

/** The same build but for the permission for which Chromium sets no limit. */
function withoutUnlimitedStorage(): string {
  const copy = path.join(folder, 'limited');
  cpSync(CHROME_BUILD, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  const permissions = manifest.permissions.filter((one) => one !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  return copy;
}

async function setQuota(client: CDPSession, origin: string, bytes?: number): Promise<void> {
  await client.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
}

interface Stored {
  readonly rows: { readonly datasets: number; readonly blobs: number; readonly journal: number };
  /** On the disk, as the browser says. */
  readonly bytes: number;
}

/** How much there is of everything that an import writes. */
async function storedIn(page: Page): Promise<Stored> {
  const count = async (table: string): Promise<number> => (await rowsOf(page, table)).length;
  const rows = { datasets: await count('datasets'), blobs: await count('blobs'), journal: await count('journal') };
  return { rows, bytes: await bytesOf(page) };
}

/** How many blobs the datasets say that they have. */
async function partsIn(page: Page): Promise<number> {
  const parts = (await rowsOf(page, 'datasets')).map(({ fields }) => (fields as DatasetFields).stored.parts);
  return parts.reduce((sum, one) => sum + Object.keys(one).length, 0);
}

function bytesOf(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);
}

async function roomIsBack(page: Page, { bytes }: Stored): Promise<void> {
  await expect.poll(() => bytesOf(page), { timeout: ROOM_BACK }).toBeLessThan(bytes + NOISE);
}
