/**
 * `npm run bench:panel`: from the press of the toolbar button to the first card, in the real panel of a real Chromium, over the
 * pages of the demo site. `--times N` (40) presses. Twice: `open`, the panel beside another page, as it stays while one works;
 * `closed`, the panel loads with the press. Builds first. Prints a table and, last, one line of JSON; with `--gate-speed` it
 * fails above its FLOOR.
 */
import path from 'node:path';
import { findChromium } from '../../scripts/browser/find.mjs';
import { launchChromium } from '../../scripts/browser/chromium.mjs';
import { startDemoSite } from '../../scripts/demo-server.mjs';
import { root, run, stop } from '../../scripts/set-up.mjs';

/** Milliseconds that 95 of 100 presses may take. */
const FLOOR = 300;
const PAGES = [
  ['qingheling', ''],
  ['qingheling', 'contact.html'],
  ['qingheling', 'about.html'],
  ['northwick', ''],
  ['northwick', 'contact.html'],
  ['northwick', 'team.html'],
  ['tarnhill', 'impressum.html'],
  ['tarnhill', 'kontakt.html'],
];

const { argv } = process;
const times = argv.includes('--times') ? Number(argv[argv.indexOf('--times') + 1]) : 40;

run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {}, 'pipe');
const site = await startDemoSite();
const extension = path.join(root, '.output/chrome-mv3');
const chromium = await launchChromium({ executablePath: findChromium(), extension });
const figures = {};
try {
  for (const how of ['open', 'closed']) {
    const each = [];
    for (let i = 0; i < times; i++) each.push(await press(PAGES[i % PAGES.length], how));
    figures[how] = summary(each.slice(1), each[0]);
    console.log(
      `  ${how.padEnd(8)} first ${figures[how].first} ms; then p50 ${figures[how].p50}, p95 ${figures[how].p95}`,
    );
  }
} finally {
  await chromium.close();
  await site.close();
}
console.log(JSON.stringify({ times, floor: FLOOR, ...figures }));
if (argv.includes('--gate-speed') && figures.open.p95 > FLOOR) stop('From the press to the card takes too long.');

/**
 * Milliseconds from the press to the first card of its page. The clock of the press is the `at` of the request, which the
 * background takes in the turn of the click; that of the card is a look at the panel with every frame.
 */
async function press([company, page], how) {
  const tab = await chromium.browser.newPage();
  await tab.goto(site.url(company, page));
  await tab.bringToFront();
  const held = await panelPage();
  if (how === 'closed') await held?.close();
  else await held?.evaluate(watchCards, true);
  const panel = await chromium.pressAction(tab);
  // One that has just loaded is looked at as soon as the driver is in it, which may be after its card: the figure is at most that.
  if (how === 'closed' || !held) await panel.evaluate(watchCards, false);
  const shown = await panel
    .waitForFunction(() => globalThis.cardShownAt, { polling: 10, timeout: 20_000 })
    .catch(async (cause) => {
      const text = await panel.evaluate(() => document.body.innerText);
      throw new Error(`No card came of ${company}/${page}; the panel says: ${text}`, { cause });
    });
  const at = await panel.evaluate(async () => {
    const requests = Object.entries(await chrome.storage.session.get(null));
    return requests.find(([key]) => key.startsWith('capture-request-'))[1].at;
  });
  const ms = (await shown.jsonValue()) - at;
  await tab.close();
  return ms;
}

async function panelPage() {
  const target = chromium.browser.targets().find((one) => one.url().endsWith('/sidepanel.html'));
  return target?.asPage();
}

/** Runs in the panel. @param isOpen cards that are there already are of the page before. */
function watchCards(isOpen) {
  globalThis.cardShownAt = 0;
  const before = new Set(isOpen ? document.querySelectorAll('[data-party], [data-row]') : []);
  const look = () => {
    const isThere = [...document.querySelectorAll('[data-party], [data-row]')].some((one) => !before.has(one));
    if (isThere) globalThis.cardShownAt = Date.now();
    else requestAnimationFrame(look);
  };
  look();
}

function summary(values, first) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
  return { first, p50: at(50), p95: at(95), most: sorted.at(-1) };
}
