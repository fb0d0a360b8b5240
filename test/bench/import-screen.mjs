/**
 * `npm run bench:import-screen -- --file FILE`: a sales file in a real Chromium, from the drop to each of the three answers on
 * the screen; `--runs N` times (5), each in a fresh browser. Prints a table and, last, one line of JSON with the medians.
 * Fails when an answer does not come; `--gate-speed` also when the interface's longest task is above LONGEST_TASK.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../scripts/browser/chromium.mjs';
import { findChromium } from '../../scripts/browser/find.mjs';
import { root, run, stop } from '../../scripts/set-up.mjs';

/** Milliseconds for which the interface may not answer. */
const LONGEST_TASK = 100;
const NOTEBOOKS = ['pareto', 'cohort', 'churn'];
const PATIENCE = { timeout: 600_000 };

const { argv } = process;
const times = argv.includes('--runs') ? Number(argv[argv.indexOf('--runs') + 1]) : 5;
const file = path.resolve(argv[argv.indexOf('--file') + 1] ?? '');
if (!argv.includes('--file') || !existsSync(file))
  stop('Name a sales file: npm run bench:import-screen -- --file FILE');

run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {}, 'pipe');
const runs = [];
for (let i = 0; i < times; i++) {
  const chromium = await launchChromium({
    executablePath: findChromium(),
    extension: path.join(root, '.output/chrome-mv3'),
  });
  try {
    runs.push(await measure(chromium));
  } finally {
    await chromium.close();
  }
}
report();

async function measure(chromium) {
  const page = await chromium.openWorkspace('#/data');
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration))).observe({
      type: 'longtask',
      buffered: false,
    });
  });
  const at = {};
  const began = performance.now();
  const mark = (name) => (at[name] = Math.round(performance.now() - began));

  await drop(page);
  await page.waitForSelector('[data-action="import"]:not([disabled])', PATIENCE);
  mark('preview');
  await page.click('[data-action="import"]');
  for (const name of NOTEBOOKS) {
    if (name !== NOTEBOOKS[0])
      await page.evaluate((to) => (location.hash = location.hash.replace(/analysis\/\w+/, `analysis/${to}`)), name);
    await page.waitForSelector(`[data-headline="${name}"]`, PATIENCE);
    await page.waitForFunction(
      () =>
        document.querySelector('[data-chart]') !== null &&
        document.querySelector('[data-chart]:not([data-drawn="true"])') === null,
      PATIENCE,
    );
    mark(name);
  }
  const facts = await factsOf(page);
  return {
    rows: facts.total,
    rowsUsed: facts.used,
    ...at,
    rowsPerSecond: Math.round((1000 * facts.total) / (at.pareto - at.preview)),
    ...peakMemory(chromium.browser.process()?.pid),
    longestTask: Math.round(Math.max(0, ...(await page.evaluate(() => window.longTasks)))),
  };
}

/** The browser's own drag and drop, with the file from the disk. */
async function drop(page) {
  const zone = await page.waitForSelector('[data-over]');
  const { x, y, width } = await zone.boundingBox();
  const client = await page.createCDPSession();
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await client.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + 20, data });
}

/** What the product says of the file it has read, straight from its database. */
function factsOf(page) {
  return page.evaluate(async () => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const { name } = (await indexedDB.databases()).find((one) => one.name.startsWith('vital-few-'));
    const db = await settled(indexedDB.open(name));
    const [dataset] = await settled(db.transaction('datasets').objectStore('datasets').getAll());
    db.close();
    return dataset.fields.facts;
  });
}

/**
 * The most memory that a browser ever held, in megabytes, as the kernel has kept it: nothing is looked at while the clock
 * runs. `pageMegabytes` is the largest process, `allMegabytes` their sum, in which what several share counts for each.
 * Linux only, zeros elsewhere.
 */
function peakMemory(pid) {
  const peaks = pid && existsSync('/proc/self/status') ? treeOf(pid).map((one) => peakOf(one) / 1024) : [0];
  return {
    pageMegabytes: Math.round(Math.max(...peaks)),
    allMegabytes: Math.round(peaks.reduce((sum, one) => sum + one, 0)),
  };
}

function treeOf(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1])]);
  const tree = [pid];
  for (const one of tree) tree.push(...parents.filter(([, parent]) => parent === one).map(([child]) => child));
  return tree;
}

/** Kilobytes. */
function peakOf(pid) {
  return Number(/^VmHWM:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** A process may be gone between two looks. */
function readOr(place) {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return '';
  }
}

function report() {
  const { length } = runs;
  const median = (name) => runs.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(length / 2)];
  const names = Object.keys(runs[0]);
  console.log(`${path.basename(file)}: milliseconds after the drop, median of ${length} and each run`);
  for (const name of names)
    console.log(`  ${name.padEnd(14)}${String(median(name)).padStart(9)}   ${runs.map((one) => one[name]).join(' ')}`);
  console.log(`  longestTask: the limit is ${LONGEST_TASK}; 0 is anything below 50`);
  const figures = Object.fromEntries(names.map((name) => [name, median(name)]));
  console.log(JSON.stringify({ file: path.basename(file), bytes: statSync(file).size, runs: length, ...figures }));
  if (figures.rows === 0) stop('Nothing was read.');
  if (argv.includes('--gate-speed') && figures.longestTask > LONGEST_TASK) stop('The interface was held up.');
}
