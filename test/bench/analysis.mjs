/**
 * `npm run bench:analysis -- FILE`: the answers from a file that is loaded, by the product's own code, danfojs and DuckDB-WASM in
 * one run, in a worker of a real Chromium. FILE is Online Retail as it is published (also .gz); the rows with a customer become one
 * plain file that all three load, which is not timed. `--rounds` (5), `--only ours,duckdb`, `--gate-speed` fails below the goals.
 *
 * Each round runs every engine once in a fresh worker, in an order that turns. All must find the same. The whole suite and the
 * drawing of its two charts are ours alone.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { stop } from '../../scripts/set-up.mjs';
import { onlineRetail } from './analysis/online-retail.mjs';
import { benchSite } from './import/bench-site.mjs';
import { differences } from './import/report.mjs';
import { installRivals } from './import/rivals.mjs';
import { folder } from './import/sales-data.mjs';

const GOALS = { suite: 1000, danfo: 12, duckdb: 3, charts: 150 };
const PHASES = ['pareto', 'cohort', 'churn'];

const { argv } = process;
const option = (name, otherwise) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : otherwise);
const source = argv.slice(2).find((one, i, all) => !one.startsWith('--') && !all[i - 1]?.startsWith('--'));
if (!source || !existsSync(source)) stop('Say which file: npm run bench:analysis -- online_retail.csv.gz');
const rounds = Number(option('--rounds', 5));
const names = option('--only', 'ours,danfo,duckdb').split(',');

const file = onlineRetail(source);
if (names.includes('duckdb')) installRivals();
const workers = {
  ours: 'test/bench/import/ours-worker.ts',
  danfo: 'test/bench/import/danfo-worker.mjs',
  duckdb: 'test/bench/import/duckdb-worker.mjs',
  suite: 'test/bench/analysis/suite-worker.ts',
  charts: 'test/bench/analysis/charts-page.ts',
};
const site = await benchSite(Object.fromEntries(Object.entries(workers).filter(([name]) => isNeeded(name))));
try {
  const summary = await measure();
  console.log(JSON.stringify(summary));
  const slow = argv.includes('--gate-speed') ? tooSlow(summary) : [];
  if (slow.length > 0) stop(`Too slow:\n${slow.join('\n')}`);
} finally {
  site.close();
}

function isNeeded(name) {
  return names.includes(name) || name === 'suite' || name === 'charts';
}

async function measure() {
  const results = [];
  const asked = { names: ['customer', 'order_date', 'amount'], dayFirst: false, thousands: false };
  for (let round = 0; round < rounds; round++) {
    const page = await site.open();
    await page.pick(file);
    const result = {};
    for (const name of names.map((_, i) => names[(i + round) % names.length]))
      result[name] = await page.ask(name, asked);
    result.suite = await page.ask('suite', asked);
    for (const [name, { fault }] of Object.entries(result)) if (fault) stop(`${name}: ${fault}`);
    result.charts = await page.call('charts', 'drawAll', result.suite.outcomes);
    await page.close();
    const wrong = differences(result, names);
    if (wrong.length > 0) stop(`The engines do not agree:\n${wrong.join('\n')}`);
    results.push(result);
    save(results);
    console.log(
      `round ${round + 1}  ${names.map((name) => `${name} ${Math.round(answered(result[name]))} ms`).join('  ')}`,
    );
  }
  return report(results);
}

/** What the three answers took, without the loading. */
function answered({ phases }) {
  return PHASES.reduce((sum, phase) => sum + phases[phase], 0);
}

function report(results) {
  const of = (value) => range(results.map(value));
  const summary = {
    file: path.basename(source),
    cores: cpus().length,
    rounds: results.length,
    suite: of(({ suite }) => suite.total),
    parts: Object.fromEntries(
      Object.keys(results[0].suite.phases).map((part) => [part, of(({ suite }) => suite.phases[part])]),
    ),
    charts: Object.fromEntries(Object.keys(results[0].charts).map((name) => [name, of(({ charts }) => charts[name])])),
    answers: Object.fromEntries(names.map((name) => [name, of((result) => answered(result[name]))])),
    ratios: Object.fromEntries(
      names
        .filter((name) => name !== 'ours')
        .map((name) => [name, of((result) => answered(result[name]) / answered(result.ours))]),
    ),
  };
  console.log(`\n${summary.file}, ${summary.cores} cores, median [least–most] of ${summary.rounds} rounds`);
  console.log(`whole suite ${shown(summary.suite)} ms: ${listed(summary.parts)}`);
  console.log(`Pareto + cohort + churn: ${listed(summary.answers)}`);
  console.log(`times ours: ${listed(summary.ratios)}`);
  console.log(`charts drawn: ${listed(summary.charts)}`);
  return summary;
}

function range(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}

function listed(ranges) {
  return Object.entries(ranges)
    .map(([name, one]) => `${name} ${shown(one)}`)
    .join(', ');
}

function shown({ median, least, most }) {
  return `${short(median)} [${short(least)}–${short(most)}]`;
}

function short(value) {
  return value < 100 ? value.toFixed(1) : String(Math.round(value));
}

function tooSlow({ suite, ratios, charts }) {
  return [
    ...(suite.median > GOALS.suite ? [`suite: ${short(suite.median)} ms, not ${GOALS.suite}`] : []),
    ...Object.entries(ratios).flatMap(([name, { median }]) =>
      median < GOALS[name] ? [`${name}: ${short(median)} ×, not ${GOALS[name]}`] : [],
    ),
    ...Object.entries(charts).flatMap(([name, { median }]) =>
      median > GOALS.charts ? [`${name}: ${short(median)} ms, not ${GOALS.charts}`] : [],
    ),
  ];
}

function save(results) {
  mkdirSync(folder, { recursive: true });
  const kept = results.map(({ suite, ...rest }) => ({ ...rest, suite: { total: suite.total, phases: suite.phases } }));
  writeFileSync(
    path.join(folder, 'analysis.json'),
    `${JSON.stringify({ source: path.basename(source), results: kept })}\n`,
  );
}
