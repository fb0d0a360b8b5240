/** The main job, driven through the real extension as a person would do it, with its answers told and pictured. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NOTEBOOKS = ['pareto', 'cohort', 'churn'];
const PATIENCE = { timeout: 600_000 };

/**
 * Captures a page of each demo company, saves it, imports a sales file and reads the three answers. Prints them, and
 * writes pictures and one HTML file with everything into `folder`.
 *
 * @param {{ chromium: Awaited<ReturnType<typeof import('./browser/chromium.mjs').launchChromium>>, site: { url(company: string, page?: string): string }, sales: string, folder: string }} stage
 */
export async function walk({ chromium, site, sales, folder }) {
  const pictures = [];
  const picture = async (page, name, fullPage = false) => {
    const file = path.join(folder, `${name}.png`);
    await page.screenshot({ path: file, fullPage });
    pictures.push({ name, file });
  };

  const captured = [];
  for (const [company, place] of [
    ['qingheling', ''],
    ['northwick', 'team.html'],
    ['tarnhill', 'impressum.html'],
  ])
    captured.push(...(await capture({ chromium, picture }, company, site.url(company, place))));
  console.log(`Captured: ${captured.join(', ')}.`);

  const answers = await analyse({ chromium, picture }, sales);
  for (const answer of answers) console.log(answer);

  const report = path.join(folder, 'report.html');
  writeFileSync(report, reportOf(captured, answers, pictures));
  console.log(`Report: ${report}`);
  for (const { file } of pictures) console.log(`Picture: ${file}`);
}

/** Presses the button, waits for the cards, saves. Gives the names on the cards. */
async function capture({ chromium, picture }, company, url) {
  const tab = await chromium.browser.newPage();
  await tab.goto(url);
  const panel = await chromium.pressAction(tab);
  await panel.waitForSelector('[data-party] [data-field="name"]');
  const names = await panel.$$eval('[data-field="name"]', (lines) =>
    lines
      .filter((line) => line.querySelector('input[type="checkbox"]')?.checked)
      .map((line) => line.querySelector('input:not([type="checkbox"])').value),
  );
  await picture(panel, `capture-${company}`);
  await panel.keyboard.press('Enter');
  await panel.waitForSelector('[data-tone="good"]');
  await tab.close();
  return names;
}

/** Picks the file, imports it with the guessed columns, and reads the headline of every notebook. */
async function analyse({ chromium, picture }, sales) {
  const page = await chromium.openWorkspace('#/data');
  const input = await page.waitForSelector('input[type="file"]');
  await input.uploadFile(sales);
  await page.waitForSelector('[data-action="import"]:not([disabled])', PATIENCE);
  await picture(page, 'columns');
  await page.click('[data-action="import"]');
  const answers = [];
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
    await picture(page, name, true);
  }
  return answers;
}

function reportOf(captured, answers, pictures) {
  const image = ({ name, file }) =>
    `<h2>${asHtml(name)}</h2><img alt="${asHtml(name)}" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Vital Few</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem}img{max-width:100%;border:1px solid #ccc}</style>
<h1>Vital Few</h1>
<h2>Answers</h2>
<ul>${answers.map((answer) => `<li>${asHtml(answer)}</li>`).join('')}</ul>
<h2>Captured</h2>
<ul>${captured.map((name) => `<li>${asHtml(name)}</li>`).join('')}</ul>
${pictures.map(image).join('\n')}
</html>
`;
}

function asHtml(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
