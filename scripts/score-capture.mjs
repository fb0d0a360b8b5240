/**
 * `npm run -s score:capture -- DIR`: reads the pages of DIR/webstruct as the extension does and scores what it shows with the
 * scorer there, beside other tools' predictions and beside ourselves with one kind of source only; then how often values
 * of each confidence are right, and how fast a page is read. Last line: JSON of our own figures.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calibrate, cleanPages } from './capture/calibrate.mjs';
import { readPages } from './capture/read-pages.mjs';
import { printSpeed } from './capture/speed.mjs';
import { stop } from './set-up.mjs';

const GROUPS = [undefined, 'structured', 'links', 'text'];
/** As in the capture card: values at least this sure are ticked beforehand. */
const TICKED_FROM = 0.85;
/** What must hold of the development pages. [measure, figure, least] */
const FLOORS = [
  ['phone', 'precision', 0.97],
  ['phone', 'recall', 0.945],
  ['company exact', 'f1', 0.75],
  ['company loose', 'f1', 0.88],
  ['email', 'f1', 0.98],
  ['street', 'precision', 0.93],
  ['street', 'recall', 0.8],
  ['postcode', 'f1', 0.9],
  ['person', 'precision', 0.85],
  ['person', 'recall', 0.55],
];
/** Least share of ticked values that are right, of each field; and of pages without a wrong one. */
const SURE_FLOOR = 0.98;
const CLEAN_FLOOR = 0.85;
/** Milliseconds; only with `--gate-speed`, for machines are noisy. */
const SPEED_CEILINGS = { p50: 15, p95: 60 };
const MEASURES = ['phone', 'company exact', 'company loose', 'email', 'street', 'postcode', 'person'];

const folder = path.join(process.argv[2] ?? '', 'webstruct');
const gold = path.join(folder, 'dev.jsonl');
const scorer = path.join(folder, 'score.mjs');
if (!process.argv[2] || !existsSync(gold) || !existsSync(scorer))
  stop(`No webstruct/dev.jsonl and score.mjs in ${process.argv[2]}`);

const goldPages = readFileSync(gold, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const { readings, times } = await readPages(gold, GROUPS, 1);
const temporary = mkdtempSync(path.join(tmpdir(), 'vital-few-score-'));
const rows = [];
try {
  for (const [i, group] of GROUPS.entries()) {
    const file = path.join(temporary, `${i}.jsonl`);
    writeFileSync(file, readings.map((lines) => `${JSON.stringify(lines[i])}\n`).join(''));
    rows.push({ name: group ? `  ${group} only` : 'vital few', figures: score(file) });
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
for (const file of readdirSync(path.join(folder, 'anchors')))
  rows.push({ name: file.replace('.jsonl', ''), figures: score(path.join(folder, 'anchors', file)) });

printTable();
const sure = printCalibration();
const clean = printClean();
const [own] = rows;
const speed = await printSpeed(
  readings.map(([line]) => line),
  times,
);
const below = belowFloors();
for (const miss of below) console.log(`below the floor: ${miss}`);
console.log(JSON.stringify({ ...own.figures, speed, sure, clean }));
if (below.length > 0) process.exitCode = 1;

function score(predictions) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [scorer, gold, predictions], { encoding: 'utf8' });
  if (status !== 0) stop(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

function printTable() {
  console.log(''.padEnd(18) + MEASURES.map((name) => name.padEnd(18)).join(''));
  console.log(''.padEnd(18) + MEASURES.map(() => 'P    R    F1'.padEnd(18)).join(''));
  for (const { name, figures } of rows) {
    const cells = MEASURES.map((measure) => {
      const { precision = 0, recall = 0, f1 = 0 } = figures[measure] ?? {};
      return [precision, recall, f1]
        .map((one) => one.toFixed(2).replace(/^0/, ''))
        .join('  ')
        .padEnd(18);
    });
    console.log(name.padEnd(18) + cells.join(''));
  }
}

function printCalibration() {
  const table = calibrate(
    readings.map(([line]) => line),
    goldPages,
  );
  console.log('\nconfidence → right of so many');
  const ticked = {};
  for (const [field, bins] of Object.entries(table)) {
    const cells = Object.entries(bins).map(([bin, { right, all }]) => `${bin}: ${(right / all).toFixed(2)} of ${all}`);
    console.log(`  ${field.padEnd(10)}${cells.join('   ')}`);
    const upper = Object.entries(bins)
      .filter(([bin]) => Number(bin) >= TICKED_FROM)
      .map(([, counts]) => counts);
    const all = upper.reduce((sum, one) => sum + one.all, 0);
    ticked[field] = all === 0 ? null : +(upper.reduce((sum, one) => sum + one.right, 0) / all).toFixed(4);
  }
  console.log(
    `  ticked beforehand (.85 and up): ${Object.entries(ticked)
      .map(([field, share]) => `${field} ${share ?? 'none'}`)
      .join(', ')}`,
  );
  return ticked;
}

/** Saved as it stands ticked, how often a page gives a record without a wrong value, and what spoils the others. */
function printClean() {
  const counts = cleanPages(
    readings.map(([line]) => line),
    goldPages,
    TICKED_FROM,
  );
  const share = +(counts.clean / counts.pages).toFixed(4);
  const shareOfTicked = +(counts.tickedClean / counts.ticked).toFixed(4);
  const spoilt = Object.entries(counts.spoilt).map(([field, pages]) => `${field} on ${pages.length}`);
  console.log(
    `  no wrong value among the ticked: ${share} of ${counts.pages} pages, ${shareOfTicked} of the ${counts.ticked} with anything ticked; spoilt by ${spoilt.join(', ') || 'nothing'}`,
  );
  return { share, shareOfTicked };
}

/** What is worse than it must be, in words. A figure that is missing is worse than any. */
function belowFloors() {
  const figures = FLOORS.map(([measure, figure, least]) => [
    `${measure} ${figure}`,
    own.figures[measure]?.[figure] ?? 0,
    least,
  ]);
  // People that the text names are never ticked: there is no share to hold.
  const ticked = Object.entries(sure).flatMap(([field, share]) =>
    share === null ? [] : [[`ticked ${field}`, share, SURE_FLOOR]],
  );
  const slow = Object.entries(SPEED_CEILINGS).filter(([figure, most]) => speed.reading[figure] > most);
  return [
    ...[...figures, ...ticked, ['pages without a wrong ticked value', clean.share, CLEAN_FLOOR]]
      .filter(([, value, least]) => value < least)
      .map(([name, value, least]) => `${name} ${value} < ${least}`),
    ...(process.argv.includes('--gate-speed')
      ? slow.map(([figure, most]) => `${figure} ${speed.reading[figure]} ms > ${most} ms`)
      : []),
  ];
}
