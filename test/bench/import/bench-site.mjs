/** A page on this machine with the workers of the bench, in a fresh Chromium. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../../../scripts/browser/find.mjs';
import { bundleOf } from '../../../scripts/bundle.mjs';
import { slimDanfojs } from '../../../scripts/slim-danfojs.mjs';
import { modules } from './rivals.mjs';

const PATIENCE = 1_800_000;
const PAGE = `<!doctype html><meta charset="utf-8"><input type="file"><script>
  window.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask' });
  /** One question to a fresh worker: what it answers, and what it took to be ready. */
  window.ask = (name, asked) => new Promise((resolve) => {
    const began = performance.now();
    let startUp = 0;
    const worker = new Worker('/' + name + '.js', { type: 'module' });
    const done = (answer) => { worker.terminate(); resolve(answer); };
    worker.onerror = (event) => done({ fault: event.message || 'the worker did not load' });
    worker.onmessage = ({ data }) => {
      if (data.fault) done({ fault: data.fault });
      else if (data.answer) done({ ...data.answer, startUp });
      else {
        startUp = performance.now() - began;
        longTasks.length = 0;
        worker.postMessage({ ...asked, file: document.querySelector('input').files[0] });
      }
    };
  });
</script>`;

/** @param {Record<string, string>} workers name → file from the root */
export async function benchSite(workers) {
  const files = { '/': ['text/html', PAGE] };
  for (const [name, file] of Object.entries({ ...workers, scan: 'src/platform/workers/scan-worker.ts' }))
    files[`/${name}.js`] = ['text/javascript', await built(file)];
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? rival(request.url);
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    open: (args) => openPage(`http://127.0.0.1:${server.address().port}/`, args),
    close: () => server.close(),
  };
}

function built(file) {
  const alias = Object.fromEntries(['@duckdb/duckdb-wasm', 'arquero'].map((name) => [name, path.join(modules, name)]));
  return bundleOf(file, 'es', 'bundle', { alias, plugins: [slimDanfojs()] });
}

function rival(url) {
  const [, name] = /^\/rivals\/(duckdb[\w.-]+)$/.exec(url) ?? [];
  if (!name) return ['text/plain', ''];
  const type = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
  return [type, readFileSync(path.join(modules, '@duckdb/duckdb-wasm/dist', name))];
}

async function openPage(address) {
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    protocolTimeout: PATIENCE,
  });
  const page = await browser.newPage();
  await page.goto(address);
  return {
    pick: async (file) => (await page.$('input')).uploadFile(file),
    ask: (name, asked) => page.evaluate((...all) => globalThis.ask(...all), name, asked),
    /** What a function of one of the modules gives, called in the page. */
    call: (module, name, given) =>
      page.evaluate(async (...[from, own, all]) => (await import(`/${from}.js`))[own](all), module, name, given),
    longestTask: () => page.evaluate(() => Math.max(0, ...globalThis.longTasks)),
    /** Megabytes that the largest process of the browser ever held; 0 where the system does not say. */
    peak: () => peakOf(browser.process().pid),
    /** Milliseconds of processor time that the browser has had; NaN where the system does not say. */
    cpu: () => cpuOf(browser.process().pid),
    close: () => browser.close(),
  };
}

function peakOf(pid) {
  try {
    const peaks = childrenOf(pid).map((one) =>
      Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0),
    );
    return Math.round(Math.max(0, ...peaks) / 1024);
  } catch {
    // Only Linux says it, and a process may end between two looks.
    return 0;
  }
}

/** A hundredth of a second, as Linux counts. */
const TICK = 10;

function cpuOf(pid) {
  try {
    const ticks = [String(pid), ...childrenOf(pid)].map((one) => {
      const fields = readFileSync(`/proc/${one}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(fields[11]) + Number(fields[12]);
    });
    return TICK * ticks.reduce((sum, own) => sum + own, 0);
  } catch {
    // As above.
    return Number.NaN;
  }
}

/** All processes below one, by the lists that Linux keeps. */
function childrenOf(pid) {
  const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return own.flatMap((child) => [child, ...childrenOf(child)]);
}
