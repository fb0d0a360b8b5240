const PATIENCE = { timeout: 60_000 };

/**
 * Closes the notes that say what was done: they would stand in the next picture.
 *
 * @param {import('puppeteer-core').Page} page the workspace
 */
export async function closeNotes(page) {
  await page.$$eval('[data-tone] button:last-of-type', (buttons) => buttons.forEach((button) => button.click()));
  await page.waitForFunction(() => document.querySelector('[data-tone]') === null, PATIENCE);
}

/**
 * The same once something has been done.
 *
 * @param {import('puppeteer-core').Page} page the workspace
 */
export async function closeNextNote(page) {
  await page.waitForSelector('[data-tone="good"]', PATIENCE);
  await closeNotes(page);
}
