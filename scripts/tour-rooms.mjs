/** The rooms of contacts and records, filled through the real extension as a person would do it, and shown one by one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeNextNote } from './close-notes.mjs';

const PATIENCE = { timeout: 60_000 };

/**
 * Takes in what is on file and a list that comes to it, makes visits and complaints, and goes through the rooms.
 *
 * @param {import('puppeteer-core').Page} page the workspace, with nothing on file
 * @param {(typeof import('./tour-texts.mjs').TOUR_TEXTS)[string]} texts
 * @param {(name: string) => Promise<void>} picture called at each thing worth seeing
 */
export async function tourRooms(page, texts, picture) {
  await importFile(page, texts, texts.onFile);
  await importFile(page, texts, texts.fresh, async () => {
    await picture('contacts-import');
    await page.$eval('[data-review] [data-take-all]', (box) => box.click());
  });
  await fillFiles(page, texts);
  await goTo(page, '#/accounts/people?group=company', '[role="grid"] [data-cell]');
  await picture('accounts');
  await goTo(page, '#/accounts/duplicates', '[data-group]');
  await picture('duplicates');
  await openPerson(page, texts);
  await picture('person-history');
  await goTo(page, '#/files/visit?as=board', '[data-column="planned"] [data-card]');
  await move(page, '[data-column="planned"] [data-card]', 0);
  await page.waitForSelector('[role="dialog"] form', PATIENCE);
  await picture('board-gate');
  await page.keyboard.press('Escape');
  await goTo(page, '#/today', '[data-approval]');
  await picture('today');
  await search(page, texts.query);
  await picture('search');
}

async function importFile(page, { file, heading, owner }, lines, onReview = () => Promise.resolve()) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-tour-'));
  try {
    const name = path.join(folder, file);
    writeFileSync(name, [heading, ...lines.map((line) => `${line},${owner}`)].join('\n'));
    await goTo(page, '#/data/contacts', 'main input[type="file"]');
    const input = await page.waitForSelector('main input[type="file"]');
    await input.uploadFile(name);
    await page.waitForSelector('[data-action="import-contacts"]:enabled', PATIENCE);
    await onReview();
    await press(page, '[data-action="import-contacts"]');
    await closeNextNote(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Visits for some days, complaints of which the first is answered and waits for a decision. */
async function fillFiles(page, { visits, complaints }) {
  for (const { day, ...given } of visits) await makeRecord(page, 'visit', { ...given, day: dayFromNow(day) });
  for (const { answer, ...given } of [...complaints].reverse()) {
    await makeRecord(page, 'complaint', given);
    if (!answer) continue;
    const [apology, cause, solution] = answer;
    await takeWay(page, 0, { apology });
    await takeWay(page, 0, { cause, fault: 'ours', solution });
  }
}

export async function makeRecord(page, kind, given) {
  await goTo(page, `#/files/${kind}`, '[data-action="new"]');
  await press(page, '[data-action="new"]');
  await page.waitForSelector('[role="dialog"] form', PATIENCE);
  await fill(page, given);
  await press(page, '[role="dialog"] form button[type="submit"]');
  await page.waitForSelector('[role="dialog"] [data-record]', PATIENCE);
  await closeNextNote(page);
}

/** Takes a way out of the state of the record that is open, filling in what it asks for. */
async function takeWay(page, way, given) {
  const before = await page.$eval('[data-state]', (one) => one.getAttribute('data-state'));
  await (await page.$$('[data-state] button'))[way].click();
  await page.waitForSelector('[role="dialog"] form', PATIENCE);
  await fill(page, given);
  await press(page, '[role="dialog"] form button[type="submit"]');
  await page.waitForFunction(
    (state) => document.querySelector('[data-state]')?.getAttribute('data-state') !== state,
    PATIENCE,
    before,
  );
  await closeNextNote(page);
}

/** Field → text: typed, picked from a list, or searched among the records. */
async function fill(page, given) {
  for (const [field, text] of Object.entries(given)) {
    const input = await page.waitForSelector(`[role="dialog"] form [data-input="${field}"]`, PATIENCE);
    const sort = await input.evaluate((one) => (one.ariaHasPopup === 'listbox' ? 'record' : one.tagName));
    if (sort === 'SELECT') await input.select(text);
    else if (sort === 'record') {
      await input.click();
      await input.type(text);
      await page.waitForSelector('[role="option"]', { visible: true, ...PATIENCE });
      await page.$eval('[role="option"]', (option) => option.click());
    } else await input.evaluate(typeInto, text);
  }
}

/** As if typed, at once: React listens to the event and asks the element itself for its text. */
function typeInto(input, text) {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value').set.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Opens the menu of the first card and takes a way in it. */
async function move(page, card, way) {
  await page.click(`${card} [aria-haspopup="menu"]`);
  await page.waitForSelector('[role="menuitem"]', { visible: true, ...PATIENCE });
  await (await page.$$('[role="menuitem"]'))[way].click();
}

/** The person of whom the file said something else, open at what happened to them. */
async function openPerson(page, { person }) {
  await goTo(page, `#/accounts/people?q=${encodeURIComponent(person)}`, '[role="grid"] [data-cell]');
  await page.waitForFunction((name) => document.querySelector('tbody a')?.textContent === name, PATIENCE, person);
  await page.click('tbody a');
  const history = await page.waitForSelector('[role="dialog"] [data-history]', PATIENCE);
  await history.evaluate((one) => one.scrollIntoView({ block: 'end' }));
}

/** Also where it is out of sight. */
async function press(page, selector) {
  const button = await page.waitForSelector(selector, PATIENCE);
  await button.evaluate((one) => one.click());
}

async function search(page, query) {
  await page.keyboard.press('/');
  const input = await page.waitForSelector('[role="dialog"] [role="combobox"]', PATIENCE);
  await input.type(query);
  await page.waitForSelector('[data-records] [role="option"]', PATIENCE);
}

export async function goTo(page, place, present) {
  await page.evaluate((to) => (location.hash = to), place);
  await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null, PATIENCE);
  await page.waitForSelector(present, PATIENCE);
}

/** As an ISO day in the time zone of the browser, which is that of this process. */
function dayFromNow(days) {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
}
