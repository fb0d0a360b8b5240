/**
 * A real Firefox with the extension in it, over WebDriver BiDi. What the driver cannot reach by itself (the toolbar, the
 * sidebar) is reached through the browser's own chrome scope.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const ID = 'vital-few@vital-few.example';
/** Fixed, so that a restarted browser finds the same data: they belong to this address. */
const UUID = '6f0c5d1e-2a3b-4c4d-9e5f-a1b2c3d4e5f6';
const SIDEBAR = `${ID.replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`;

const KEEP_DATA = {
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

/** Switches off what the browser would ask of the network by itself. */
const QUIET = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'network.dns.disablePrefetch': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': 'data:,',
  'services.settings.server': 'data:,',
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
};

/**
 * @param {{ executablePath: string, extension: string, headless?: boolean, profile?: string, proxyPort?: number, grantsWhatIsAsked?: boolean }} options
 *   `profile`: a folder to keep; without it the profile is made and thrown away. `grantsWhatIsAsked`: a permission that the
 *   extension asks for at a click is granted without the browser's question, which the driver cannot answer.
 */
export async function launchFirefox(options) {
  const { executablePath, extension, headless = true, profile, proxyPort, grantsWhatIsAsked = false } = options;
  const userDataDir = profile ?? mkdtempSync(path.join(tmpdir(), 'vital-few-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      ...KEEP_DATA,
      ...QUIET,
      'extensions.webextOptionalPermissionPrompts': !grantsWhatIsAsked,
      ...(proxyPort ? proxyPrefs(proxyPort) : {}),
    },
    protocolTimeout: 300_000,
  });
  await browser.installExtension(extension);
  const inChrome = (expression) => evaluateInChrome(browser, expression);
  return {
    browser,
    origin: `moz-extension://${UUID}`,
    openWorkspace: (place = '') => openExtensionPage(browser, `workspace.html${place}`),
    /** The panel as a tab: the driver does not see into the sidebar. */
    openPanelTab: () => openExtensionPage(browser, 'sidepanel.html'),
    /** Does what the shortcut of the toolbar button does, for real: the page is granted, the sidebar opens. */
    async pressAction(page) {
      await page.bringToFront();
      await inChrome(
        `[...document.querySelectorAll('keyset[id^="ext-keyset"] key')].find((key) => key.getAttribute('key') === 'C').dispatchEvent(new Event('command', { bubbles: true }))`,
      );
    },
    /** Whether the sidebar that is open is ours. */
    isSidebarOpen: () => inChrome(`SidebarController.isOpen && SidebarController.currentID === '${SIDEBAR}'`),
    closeSidebar: () => inChrome('SidebarController.hide()'),
    /** From now on the browser saves what it downloads in a folder, without asking. */
    async keepDownloads(folder) {
      await browser.connection.send('browser.setDownloadBehavior', {
        downloadBehavior: { type: 'allowed', destinationFolder: folder },
      });
    },
    async close() {
      // A browser that was ended from outside cannot be closed again; its profile goes all the same.
      await browser.close().catch(() => undefined);
      if (!profile) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function proxyPrefs(port) {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/**
 * A navigation to an extension's page never reports its end to the driver, so its state is asked for.
 *
 * @returns {Promise<import('puppeteer-core').Page>}
 */
async function openExtensionPage(browser, place) {
  const page = await browser.newPage();
  const url = `moz-extension://${UUID}/${place}`;
  page.goto(url, { timeout: 3000 }).catch(() => undefined);
  for (let i = 0; i < 150; i++) {
    const there = await page
      .evaluate(
        (wanted) => location.href.startsWith(wanted) && document.querySelector('main *') !== null,
        url.split('#')[0],
      )
      .catch(() => false);
    if (there) return lookingByTime(page);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not open.`);
}

/**
 * The driver looks again at every frame that is drawn. A tab that is not in front draws ever fewer of them, so that what is
 * there is seen half a minute late.
 */
function lookingByTime(page) {
  const wait = page.waitForFunction.bind(page);
  page.waitForFunction = (wanted, options, ...given) => wait(wanted, { polling: 100, ...options }, ...given);
  return page;
}

async function evaluateInChrome(browser, expression) {
  const tree = await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = (tree.result ?? tree).contexts.find((context) => context.url.includes('browser.xhtml'));
  const answer = await browser.connection.send('script.evaluate', {
    target: { context: window.context },
    awaitPromise: true,
    expression,
  });
  const { type, result, exceptionDetails } = answer.result ?? answer;
  if (type === 'exception') throw new Error(exceptionDetails.text);
  return result.value;
}
