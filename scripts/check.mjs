/**
 * `npm run check`: everything that can be said about the tree without running it. Two checks run beside each other, as
 * each keeps one processor busy; those that take longest begin first.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../test/config/checks.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const LONGEST_FIRST = ['types', 'format'];
const rank = ({ name }) => (LONGEST_FIRST.includes(name) ? LONGEST_FIRST.indexOf(name) : LONGEST_FIRST.length);
const waiting = [...checks].sort((a, b) => rank(a) - rank(b));
let failed = 0;
await Promise.all([runWaiting(), runWaiting()]);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runWaiting() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const started = Date.now();
    const { ok, looked, output } = await next.run(root);
    if (!ok) failed++;
    console.log(`${ok ? '✓' : '✗'} ${next.name} (${looked} read, ${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (!ok) console.log(output.trimEnd() || 'nothing to look at');
  }
}
