/**
 * `npm run bench:screens`: a full workspace in the extension itself, in a real Chromium: how long after a click or a key
 * something is on the screen. `--companies N` (50000, with twice as many people), `--profile DIR` keeps the filled
 * workspace for the next run. Prints a table and, last, one line of JSON. Fails when a screen shows not what it should;
 * `--gate-speed` also when a figure is above its FLOOR.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../scripts/browser/chromium.mjs';
import { findChromium } from '../../scripts/browser/find.mjs';
import { bundleOf } from '../../scripts/bundle.mjs';
import { root, run, stop } from '../../scripts/set-up.mjs';

/** Milliseconds, at most. */
const FLOORS = { coldPaint: 300, warmPaint: 300, filterP95: 100, searchP95: 50, todayCold: 300, todayWarm: 300 };
/** Typed into the search of the list, key by key. */
const TYPED = [
  '上海华源',
  'instr',
  '55501',
  'gmbh',
  '云启',
  '科技有限',
  'pump',
  'north',
  '北京',
  '021',
  'kontor',
  'www',
  '华',
];
const ROUNDS = 3;
const QUERIES = 200;
/** Milliseconds in which nobody does anything. */
const AHEAD = 15_000;
const PATIENCE = { timeout: 300_000 };

const { argv } = process;
const companies = argv.includes('--companies') ? Number(argv[argv.indexOf('--companies') + 1]) : 50_000;
const profile = argv.includes('--profile') ? path.resolve(argv[argv.indexOf('--profile') + 1]) : undefined;
const isFilled = profile !== undefined && existsSync(profile);
if (profile) mkdirSync(profile, { recursive: true });

run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {}, 'pipe');
const chromium = await launchChromium({
  executablePath: findChromium(),
  extension: path.join(root, '.output/chrome-mv3'),
  ...(profile ? { profile } : {}),
});
const figures = {};
try {
  const { asked, records } = await filled();
  figures.records = records;
  const first = await elsewhere();
  figures.coldPaint = await firstPaint(first);
  await first.close();
  const day = await elsewhere();
  figures.todayCold = await todayPaint(day);
  await day.evaluate(() => (location.hash = '#/settings'));
  await day.waitForSelector('#duties', { hidden: true });
  figures.todayWarm = await todayPaint(day);
  await day.close();
  const page = await elsewhere();
  figures.coldWhole = await firstPaint(page, true);
  // What is made ahead of time while nobody does anything is made.
  await new Promise((resolve) => setTimeout(resolve, AHEAD));
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.waitForSelector('[data-cell]', { hidden: true });
  figures.warmPaint = await firstPaint(page, true);
  Object.assign(figures, await filtering(page));
  await page.close();
  Object.assign(figures, await searching(asked));
} finally {
  await chromium.close();
}
report();

/** Records in the database, and what to ask for; the first time with a profile takes a minute more. */
async function filled() {
  const page = await chromium.openWorkspace('#/settings');
  await page.evaluate(await bundleOf('test/bench/fill-page.ts', 'iife', 'fill'));
  const wanted = { companies, queries: QUERIES, isFilled };
  const made = await page.evaluate((given) => globalThis.fillWorkspace(given), wanted);
  await page.close();
  return made;
}

/** A page that has read no record yet. */
async function elsewhere() {
  const page = await chromium.openWorkspace('#/settings');
  await page.waitForSelector('main h1');
  await page.evaluate(() => {
    /** Milliseconds from the act until the page, changed and painted, meets the condition. */
    globalThis.measured = (act, isMet) =>
      new Promise((resolve) => {
        const began = performance.now();
        const look = () => {
          if (!isMet()) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        act();
        look();
      });
    globalThis.typeInto = (selector, text) => {
      const field = document.querySelector(selector);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
  });
  return page;
}

function firstPaint(page, isWhole = false) {
  return page.evaluate(
    (all, wanted) =>
      globalThis.measured(
        () => (location.hash = '#/accounts'),
        () => {
          const grid = document.querySelector('[role="grid"]');
          return grid?.querySelector('[data-cell]') && (!wanted || Number(grid.ariaRowCount) > all);
        },
      ),
    companies,
    isWhole,
  );
}

/** The first lines of what is due today. */
function todayPaint(page) {
  return page.evaluate(() =>
    globalThis.measured(
      () => (location.hash = '#/today'),
      () => document.querySelector('[aria-labelledby="duties"] li') !== null,
    ),
  );
}

/**
 * Each key once to see what there is to be shown, then ROUNDS times with the clock: its figure is the one in the middle, since
 * other programs come between.
 */
async function filtering(page) {
  const each = [];
  for (const text of TYPED) {
    const keys = Array.from(text, (_, i) => text.slice(0, i + 1));
    const seen = [];
    for (const typed of keys) seen.push(await typedAndSettled(page, typed));
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      await typedAndSettled(page, '');
      const took = [];
      for (const [i, typed] of keys.entries()) {
        if (seen[i] === seen[i - 1]) continue;
        took.push(await page.evaluate(typedUntil, 'input[type="search"]', typed, seen[i]));
      }
      rounds.push(took);
    }
    each.push(...middles(rounds));
    await typedAndSettled(page, '');
  }
  return { filterP50: percentile(each, 50), filterP95: percentile(each, 95), filterWorst: percentile(each, 100) };
}

/** How many are shown, in words, when nothing changes any more. */
function typedAndSettled(page, text) {
  return page.evaluate(async (typed) => {
    globalThis.typeInto('input[type="search"]', typed);
    const shown = () => document.querySelector('#content p[role="status"]').textContent;
    for (let before, same = 0; same < 3; before = shown()) {
      await new Promise((resolve) => setTimeout(resolve, 400));
      same = shown() === before ? same + 1 : 0;
    }
    return shown();
  }, text);
}

function typedUntil(selector, typed, shown) {
  return globalThis.measured(
    () => globalThis.typeInto(selector, typed),
    () => document.querySelector('#content p[role="status"]').textContent === shown,
  );
}

/** From a whole word in the palette to its hits, the one in the middle of ROUNDS. The index is made before. */
async function searching(asked) {
  const page = await elsewhere();
  await page.keyboard.press('/');
  await page.waitForSelector('[role="combobox"]');
  const answered = () => document.querySelector('#commands')?.ariaBusy === 'false';
  await page.evaluate(() => globalThis.typeInto('[role="combobox"]', 'warm'));
  const began = performance.now();
  await page.waitForFunction(answered, PATIENCE);
  const indexed = performance.now() - began;
  const rounds = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const took = [];
    found = 0;
    for (const text of asked) {
      took.push(await page.evaluate(typedAndAnswered, text));
      found += await page.$$eval('[data-records] [role="option"]', ({ length }) => Math.min(length, 1));
    }
    rounds.push(took);
  }
  // An answer that is there already is given at once: the same question twice in a row would measure nothing.
  const each = middles(rounds);
  await page.close();
  const [searchP50, searchP95, searchWorst] = [50, 95, 100].map((share) => percentile(each, share));
  return { indexed, searchP50, searchP95, searchWorst, found };
}

function typedAndAnswered(text) {
  return globalThis.measured(
    () => globalThis.typeInto('[role="combobox"]', text),
    () => document.querySelector('#commands')?.ariaBusy === 'false',
  );
}

function report() {
  const row = (name, value, remark = '') =>
    console.log(`  ${name.padEnd(34)}${value.toFixed(1).padStart(9)}   ${remark}`);
  console.log(`${figures.records} records in the extension; milliseconds to what is on the screen`);
  row('list of companies, first rows', figures.coldPaint, `floor ${FLOORS.coldPaint}; nothing read before`);
  row('list of companies, whole', figures.coldWhole);
  row('list of companies, come back', figures.warmPaint, `floor ${FLOORS.warmPaint}`);
  row('today, first lines', figures.todayCold, `floor ${FLOORS.todayCold}; nothing read before`);
  row('today, come back', figures.todayWarm, `floor ${FLOORS.todayWarm}`);
  row('a key in its search, p50', figures.filterP50);
  row('a key in its search, p95', figures.filterP95, `floor ${FLOORS.filterP95}`);
  row('a key in its search, worst', figures.filterWorst);
  row('search index, made', figures.indexed);
  row('search over everything, p50', figures.searchP50);
  row('search over everything, p95', figures.searchP95, `floor ${FLOORS.searchP95}`);
  row('search over everything, worst', figures.searchWorst, `${figures.found} of ${QUERIES} found something`);
  console.log(JSON.stringify(figures));
  if (figures.found < QUERIES / 2) stop('Too little was found.');
  const slow = Object.keys(FLOORS).filter((name) => figures[name] > FLOORS[name]);
  for (const name of slow) console.log(`above its floor: ${name} ${figures[name].toFixed(1)} > ${FLOORS[name]}`);
  if (argv.includes('--gate-speed') && slow.length > 0) stop('The screens are too slow.');
}

/** The smallest value that so many in a hundred do not exceed. */
/** Of each figure the one in the middle of the rounds. */
function middles(rounds) {
  return rounds[0].map((_, i) => {
    const figures = rounds.map((took) => took[i]);
    return percentile(figures, 50);
  });
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
}
