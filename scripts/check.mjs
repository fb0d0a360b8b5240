/** `npm run check`: everything that can be said about the tree without running it. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../test/config/checks.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');
let failed = 0;
for (const { name, run } of checks) {
  const started = Date.now();
  const { ok, looked, output } = await run(root);
  if (!ok) failed++;
  console.log(`${ok ? '✓' : '✗'} ${name} (${looked} read, ${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd() || 'nothing to look at');
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
