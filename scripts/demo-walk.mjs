import { closeNotes } from './close-notes.mjs';

/** The main job, driven through the real extension as a person would do it. */
const NOTEBOOKS = ['pareto', 'cohort', 'churn'];
const PATIENCE = { timeout: 600_000 };

/**
 * Captures a page of each demo company, saves it, imports a sales file and reads the three answers.
 *
 * @param {{
 *   chromium: Awaited<ReturnType<typeof import('./browser/chromium.mjs').launchChromium>>,
 *   site: { url(company: string, page?: string): string },
 *   sales: string,
 *   picture(page: import('puppeteer-core').Page, name: string): Promise<void>,
 * }} stage `picture` is called at each thing worth seeing.
 * @returns {Promise<{ captured: string[], answers: string[] }>} names on the cards that were saved, and the headlines
 */
export async function walk(stage) {
  const captured = [];
  for (const [company, place] of [
    ['qingheling', ''],
    ['northwick', 'team.html'],
    ['tarnhill', 'impressum.html'],
  ])
    captured.push(...(await capture(stage, company, place)));
  return { captured, answers: await analyse(stage) };
}

/** Presses the button, waits for the cards, saves. Gives the names on the cards. */
async function capture({ chromium, site, picture }, company, place) {
  const tab = await chromium.browser.newPage();
  await tab.goto(site.url(company, place));
  const panel = await chromium.pressAction(tab);
  await panel.waitForSelector('[data-party] [data-field="name"]');
  const names = await panel.$$eval('[data-field="name"]', (lines) =>
    lines
      .filter((line) => line.querySelector('input[type="checkbox"]')?.checked)
      .map((line) => line.querySelector('input:not([type="checkbox"])').value),
  );
  await picture(panel, `capture-${company}`);
  await panel.keyboard.press('Enter');
  await panel.waitForSelector('[data-saved]');
  await tab.close();
  return names;
}

/** Picks the file, imports it with the guessed columns, and reads the headline of every notebook. */
async function analyse({ chromium, sales, picture }) {
  const page = await chromium.openWorkspace('#/data');
  const input = await page.waitForSelector('input[type="file"]');
  await input.uploadFile(sales);
  await page.waitForSelector('[data-action="import"]:not([disabled])', PATIENCE);
  await picture(page, 'columns');
  await page.click('[data-action="import"]');
  const answers = [];
  await page.waitForSelector(`[data-headline="${NOTEBOOKS[0]}"]`, PATIENCE);
  await closeNotes(page);
  for (const name of NOTEBOOKS) {
    if (name !== NOTEBOOKS[0])
      await page.evaluate((to) => (location.hash = location.hash.replace(/analysis\/\w+/, `analysis/${to}`)), name);
    await page.waitForSelector(`[data-headline="${name}"]`, PATIENCE);
    await page.waitForFunction(
      () =>
        document.querySelector('[data-chart]') !== null &&
        document.querySelector('[data-chart]:not([data-drawn="true"])') === null &&
        document.querySelector('[aria-busy="true"]') === null,
      PATIENCE,
    );
    answers.push(await page.$eval(`[data-headline="${name}"]`, (element) => element.innerText.replaceAll('\n', ' ')));
    await page.$eval(`[data-headline="${name}"]`, (element) => element.scrollIntoView());
    await picture(page, name);
  }
  return answers;
}
