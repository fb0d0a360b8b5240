import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enrichAndUndo,
  enrichAstray,
  SITES,
  startSitesServer,
  switchRegisterOn,
  type SitesServer,
} from './support/enrich-flow';
import { openFirefox, type Firefox } from './support/firefox';

const profile = mkdtempSync(path.join(tmpdir(), 'vital-few-firefox-enrich-'));
let server: SitesServer;
let firefox: Firefox;

beforeAll(async () => {
  server = await startSitesServer();
  firefox = await openFirefox({ proxyPort: server.port, profile, grantsWhatIsAsked: true });
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe('enriching in Firefox', () => {
  it.each(SITES)('asks for the sites at the click and goes the whole way for %s', async (host) => {
    const page = await firefox.openWorkspace('#/accounts');
    expect(await enrichAndUndo(page, host, server.asked)).toEqual([]);
    await page.close();
  });

  it('is led nowhere else by the pages of a site', async () => {
    const page = await firefox.openWorkspace('#/accounts');
    expect(await enrichAstray(page, server.asked)).toEqual([]);
    await page.close();
  });

  it('asks a register only from when the user has it asked', async () => {
    const page = await firefox.openWorkspace('#/accounts');
    expect(await switchRegisterOn(page, server.asked)).toEqual([false, true]);
    await page.close();
  });
});
