import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '@/scripts/browser/chromium.mjs';
import { findChromium } from '@/scripts/browser/find.mjs';
import { must } from '@/src/kernel/assert';
import type { Chromium } from './support/chromium';
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
import { grantingBuild } from './support/granting-build';

const KEYS = 'chingyuan.com.tw';
const build = grantingBuild([...SITES, KEYS, ASTRAY, REGISTER]);
let server: SitesServer;
let chromium: Chromium;

beforeAll(async () => {
  server = await startSitesServer();
  chromium = await launchChromium({
    executablePath: must(findChromium(), 'a Chromium'),
    extension: build.folder,
    args: [`--proxy-server=127.0.0.1:${server.port}`, '--proxy-bypass-list=<-loopback>'],
  });
});
afterAll(async () => {
  await chromium.close();
  await server.close();
  build.remove();
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
