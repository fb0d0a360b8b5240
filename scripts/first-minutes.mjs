import { closeNotes } from './close-notes.mjs';

/**
 * The first minutes of a newcomer, driven through the real extension: sample data, the answer, key accounts, a contact from a
 * web site, the map of those who decide, a visit, a backup. What they come to is on the screen, and is said with the seconds
 * since the workspace was opened.
 */
const PATIENCE = { timeout: 60_000 };
/** Stands on the page that is captured. */
const CONTACT = 'Tom Ashby';

/**
 * A browser with the extension in it: what `launchChromium` gives, or Firefox where `pressAction` gives the panel as a tab.
 *
 * @typedef {{
 *   browser: import('puppeteer-core').Browser,
 *   openWorkspace(place?: string): Promise<import('puppeteer-core').Page>,
 *   pressAction(page: import('puppeteer-core').Page): Promise<import('puppeteer-core').Page>,
 *   keepDownloads(folder: string): Promise<void>,
 * }} Driven
 */

/**
 * @param {{
 *   driven: Driven,
 *   site: { url(company: string, page?: string): string },
 *   downloads: string,
 *   picture?(page: import('puppeteer-core').Page, name: string): Promise<void>,
 * }} stage `driven`: a browser in which nothing was done yet. `downloads`: a folder for the files that it saves.
 * @returns {Promise<{ step: string, seconds: number, said: string }[]>} in order: answer, key-accounts, contact, map, today, backup
 */
export async function firstMinutes({ driven, site, downloads, picture = async () => undefined }) {
  await driven.keepDownloads(downloads);
  const page = await driven.openWorkspace();
  const began = Date.now();
  const steps = [];
  const done = async (step, said, where = page) => {
    steps.push({
      step,
      seconds: Math.round((Date.now() - began) / 100) / 10,
      said: said.replaceAll(/\s+/g, ' ').trim(),
    });
    await picture(where, `minutes-${step}`);
  };

  await press(page, '[data-action="sample"]');
  await done('answer', await textOf(page, '[data-headline="pareto"]'));
  await closeNotes(page);

  await press(page, '[data-action="key-accounts"]');
  await press(page, '[data-action="make-companies"]:not([disabled])');
  await gone(page, '[data-action="make-companies"]');
  await done('key-accounts', await textOf(page, '[data-tone="good"]'));
  await closeNotes(page);

  const tab = await driven.browser.newPage();
  await tab.goto(site.url('northwick', 'team.html'));
  const panel = await driven.pressAction(tab);
  const standing = await textOf(panel, '[data-standing]');
  const company = await panel.$eval('[data-standing]', (one) => one.getAttribute('data-standing'));
  await press(panel, `[data-known="${company}"] input[value="update"]`);
  await picture(panel, 'minutes-standing');
  await panel.click('form [type="submit"]');
  await panel.waitForSelector('[data-saved]', PATIENCE);
  await done('contact', standing, panel);
  await tab.close();

  await page.bringToFront();
  await done('map', await seatThem(page, company));
  await done('today', await planVisits(page));

  await goTo(page, '#/data/backup');
  await closeNotes(page);
  await press(page, '[data-action="backup"]');
  await done('backup', await textOf(page, '[data-tone="good"]'));
  await page.close();
  return steps;
}

/** Puts the seats that are missing on the map of a company, and the contact beside them. Gives what was missing. */
async function seatThem(page, company) {
  await goTo(page, `#/people/${company}`);
  const lacking = await textOf(page, '[data-lacking]');
  for (const role of ['decider', 'technical-gate', 'coach']) {
    await press(page, `[data-seat-for="${role}"]`);
    await gone(page, `[data-seat-for="${role}"]`);
  }
  await press(page, '[data-action="add-person"]');
  await page.waitForSelector('[role="dialog"] [data-input="role"]', PATIENCE);
  // The dialog takes the keyboard to its first field, and once more a moment later.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.keyboard.type(CONTACT);
  await page.select('[role="dialog"] select[data-input="role"]', 'user');
  await press(page, '[data-action="save-seat"]');
  await page.waitForFunction(() => document.querySelectorAll('[data-seat]').length === 4, PATIENCE);
  await closeNotes(page);
  return lacking;
}

/** Plans the visits of a month, and has them as a calendar file. Gives what the page of the day says then. */
async function planVisits(page) {
  await goTo(page, '#/visits');
  await press(page, '[data-action="plan-month"]');
  await press(page, '[data-action="plan"]');
  await page.waitForSelector('[data-week]', PATIENCE);
  await press(page, '[data-action="export-ics"]');
  await goTo(page, '#/today');
  await page.waitForSelector('main section', PATIENCE);
  return textOf(page, 'main');
}

async function press(page, selector) {
  await page.waitForSelector(selector, PATIENCE);
  await page.$eval(selector, (one) => one.click());
}

async function textOf(page, selector) {
  await page.waitForSelector(selector, PATIENCE);
  return page.$eval(selector, (one) => one.innerText);
}

const gone = (page, selector) =>
  page.waitForFunction((wanted) => document.querySelector(wanted) === null, PATIENCE, selector);

const goTo = (page, hash) => page.evaluate((to) => void (location.hash = to), hash);
