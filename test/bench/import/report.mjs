/** What the rounds come to: agreement, ratios, the table, the floors. */

/** Money of engines that count in floating point may be off by so much, and by so much of itself. */
const NEAR = 0.02;
const NEAR_SHARE = 1e-9;

/** Lines on figures in which an engine differs from ours. */
export function differences(result, names) {
  const { figures: wanted } = result.ours ?? result[names[0]];
  return names.flatMap((name) =>
    Object.entries(wanted).flatMap(([key, value]) => {
      const found = Number(result[name].figures[key]);
      return Math.abs(found - value) <= NEAR + Math.abs(value) * NEAR_SHARE
        ? []
        : [`${name}: ${key} ${found}, not ${value}`];
    }),
  );
}

export function print({ file, variant, cores, results, names, memory }) {
  const summary = { file, variant, cores, rounds: results.length, engines: {}, limits: {}, memory };
  for (const limit of ['slices', 'read', 'loop'])
    summary.limits[limit] = range(results.map(({ limits }) => limits[limit]));
  for (const name of names) summary.engines[name] = engineOf(name, results);
  const { ours } = summary.engines;
  if (ours)
    summary.parseToRead = range(
      results.map(({ ours: own, limits }) => own.phases.parse / Math.min(limits.read, limits.slices)),
    );
  summary.longestTask = Math.round(Math.max(0, ...results.map(({ ours: own }) => own?.longestTask ?? 0)));

  console.log(
    `\n${file}, ${cores} cores, median of ${results.length} rounds, milliseconds; × is other / ours of one round`,
  );
  console.log(
    'engine      parse  pareto  cohort   churn    total   start-up   × [min–max]        with start-up          cpu   × cpu                  MB',
  );
  for (const [name, one] of Object.entries(summary.engines)) {
    const phases = ['parse', 'pareto', 'cohort', 'churn'].map((phase) => String(one[phase]).padStart(7)).join(' ');
    const grown = memory[name] ? String(memory[name] - memory.idle) : '';
    console.log(
      `${name.padEnd(9)} ${phases} ${String(one.total).padStart(8)} ${String(one.startUp).padStart(10)}   ${shown(one.ratio)}   ${shown(one.ratioWithStart)} ${String(one.cpu).padStart(6)}   ${shown(one.cpuRatio)} ${grown.padStart(6)}`,
    );
  }
  const { slices, read, loop } = summary.limits;
  console.log(
    `File read in slices ${shown(slices)} ms, at once ${shown(read)} ms; a look at each byte ${shown(loop)} ms`,
  );
  if (ours)
    console.log(
      `ours: read ${ours.read}, orders built ${ours.build}; parse is ${shown(summary.parseToRead)} × the read`,
    );
  console.log(`longest task of the page beside ours: ${summary.longestTask} ms (0 is anything below 50)`);
  console.log(
    "cpu: processor time of all threads and processes, a worker's start-up included: other work lengthens it least",
  );
  console.log(`MB: above the ${memory.idle} of a page in which nothing was asked`);
  return summary;
}

function engineOf(name, results) {
  const all = results.map((result) => result[name]);
  const phase = (of) => Math.round(range(all.map(of)).median);
  const ratio = (of) => range(results.filter(({ ours }) => ours).map((result) => of(result[name]) / of(result.ours)));
  return {
    parse: phase(({ phases }) => phases.parse),
    read: phase(({ phases }) => phases.read ?? phases.parse),
    build: phase(({ phases }) => phases.build ?? 0),
    pareto: phase(({ phases }) => phases.pareto),
    cohort: phase(({ phases }) => phases.cohort),
    churn: phase(({ phases }) => phases.churn),
    total: phase(({ total }) => total),
    startUp: phase(({ startUp = 0 }) => startUp),
    ratio: ratio(({ total }) => total),
    cpu: phase(({ cpu = Number.NaN }) => cpu),
    cpuRatio: ratio(({ cpu = Number.NaN }) => cpu),
    ratioWithStart: ratio(({ total, startUp = 0 }) => total + startUp),
  };
}

function range(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: round(sorted[Math.floor(sorted.length / 2)]), min: round(sorted[0]), max: round(sorted.at(-1)) };
}

const round = (value) => Math.round(value * 100) / 100;
const shown = ({ median, min, max }) => `${median} [${min}–${max}]`.padEnd(18);

/** Floors that were missed, as lines. What was not measured is not held against it. */
export function gates({ engines, memory, parseToRead, longestTask }, { size, variant }) {
  const floors = [];
  const least = (name, key, floor) => {
    const ratio = engines[name]?.[key].median;
    if (ratio !== undefined && ratio < floor) floors.push(`${name}: ${ratio} ×, floor ${floor}`);
  };
  if (size === '1m' && variant === 'plain') {
    least('papa', 'ratio', 2.5);
    least('duckdb', 'ratioWithStart', 2.5);
    least('pandas', 'ratio', 2.5);
    least('native', 'ratio', 0.5);
    if (parseToRead.median > 12) floors.push(`parse is ${parseToRead.median} × the read, limit 12`);
    const grown = (name) => (memory[name] ?? 0) - memory.idle;
    if (memory.duckdb && grown('ours') > grown('duckdb') / 2)
      floors.push(`memory: ${grown('ours')} MB, half of DuckDB's is ${grown('duckdb') / 2}`);
  }
  if (size === '100k') least('danfo', 'ratio', 12);
  if (variant === 'gbk') least('plain', 'ratio', 1 / 1.5);
  if (longestTask > 50) floors.push(`the page was held up for ${longestTask} ms, limit 50`);
  return floors;
}
