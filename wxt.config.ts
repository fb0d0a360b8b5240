import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { slimDanfojs } from './scripts/slim-danfojs.mjs';

const CSP = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // The sites of companies, some still without encryption. Who may ask them: src/platform/net alone, held by the checks.
  "connect-src 'self' blob: data: https: http:",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The package names its build for browsers that runs in the thread of its caller nowhere. */
const BLOCKING_DUCKDB = fileURLToPath(
  new URL('node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs', import.meta.url),
);

/** Of the page in which js cells run, which has no origin: no network, no frames, nothing but its own scripts and what they make. */
const SANDBOX_CSP = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The extension: permissions, and why each, are in README.md; test/e2e/manifest.test.ts holds the whole manifest still. */
export default defineConfig({
  srcDir: '.',
  publicDir: 'src/public',
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  webExt: { disabled: true },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    // Never asked for at the start: a site at a time, when the user wants it read without the shortcut.
    optional_host_permissions: ['*://*/*'],
    incognito: 'not_allowed',
    action: { default_title: '__MSG_action__' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_action__' },
      'quick-capture': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_quick__' },
    },
    content_security_policy: { extension_pages: CSP },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'vital-few@vital-few.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '120',
          // Firefox has no sandboxed pages: there the attribute of the frame and the policy in the page do the same. The page is
          // no entrypoint, because the build would put a module into it, which a page without an origin cannot load.
          sandbox: { pages: ['cells.html'] },
          content_security_policy: { extension_pages: CSP, sandbox: SANDBOX_CSP },
        }),
  }),
  vite: () => ({
    resolve: { alias: { '@duckdb/duckdb-wasm/blocking': BLOCKING_DUCKDB } },
    plugins: [slimDanfojs()],
    worker: { format: 'es', plugins: () => [slimDanfojs()] },
    build: { target: ['chrome120', 'firefox140'], chunkSizeWarningLimit: 5000 },
  }),
});
