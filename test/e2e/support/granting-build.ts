import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROME_BUILD } from './chromium';

export interface GrantingBuild {
  readonly folder: string;
  remove(): void;
}

/** The build for Chromium with these hosts and their twins granted: nobody is there to answer the browser's question. */
export function grantingBuild(hosts: readonly string[]): GrantingBuild {
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-granting-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  // Safe: the build has just written it.
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const granted = hosts.flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: granted }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
