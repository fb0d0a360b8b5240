/**
 * `npm test`: everything that must hold, from types to the real browsers, on a fresh clone. `--long` runs the random
 * and the fault tests with their full counts, `--only TIER` one tier. The last line is the total over all that ran.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkNode, installPackages, readyBrowsers, root, stop } from './set-up.mjs';

const isLong = process.argv.includes('--long');
checkNode();
installPackages();
readyBrowsers({ firefox: true });

const logs = path.join(root, '.output/logs');
mkdirSync(logs, { recursive: true });
const vitest = (project) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config=test/config/vitest.config.ts',
  `--project=${project}`,
];
const wxt = (...args) => ['node_modules/wxt/bin/wxt.mjs', ...args];

const TIERS = [
  { name: 'prepare', args: wxt('prepare') },
  { name: 'check', args: ['scripts/check.mjs'] },
  { name: 'unit', args: vitest('unit') },
  { name: 'guards', args: vitest('guards') },
  { name: 'notebooks', args: vitest('notebooks') },
  { name: 'build for Chromium', args: wxt('build') },
  { name: 'build for Firefox', args: wxt('build', '-b', 'firefox', '--mv3') },
  { name: 'end to end', args: vitest('e2e'), isTriedAgain: true },
];
/** More files than this do not fail by chance. */
const AGAIN_AT_MOST = 3;
/** Characters of a failure. */
const MOST_SAID = 200;

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const wanted = TIERS.filter(({ name }) => only === undefined || name === only);
if (wanted.length === 0) stop(`There is no tier ${only}. Tiers: ${TIERS.map(({ name }) => name).join(', ')}`);

let passed = 0;
let failed = 0;
for (const tier of wanted) {
  const started = Date.now();
  const { counts, output } = tier.isTriedAgain ? await runTwice(tier) : await runTier(tier.args);
  passed += counts.passed;
  failed += counts.failed;
  console.log(
    `${counts.failed === 0 ? '✓' : '✗'} ${tier.name}: ${counts.passed} passed, ${counts.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
  writeFileSync(path.join(logs, `${tier.name.replaceAll(' ', '-')}.log`), output);
  if (counts.failed > 0) console.log(output.split('\n').slice(-200).join('\n'));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * A real browser under a driver loses a press now and then, and what comes after stands on what came before: a file that
 * failed is tried once more, whole, with a browser of its own. What fails twice has failed; what was tried again is said.
 */
async function runTwice({ args }) {
  const first = await runFiles(args);
  const bad = first.files.filter((file) => !file.ok).map((file) => file.name);
  if (first.counts.failed === 0) return first;
  if (bad.length === 0 || bad.length > AGAIN_AT_MOST) {
    sayFailures(first);
    return first;
  }
  console.log(`tried again: ${bad.map((name) => path.relative(root, name)).join(', ')}`);
  sayFailures(first);
  // One after another: on a busy machine a browser keeps others waiting.
  const second = await runFiles([...args, '--no-file-parallelism', ...bad]);
  sayFailures(second);
  const kept = first.files.filter(({ ok }) => ok).reduce((sum, { passed }) => sum + passed, 0);
  return {
    counts: { passed: kept + second.counts.passed, failed: second.counts.failed },
    output: `${first.output}\n${second.output}`,
  };
}

/** A tier of tests, with what each of its files came to. A file that could not even begin is not ok. */
async function runFiles(args) {
  const report = path.join(logs, 'files.json');
  rmSync(report, { force: true });
  const ran = await runTier([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  let results = [];
  try {
    results = JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    // It ended before it could say: then it has failed as a whole.
  }
  const files = results.map(({ name, status, message, assertionResults }) => ({
    name,
    ok: status === 'passed',
    passed: assertionResults.filter((one) => one.status === 'passed').length,
    failures: [
      ...(message ? [message] : []),
      ...assertionResults
        .filter((one) => one.status === 'failed')
        .map(({ title, failureMessages }) => `${title}: ${failureMessages.join(' ')}`),
    ],
  }));
  return { ...ran, files };
}

/** A line for each failure: what tells of a run elsewhere may be cut short. */
function sayFailures({ files }) {
  for (const { name, failures } of files)
    for (const one of failures) console.log(`✗ ${path.basename(name)}: ${one.split('\n', 1)[0].slice(0, MOST_SAID)}`);
}

/** The output goes to a file: the builder's progress alone is thousands of lines. */
function runTier(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', TZ: 'Asia/Shanghai', VITAL_FEW_LONG: isLong ? '1' : '' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
    child.on('close', (status) => resolve({ counts: countsIn(output, status), output }));
  });
}

/**
 * A tier that counts says `N passed` and `N failed`, one that only succeeds counts as one. A failed tier has at least
 * one failure whatever it printed, and a test tier that ran nothing has failed.
 */
function countsIn(output, status) {
  const line = output.split('\n').findLast((one) => /^\s*(Tests\s|\d+ passed, \d+ failed$)/.test(one)) ?? '1 passed';
  const numberBefore = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  const failures = numberBefore('failed');
  return {
    passed: status === 0 || failures > 0 ? numberBefore('passed') : 0,
    failed: status === 0 ? failures : Math.max(1, failures),
  };
}
