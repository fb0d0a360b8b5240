/**
 * `npm run bench:store`: records written and undone through `commit`, beside bare IndexedDB writing the same rows, in a
 * real Chromium. `--records N` (50000), `--runs N` (3). Prints a table and, last, one line of JSON with the medians. Fails
 * when a row is missing or the journal outgrows JOURNAL; `--gate-speed` also when a ratio is above SLOWEST.
 */
import { createServer } from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../../scripts/browser/find.mjs';
import { root, stop } from '../../scripts/set-up.mjs';

/** Times what bare IndexedDB takes. */
const SLOWEST = 2;
/** Times the bytes of the live rows. */
const JOURNAL = 1.5;

const { argv } = process;
const option = (name, otherwise) => (argv.includes(name) ? Number(argv[argv.indexOf(name) + 1]) : otherwise);
const records = option('--records', 50_000);
const times = option('--runs', 3);

const server = await serve(await pageScript());
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  pipe: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  protocolTimeout: 600_000,
});
const rounds = [];
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'measureRound' in globalThis);
  for (let i = 0; i < times; i++) rounds.push(await page.evaluate((count) => globalThis.measureRound(count), records));
} finally {
  await browser.close();
  server.close();
}
report();

async function pageScript() {
  const [built] = [
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      resolve: { alias: { '@': root } },
      build: {
        write: false,
        lib: { entry: path.join(root, 'test/bench/store-page.ts'), formats: ['es'], fileName: 'store-page' },
      },
    }),
  ].flat();
  return built.output[0].code;
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

function report() {
  const median = (of) => rounds.map(of).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)];
  const figures = {
    records,
    runs: times,
    commit: Math.round(median((round) => round.commit)),
    bare: Math.round(median((round) => round.raw)),
    commitRatio: rounded(median((round) => round.commit / round.raw)),
    undo: Math.round(median((round) => round.undo)),
    bareRemove: Math.round(median((round) => round.rawRemove)),
    undoRatio: rounded(median((round) => round.undo / round.raw)),
    liveBytes: rounds[0].liveBytes,
    journalBytes: rounds[0].journalBytes,
    journalRatio: rounded(rounds[0].journalBytes / rounds[0].liveBytes),
  };
  const row = (name, value, ratio, of) =>
    console.log(`  ${name.padEnd(26)}${String(value).padStart(10)}   ${ratio} × ${of}`);
  console.log(`${records} records with evidence, median of ${times} runs, milliseconds`);
  row('bare IndexedDB, write', figures.bare, 1, 'itself');
  row('commit', figures.commit, figures.commitRatio, `the bare write, limit ${SLOWEST}`);
  row('undo', figures.undo, figures.undoRatio, `the bare write, limit ${SLOWEST}`);
  row('bare IndexedDB, remove', figures.bareRemove, rounded(figures.bareRemove / figures.bare), 'the bare write');
  row('journal, bytes', figures.journalBytes, figures.journalRatio, `the live rows, limit ${JOURNAL}`);
  console.log(JSON.stringify(figures));
  if (rounds.some((round) => round.rowsAfterCommit !== records || round.rowsAfterUndo !== 0)) stop('Rows are missing.');
  if (figures.journalRatio > JOURNAL) stop('The journal is too large.');
  if (argv.includes('--gate-speed') && Math.max(figures.commitRatio, figures.undoRatio) > SLOWEST)
    stop('The store is too slow.');
}

function rounded(ratio) {
  return Math.round(ratio * 100) / 100;
}
