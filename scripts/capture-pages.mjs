/**
 * `npm run -s capture:pages -- --manifest FILE.jsonl --out OUT.jsonl`: reads stored pages as the extension does and writes
 * what it shows of each, one JSON line a page. Manifest lines: {page, base, charset?}, page relative to the manifest.
 * `--engine chromium` is the only engine: a page is opened as its base in a real Chromium, scripts and network off.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { readPages } from './capture/read-pages.mjs';
import { stop } from './set-up.mjs';

const { argv } = process;
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const manifest = option('--manifest');
const out = option('--out');
const engine = option('--engine') ?? 'chromium';
if (!manifest || !out) stop('Usage: capture:pages -- --manifest FILE.jsonl --out OUT.jsonl [--engine chromium]');
if (engine !== 'chromium') stop(`There is no engine ${engine} here. Engines: chromium.`);
if (!existsSync(manifest)) stop(`No manifest: ${manifest}`);

const started = Date.now();
const { readings } = await readPages(manifest);
writeFileSync(out, readings.map(([line]) => `${JSON.stringify(line)}\n`).join(''));
const times = readings.map(([line]) => line.ms).sort((a, b) => a - b);
const at = (share) => times[Math.floor(times.length * share)] ?? 0;
console.log(
  `${readings.length} pages in ${((Date.now() - started) / 1000).toFixed(1)} s; reading one: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, longest ${(times.at(-1) ?? 0).toFixed(1)} ms`,
);
