/** `npm run screenshots`: the pictures of the README, taken anew from the demo, in both languages. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from './browser/chromium.mjs';
import { findChromium } from './browser/find.mjs';
import { startDemoSite } from './demo-server.mjs';
import { walk } from './demo-walk.mjs';
import { root, run } from './set-up.mjs';

const WANTED = new Set(['capture-qingheling', 'capture-northwick', 'columns', 'pareto', 'churn']);

run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], {}, 'pipe');
const site = await startDemoSite();
for (const language of ['en', 'zh-CN']) {
  const folder = path.join(root, 'docs/screenshots', language);
  mkdirSync(folder, { recursive: true });
  const sales = path.join(root, `.output/demo-export-${language}.csv`);
  run(process.execPath, ['scripts/cli.mjs', 'demo-export', '--to', sales, '--language', language.slice(0, 2)]);
  const chromium = await launchChromium({
    executablePath: findChromium(),
    extension: path.join(root, '.output/chrome-mv3'),
    language,
  });
  const picture = async (page, name) => {
    if (WANTED.has(name)) await page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  try {
    await walk({ chromium, site, sales, picture });
  } finally {
    await chromium.close();
  }
}
await site.close();
