/**
 * `npm run bench:search`: the search index beside MiniSearch over the same invented records, in node. `--companies N`
 * (50000, with twice as many people), `--queries N` (500). Prints a table and, last, one line of JSON. Fails when
 * nothing is found; `--gate-speed` also when p95 is above SLOWEST.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { root, stop } from '../../scripts/set-up.mjs';

/** Milliseconds of a query, at most, for 95 of 100. */
const SLOWEST = 50;

const { argv } = process;
const option = (name, otherwise) => (argv.includes(name) ? Number(argv[argv.indexOf(name) + 1]) : otherwise);
const folder = mkdtempSync(path.join(tmpdir(), 'vital-few-bench-'));
let node;
try {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': root } },
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'test/bench/search-measure.ts'),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'measure.mjs' } },
    },
  });
  const arguments_ = [option('--companies', 50_000), option('--queries', 500)].join(', ');
  const call = `import { measureSearch } from './measure.mjs';\nconsole.log(JSON.stringify(measureSearch(${arguments_})));\n`;
  writeFileSync(path.join(folder, 'run.mjs'), call);
  node = spawnSync(process.execPath, ['--expose-gc', path.join(folder, 'run.mjs')], { encoding: 'utf8' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (node.status !== 0) stop(node.stderr);
report(JSON.parse(node.stdout.trim().split('\n').at(-1)));

function report({ records, figures }) {
  const [own, rival] = figures;
  console.log(`${records} records; milliseconds, megabytes`);
  for (const name of ['build', 'megabytes', 'p50', 'p95', 'worst', 'cpu95', 'answered']) {
    const [a, b] = [own[name], rival[name]];
    const ratio = b === 0 ? '' : (a / b).toFixed(2);
    console.log(
      `  ${name.padEnd(10)}${a.toFixed(1).padStart(10)}   MiniSearch ${b.toFixed(1).padStart(10)}   ratio ${ratio}`,
    );
  }
  console.log(JSON.stringify({ records, figures }));
  if (own.answered === 0) stop('Nothing was found.');
  if (argv.includes('--gate-speed') && own.p95 > SLOWEST)
    stop(`A query takes ${own.p95.toFixed(0)} ms; the limit is ${SLOWEST}.`);
}
