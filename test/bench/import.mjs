/**
 * `npm run bench:import -- --rows 100k|1m|5m`: a sales file to the three answers (Pareto, cohort, churn), by the product's
 * own code and by what else can do it, in a real Chromium; native engines beside it where they are installed. `--variant`
 * gbk, thousands, ddmmyyyy, wide or unique; `--rounds` (5); `--only ours,papa` some engines; `--gate-speed` fails below
 * the floors. `--file FILE` (also .gz): a file of one's own, by ours and the limits only. `--reopen`: instead the columns
 * kept and had again; `--xlsx`: instead a workbook of so many lines.
 *
 * Each round runs every engine once, each in a fresh worker or process, in an order that turns from round to round. All
 * must find the same. Ratios are of the two runs of one round; figures stand under .output/bench after each round.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { root, stop } from '../../scripts/set-up.mjs';
import { benchSite } from './import/bench-site.mjs';
import { differences, gates, print } from './import/report.mjs';
import { installRivals, isInstalled, modules, pandasVersion } from './import/rivals.mjs';
import { folder, salesData, SIZES, VARIANTS } from './import/sales-data.mjs';
import { salesBook } from './import/sales-book.mjs';

const { argv } = process;
const option = (name, otherwise) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : otherwise);
const size = option('--rows', '100k');
const variant = option('--variant', 'plain');
const rounds = Number(option('--rounds', 5));
const own = option('--file');
if (!SIZES[size] || !VARIANTS.includes(variant))
  stop(`Say --rows ${Object.keys(SIZES).join('|')} and --variant ${VARIANTS.join('|')}.`);
if (own && !existsSync(own)) stop(`There is no file ${own}.`);
const wanted = option('--only')?.split(',');
if (wanted && !wanted.includes('ours')) stop('All are compared with ours: name it too.');

const rows = SIZES[size];
const file = own ? path.resolve(own) : argv.includes('--xlsx') ? salesBook(rows) : await salesData(rows, variant);
const asked = {
  encoding: variant === 'gbk' ? 'gb18030' : 'utf-8',
  dayFirst: variant === 'ddmmyyyy',
  thousands: variant === 'thousands',
};
const alone = own !== undefined || argv.includes('--reopen') || argv.includes('--xlsx');
const started = {
  at: new Date().toISOString(),
  file: path.basename(file),
  cores: cpus().length,
  node: process.version,
};

/** Each: where it runs, and why it cannot if it cannot. */
const ENGINES = {
  ours: { worker: 'ours-worker.ts' },
  plain: { worker: 'ours-worker.ts', absent: variant === 'plain' ? 'the same file' : undefined },
  papa: { worker: 'papa-worker.ts' },
  duckdb: {
    worker: 'duckdb-worker.mjs',
    absent: variant === 'gbk' ? 'reads UTF-8 only' : isMissing('@duckdb/duckdb-wasm', 'apache-arrow'),
  },
  arquero: { worker: 'arquero-worker.mjs', absent: rows > 1e6 ? 'takes minutes' : isMissing('arquero') },
  danfo: {
    worker: 'danfo-worker.mjs',
    absent: size !== '100k' ? 'does not finish' : variant === 'plain' ? undefined : 'not told how',
  },
  native: { absent: variant === 'gbk' ? 'reads UTF-8 only' : isMissing('@duckdb/node-api') },
  pandas: { absent: pandasVersion() ? undefined : 'absent' },
};

if (!alone) installRivals();
const chosen = alone ? ['ours'] : (wanted ?? Object.keys(ENGINES));
const names = chosen.filter((name) => !absentOf(name));
for (const name of chosen.filter((one) => !names.includes(one))) console.log(`${name}: ${absentOf(name)}`);

const workers = Object.fromEntries(
  [
    ...names.filter((name) => ENGINES[name].worker).map((name) => [name, ENGINES[name].worker]),
    ['limits', 'limits-worker.ts'],
  ].map(([name, script]) => [name, `test/bench/import/${script}`]),
);
const plainFile = names.includes('plain') ? await salesData(rows, 'plain') : file;
const site = await benchSite(workers);
try {
  if (argv.includes('--reopen')) await measureReopening();
  else await measureEngines();
} finally {
  site.close();
}

function isMissing(...packages) {
  return () => (packages.every(isInstalled) ? undefined : 'absent');
}

function absentOf(name) {
  const absent = ENGINES[name]?.absent;
  return typeof absent === 'function' ? absent() : absent;
}

async function measureEngines() {
  const results = [];
  const page = await site.open();
  const columns = await headerOf(file);
  for (let round = 0; round < rounds; round++) {
    const turned = names.map((_, i) => names[(i + round) % names.length]);
    const result = { limits: await runEngine(page, 'limits', columns) };
    for (const name of turned) {
      result[name] = await runEngine(page, name, columns);
      if (result[name].fault) stop(`${name}: ${result[name].fault}`);
      process.stdout.write(`round ${round + 1}  ${name.padEnd(8)} ${Math.round(result[name].total)} ms\n`);
    }
    results.push(result);
    save({ ...started, variant, rounds: results });
    const wrong = differences(result, names);
    if (wrong.length > 0) stop(`The engines do not agree:\n${wrong.join('\n')}`);
  }
  await page.close();
  const memory = await measureMemory(columns);
  save({ ...started, variant, rounds: results, memory });
  const summary = print({ ...started, variant, results, names, memory });
  console.log(JSON.stringify(summary));
  const failed = argv.includes('--gate-speed') ? gates(summary, { size, variant }) : [];
  if (failed.length > 0) stop(`Too slow:\n${failed.join('\n')}`);
}

async function runEngine(page, name, columns) {
  if (name === 'native')
    return runProcess(process.execPath, [
      'test/bench/import/duckdb-native.mjs',
      modules,
      file,
      JSON.stringify({ ...asked, names: columns }),
    ]);
  if (name === 'pandas') return runProcess('python3', ['test/bench/import/pandas-run.py', file, JSON.stringify(asked)]);
  await page.pick(name === 'plain' ? plainFile : file);
  const before = page.cpu();
  const answer = await page.ask(name, { ...asked, names: columns });
  return { ...answer, cpu: page.cpu() - before, longestTask: await page.longestTask() };
}

function runProcess(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? JSON.parse(stdout) : { fault: stderr };
}

/** A fresh browser for each engine, and one in which nothing is asked. */
async function measureMemory(columns) {
  const memory = {};
  for (const name of ['idle', ...names.filter((one) => one !== 'plain' && ENGINES[one].worker)]) {
    const page = await site.open();
    await page.pick(file);
    if (name !== 'idle') await runEngine(page, name, columns);
    memory[name] = await page.peak();
    await page.close();
  }
  return memory;
}

/**
 * Columns kept in both places by one worker and had again by others, as after the workspace is opened again: all of them,
 * or as the product does those that every analysis needs. `IndexedDB, needed` is the product.
 */
async function measureReopening() {
  const page = await site.open();
  await page.pick(file);
  const kept = await page.ask('ours', { ...asked, keep: ['indexeddb', 'opfs'] });
  if (kept.fault) stop(kept.fault);
  const ways = ['indexeddb', 'opfs'].flatMap((place) => [true, false].map((all) => ({ place, all })));
  const nameOf = ({ place, all }) => `${place === 'opfs' ? 'OPFS' : 'IndexedDB'}, ${all ? 'all' : 'needed'}`;
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const result = {};
    for (let i = 0; i < ways.length; i++) {
      const way = ways[(i + round) % ways.length];
      const again = await page.ask('ours', { ...asked, reopen: { ...way, stored: kept.stored } });
      if (again.fault) stop(again.fault);
      const wrong = differences({ ours: kept, again }, ['ours', 'again']);
      if (wrong.length > 0) stop(`What was kept is not what was read:\n${wrong.join('\n')}`);
      result[nameOf(way)] = again;
    }
    results.push(result);
    const shown = ways.map(nameOf).map((name) => `${name} ${Math.round(result[name].open)}`);
    console.log(`round ${round + 1}  ${shown.join('   ')}`);
    save({ ...started, written: kept.written, reopening: results });
  }
  await page.close();
  const median = (of) => Math.round(results.map(of).toSorted((a, b) => a - b)[Math.floor(results.length / 2)]);
  const summary = { file: path.basename(file), megabytes: Math.round(kept.bytes / 1e6), written: kept.written };
  for (const name of ways.map(nameOf))
    summary[name] = { open: median((one) => one[name].open), answered: median((one) => one[name].answered) };
  console.log(JSON.stringify(summary));
  if (argv.includes('--gate-speed') && summary['IndexedDB, needed'].open > 300) stop('Reopening is too slow.');
}

async function headerOf(place) {
  if (alone) return [];
  const { createReadStream } = await import('node:fs');
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: createReadStream(place) });
  for await (const line of lines) {
    lines.close();
    return line.split(',');
  }
  return [];
}

function save(figures) {
  const name = own
    ? 'import-file'
    : `import-${size}-${argv.includes('--reopen') ? 'reopen' : argv.includes('--xlsx') ? 'xlsx' : variant}`;
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(figures, null, 1)}\n`);
}
