/**
 * `npm run bench:store`: records written and undone through `commit`, beside bare IndexedDB writing the same rows, in a
 * real Chromium. `--records N` (50000), `--runs N` (3). Prints a table and, last, one line of JSON with the medians. Fails
 * when a row is missing or the journal outgrows JOURNAL; `--gate-speed` also when a ratio is above SLOWEST.
 */
import { stop } from '../../scripts/set-up.mjs';
import { onBenchPage } from './bench-page.mjs';

/** Times what bare IndexedDB takes. */
const SLOWEST = 2;
/** Times the bytes of the live rows. */
const JOURNAL = 1.5;

const { argv } = process;
const option = (name, otherwise) => (argv.includes(name) ? Number(argv[argv.indexOf(name) + 1]) : otherwise);
const records = option('--records', 50_000);
const times = option('--runs', 3);

const rounds = [];
await onBenchPage('store-page', 'measureRound', async (page) => {
  for (let i = 0; i < times; i++) rounds.push(await page.evaluate((count) => globalThis.measureRound(count), records));
});
report();

function report() {
  const median = (of) => rounds.map(of).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)];
  const figures = {
    records,
    runs: times,
    commit: Math.round(median((round) => round.commit)),
    bare: Math.round(median((round) => round.raw)),
    commitRatio: rounded(median((round) => round.commit / round.raw)),
    undo: Math.round(median((round) => round.undo)),
    bareRemove: Math.round(median((round) => round.rawRemove)),
    undoRatio: rounded(median((round) => round.undo / round.raw)),
    liveBytes: rounds[0].liveBytes,
    journalBytes: rounds[0].journalBytes,
    journalRatio: rounded(rounds[0].journalBytes / rounds[0].liveBytes),
  };
  const row = (name, value, ratio, of) =>
    console.log(`  ${name.padEnd(26)}${String(value).padStart(10)}   ${ratio} × ${of}`);
  console.log(`${records} records with evidence, median of ${times} runs, milliseconds`);
  row('bare IndexedDB, write', figures.bare, 1, 'itself');
  row('commit', figures.commit, figures.commitRatio, `the bare write, limit ${SLOWEST}`);
  row('undo', figures.undo, figures.undoRatio, `the bare write, limit ${SLOWEST}`);
  row('bare IndexedDB, remove', figures.bareRemove, rounded(figures.bareRemove / figures.bare), 'the bare write');
  row('journal, bytes', figures.journalBytes, figures.journalRatio, `the live rows, limit ${JOURNAL}`);
  console.log(JSON.stringify(figures));
  if (rounds.some((round) => round.rowsAfterCommit !== records || round.rowsAfterUndo !== 0)) stop('Rows are missing.');
  if (figures.journalRatio > JOURNAL) stop('The journal is too large.');
  if (argv.includes('--gate-speed') && Math.max(figures.commitRatio, figures.undoRatio) > SLOWEST)
    stop('The store is too slow.');
}

function rounded(ratio) {
  return Math.round(ratio * 100) / 100;
}
