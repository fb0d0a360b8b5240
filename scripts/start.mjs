/**
 * `npm start`: from a fresh clone to the product at work. With a display, a browser window with the extension, the demo
 * site and the workspace; without, the same walk driven through the real extension, with the answers printed and a report
 * written. `--sales FILE` takes another sales file than the demo export.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkNode, installPackages, readyBrowsers, root, run, stop } from './set-up.mjs';
import { findChromium } from './browser/find.mjs';

const at = process.argv.indexOf('--sales');
const given = at < 0 ? undefined : path.resolve(process.argv[at + 1] ?? '');
if (given !== undefined && !existsSync(given)) stop(`There is no file ${given}.`);

checkNode();
installPackages();
readyBrowsers({ firefox: false });
console.log('Building the extension …');
run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {}, 'pipe');

const output = path.join(root, '.output/demo');
mkdirSync(output, { recursive: true });
const sales = given ?? path.join(output, 'demo-export.csv');
if (!given) run(process.execPath, ['scripts/cli.mjs', 'demo-export', '--to', sales]);

// Only now: they need the installed packages.
const { launchChromium } = await import('./browser/chromium.mjs');
const { startDemoSite } = await import('./demo-server.mjs');
const { walk } = await import('./demo-walk.mjs');
const { firstMinutes } = await import('./first-minutes.mjs');
const { demoReport } = await import('./demo-report.mjs');

const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
const isHeadless = process.env['CI'] === 'true' || !hasDisplay;
const site = await startDemoSite();
const options = { executablePath: findChromium(), extension: path.join(root, '.output/chrome-mv3') };
const chromium = await launchChromium({ ...options, headless: isHeadless, ownSignals: true });
let interrupted = false;
let ending;
const end = () => (ending ??= Promise.allSettled([chromium.close(), site.close()]));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interrupted = true;
    void end();
  });

try {
  await (isHeadless ? drive() : show());
} catch (thrown) {
  // Whatever was under way when the browser went is of no interest then.
  if (!interrupted) throw thrown;
  process.exitCode = 130;
} finally {
  await end();
}

/** Does the main job, prints the answers, and writes the pictures and the report. */
async function drive() {
  const pictures = [];
  const picture = async (page, name) => {
    const file = path.join(output, `${name}.png`);
    await page.screenshot({ path: file, fullPage: true });
    pictures.push({ name, file });
  };
  console.log('The first minutes, with sample data:');
  const newcomer = await launchChromium({ ...options, headless: true });
  try {
    for (const { step, seconds, said } of await firstMinutes({ driven: newcomer, site, downloads: output, picture }))
      console.log(`  ${seconds.toFixed(1)} s  ${step}: ${said.slice(0, 160)}`);
  } finally {
    await newcomer.close();
  }
  const { captured, answers } = await walk({ chromium, site, sales, picture });
  console.log(`Captured: ${captured.join(', ')}.`);
  for (const answer of answers) console.log(answer);
  const report = path.join(output, 'report.html');
  writeFileSync(report, demoReport({ captured, answers, pictures }));
  console.log(`Report: ${report}`);
  for (const { file } of pictures) console.log(`Picture: ${file}`);
}

/** Opens everything for a person and waits until the window is closed. */
async function show() {
  for (const company of ['tarnhill', 'northwick', 'qingheling']) {
    const page = await chromium.browser.newPage();
    await page.goto(site.url(company));
  }
  const workspace = await chromium.openWorkspace();
  await workspace.bringToFront();
  console.log(`The window is open. Drop ${sales} on the page, or press Alt+Shift+C on one of the demo sites.`);
  console.log('Close the window or press Ctrl-C to end.');
  await new Promise((resolve) => chromium.browser.once('disconnected', resolve));
}
