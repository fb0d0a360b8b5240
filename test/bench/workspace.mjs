/**
 * `npm run bench:workspace`: a full workspace in a real Chromium, beside bare Dexie and bare IndexedDB doing the same.
 * `--companies N` (50000), `--people N` (twice as many). Prints a table and, last, one line of JSON. Fails when a row is
 * missing or reading cannot be stopped; `--gate-speed` also when a figure is above its FLOOR. Then what is on the screen of as full a
 * workspace, which is `npm run bench:screens`.
 */
import { run, stop } from '../../scripts/set-up.mjs';
import { onBenchPage } from './bench-page.mjs';

const LOOK_UPS = 300;
const CAPTURES = 200;
/** What each figure may be at most: times the bare read or write, or milliseconds. */
const FLOORS = { loadRatio: 2, importRatio: 2, undoRatio: 2, lookUpP95: 20, saveP95: 150 };

const { argv } = process;
const option = (name, otherwise) => (argv.includes(name) ? Number(argv[argv.indexOf(name) + 1]) : otherwise);
const companies = option('--companies', 50_000);
const people = option('--people', companies * 2);

const measured = {};
await onBenchPage('workspace-page', 'workspace', async (page) => {
  const ask = async (name, given) => {
    measured[name] = await page.evaluate((method, one) => globalThis.workspace[method](one), name, given);
    console.error(`  ${name}: ${JSON.stringify(measured[name]).slice(0, 120)}`);
    return measured[name];
  };
  await ask('prepare', { companies, people, lookUps: LOOK_UPS, captures: CAPTURES });
  await ask('measureImport');
  const loads = [];
  for (const first of ['store', 'raw', 'store']) loads.push(await ask('measureLoad', first));
  measured.measureLoad = loads;
  for (const name of ['measureCancel', 'measureLookUps', 'measureSaves', 'measureReview', 'measureUndo'])
    await ask(name);
});
report();
run(process.execPath, ['test/bench/screens.mjs', ...argv.slice(2)]);

function report() {
  const { measureImport: written, measureLoad: loads, measureCancel: cancel, measureReview: review } = measured;
  const { measureLookUps: lookUps, measureSaves: saves, measureUndo: undone } = measured;
  const load = Object.fromEntries(
    ['store', 'dexie', 'raw'].map((name) => [name, median(loads.map((one) => one[name]))]),
  );
  const figures = {
    companies,
    people,
    load: Math.round(load.store),
    loadDexie: Math.round(load.dexie),
    loadRaw: Math.round(load.raw),
    loadRatio: rounded(load.store / load.raw),
    cancel: Math.round(cancel.ms),
    lookUpP50: rounded(percentile(lookUps.each, 50)),
    lookUpP95: rounded(percentile(lookUps.each, 95)),
    lookUpRawP95: rounded(percentile(lookUps.bare, 95)),
    saveP50: rounded(percentile(saves.each, 50)),
    saveP95: rounded(percentile(saves.each, 95)),
    saveRawP95: rounded(percentile(saves.bare, 95)),
    import: Math.round(written.commit),
    importDexie: Math.round(written.dexie),
    importRaw: Math.round(written.raw),
    importRatio: rounded(written.commit / written.raw),
    undo: Math.round(undone.undo),
    undoRatio: rounded(undone.undo / written.commit),
    reviewRead: Math.round(review.read),
    reviewCompare: Math.round(review.compare),
    reviewAgain: Math.round(review.again),
    groups: review.groups,
  };
  print(figures);
  console.log(JSON.stringify(figures));
  const all = companies + people;
  if (measured.prepare !== all || written.rows !== all || loads.some(({ rows }) => rows !== all))
    stop('Rows are missing.');
  // What was captured since, and the one record that was changed since.
  if (undone.left !== CAPTURES * 2 + 1)
    stop('The undo left what it should have taken, or took what was captured since.');
  if (loads.some(({ reports }) => reports < Math.floor(all / 20_000))) stop('Reading told nothing of its progress.');
  if (people > 5000 && !cancel.isRefused) stop('Reading cannot be stopped.');
  const slow = Object.keys(FLOORS).filter((name) => figures[name] > FLOORS[name]);
  for (const name of slow) console.log(`above its floor: ${name} ${figures[name]} > ${FLOORS[name]}`);
  if (argv.includes('--gate-speed') && slow.length > 0) stop('The workspace is too slow.');
}

function print(figures) {
  const row = (name, value, remark = '') => console.log(`  ${name.padEnd(34)}${String(value).padStart(9)}   ${remark}`);
  console.log(`${companies} companies, ${people} people, evidence on every value; milliseconds`);
  row('load, bare IndexedDB getAll', figures.loadRaw);
  row('load, bare Dexie toArray', figures.loadDexie, `${rounded(figures.loadDexie / figures.loadRaw)} × bare`);
  row('load, store.rows with progress', figures.load, `${figures.loadRatio} × bare, floor ${FLOORS.loadRatio}`);
  row('stopping a load', figures.cancel);
  row('duplicate look-up, p50', figures.lookUpP50);
  row('duplicate look-up, p95', figures.lookUpP95, `floor ${FLOORS.lookUpP95}; bare look-up ${figures.lookUpRawP95}`);
  row('save of a capture, p50', figures.saveP50);
  row('save of a capture, p95', figures.saveP95, `floor ${FLOORS.saveP95}; bare write ${figures.saveRawP95}`);
  row('import, bare IndexedDB write', figures.importRaw);
  row('import, bare Dexie bulkAdd', figures.importDexie, `${rounded(figures.importDexie / figures.importRaw)} × bare`);
  row('import, commit of one batch', figures.import, `${figures.importRatio} × bare, floor ${FLOORS.importRatio}`);
  row('undo of that batch', figures.undo, `${figures.undoRatio} × its write, floor ${FLOORS.undoRatio}`);
  row('review of duplicates, reading', figures.reviewRead);
  row('review of duplicates, comparing', figures.reviewCompare, `${figures.groups} groups`);
  row('the same after one write', figures.reviewAgain);
}

function median(values) {
  return percentile(values, 50);
}

/** The smallest value that so many in a hundred do not exceed. */
function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
}

function rounded(value) {
  return Math.round(value * 100) / 100;
}
