import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import { must } from '@/src/kernel/assert';
import { CHROME_BUILD, type Chromium } from './support/chromium';
import {
  ASTRAY,
  enrichAndUndo,
  enrichAstray,
  enrichByKeys,
  REGISTER,
  SITES,
  startSitesServer,
  switchRegisterOn,
  type SitesServer,
} from './support/enrich-flow';

const KEYS = 'chingyuan.com.tw';
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-enrich-'));
let server: SitesServer;
let chromium: Chromium;

beforeAll(async () => {
  server = await startSitesServer();
  // The build with these sites granted: nobody is there to answer the browser's question.
  cpSync(CHROME_BUILD, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const granted = [...SITES, KEYS, ASTRAY, REGISTER].flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: granted }));
  chromium = await launchChromium({
    executablePath: must(findChromium(), 'a Chromium'),
    extension: folder,
    args: [`--proxy-server=127.0.0.1:${server.port}`, '--proxy-bypass-list=<-loopback>'],
  });
});
afterAll(async () => {
  await chromium.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('enriching in Chromium', () => {
  it.each(SITES)('goes the whole way for %s: plan, requests, proposals, undo', async (host) => {
    const page = await chromium.openWorkspace('#/accounts');
    expect(await enrichAndUndo(page, host, server.asked)).toEqual([]);
    await page.close();
  });

  it('is done by the keyboard alone', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    expect(await enrichByKeys(page, KEYS)).toContain(' values filed.');
    await page.close();
  });

  it('is led nowhere else by the pages of a site', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    expect(await enrichAstray(page, server.asked)).toEqual([]);
    await page.close();
  });

  it('asks a register only from when the user has it asked', async () => {
    const page = await chromium.openWorkspace('#/accounts');
    expect(await switchRegisterOn(page, server.asked)).toEqual([false, true]);
    await page.close();
  });
});
