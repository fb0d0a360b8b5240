import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHROME_BUILD, FIREFOX_BUILD } from './support/chromium';

const CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob: data: https: http:; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
const SANDBOX_CSP =
  "sandbox allow-scripts; default-src 'none'; script-src 'self' 'unsafe-eval'; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'";
const COMMON = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  default_locale: 'en',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  incognito: 'not_allowed',
  optional_host_permissions: ['*://*/*'],
  icons: { '16': 'icon/16.png', '32': 'icon/32.png', '48': 'icon/48.png', '128': 'icon/128.png' },
  action: { default_title: '__MSG_action__' },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_action__' },
    'quick-capture': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_quick__' },
  },
  content_security_policy: { extension_pages: CSP },
};

const manifestOf = (build: string): object =>
  JSON.parse(readFileSync(path.join(build, 'manifest.json'), 'utf8')) as object;

describe('the manifest asks for exactly this', () => {
  it('in Chromium', () => {
    expect(manifestOf(CHROME_BUILD)).toEqual({
      ...COMMON,
      permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage', 'sidePanel'],
      minimum_chrome_version: '120',
      background: { type: 'module', service_worker: 'background.js' },
      side_panel: { default_path: 'sidepanel.html' },
      content_security_policy: { extension_pages: CSP, sandbox: SANDBOX_CSP },
      sandbox: { pages: ['cells.html'] },
    });
  });

  it('in Firefox', () => {
    expect(manifestOf(FIREFOX_BUILD)).toEqual({
      ...COMMON,
      permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
      browser_specific_settings: {
        gecko: {
          id: 'vital-few@vital-few.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
      background: { type: 'module', scripts: ['background.js'] },
      sidebar_action: expect.objectContaining({ default_panel: 'sidepanel.html' }),
    });
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesUnder(file) : [file];
  });
}

describe.each([CHROME_BUILD, FIREFOX_BUILD])('the files of %s', (build) => {
  const scripts = filesUnder(build).filter((file) => file.endsWith('.js'));

  it('are all below the five megabytes that store linters read', () => {
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((file) => statSync(file).size > 5_000_000)).toEqual([]);
  });

  it('name no address to send anything to', () => {
    const fetching = scripts.filter((file) =>
      /fetch\(["'`]https?:|sendBeacon\(|new WebSocket\(["'`]/.test(readFileSync(file, 'utf8')),
    );

    expect(fetching).toEqual([]);
  });

  it('let no network into the page in which cells run', () => {
    const html = readFileSync(path.join(build, 'cells.html'), 'utf8');

    expect(/http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1]).toBe(
      SANDBOX_CSP.replace('sandbox allow-scripts; ', ''),
    );
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/cells-frame.js">']);
  });

  it('load no heavy engine with the first page', () => {
    const html =
      readFileSync(path.join(build, 'workspace.html'), 'utf8') +
      readFileSync(path.join(build, 'sidepanel.html'), 'utf8');

    expect(html).not.toMatch(/embed-chart|frame-worker|dataset-worker|duplicates-worker/);
  });
});
