/** A page of this folder in a real Chromium: built, served on this machine, opened, and closed again. */
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../../scripts/browser/find.mjs';
import { bundleOf } from '../../scripts/bundle.mjs';

/** Milliseconds that one question to the page may take. */
const PATIENCE = 1_800_000;

/**
 * @param {string} name of the script without its ending: `store-page`
 * @param {string} ready the global that is there as soon as the page can be asked
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} act
 */
export async function onBenchPage(name, ready, act) {
  const server = await serve(await bundleOf(`test/bench/${name}.ts`, 'es'));
  try {
    const browser = await puppeteer.launch({
      executablePath: findChromium(),
      pipe: true,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      protocolTimeout: PATIENCE,
    });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.waitForFunction((wanted) => wanted in globalThis, {}, ready);
      await act(page);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
  }
}

function serve(script) {
  const files = {
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', script],
  };
  const listening = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  return new Promise((resolve) => listening.listen(0, '127.0.0.1', () => resolve(listening)));
}
