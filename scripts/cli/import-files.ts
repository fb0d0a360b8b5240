import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { formatDay, formatMonth, monthOf } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { hasDamagedCustomers, hasMaskedCustomers } from '@/src/domain/tabular/orders/import-notices';
import type { ImportFacts, Orders } from '@/src/domain/tabular/orders/orders';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import type { FilePreview } from '@/src/domain/tabular/sales-file';
import { needed, runProgram } from './arguments';
import { readSalesFile, UnreadableFile, UsageError } from './sales-file';

/** Of these codes the others (ids-were-floats, decimals-rounded) are details of how a file was read. */
const QUIET: ReadonlySet<string> = new Set(['ids-were-floats', 'decimals-rounded']);

const NO_SHAPE = { encoding: null, delimiter: null, headerRow: 0, roles: {} };
const NO_ANSWERS = { customers: null, k80: null, top20: null, cohorts: null };
const NO_FIGURES = {
  rows: { total: 0, used: 0, setAside: 0, reasons: {} },
  amountSum: null,
  currency: null,
  ...NO_ANSWERS,
  firstDate: null,
  lastDate: null,
  notices: [],
};

/**
 * `npm run -s import:files -- --out OUT.jsonl FILE…`: one line of JSON for each file, what the extension makes of it with
 * nothing asked of anyone. A file that cannot be read has its reason under `error`.
 */
await runProgram(async (given) => {
  const out = needed(given, 'out');
  const files = process.argv.slice(2).filter((word, i, all) => !word.startsWith('--') && all[i - 1] !== '--out');
  if (files.length === 0) throw new UsageError('Name the files: import:files -- --out OUT.jsonl FILE…');
  writeFileSync(out, '');
  for (const file of files) appendFileSync(out, `${JSON.stringify(await lineOf(file))}\n`);
  return 0;
});

async function lineOf(file: string): Promise<object> {
  try {
    const { preview, roles, built } = await readSalesFile(file);
    return {
      file: path.basename(file),
      ...shapeOf(preview, roles),
      ...(await figuresOf(built.orders, built.facts)),
      error: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    const shape = thrown.preview ? shapeOf(thrown.preview, thrown.preview.roles) : NO_SHAPE;
    return { file: path.basename(file), ...shape, ...NO_FIGURES, error: thrown.code };
  }
}

function shapeOf({ format, names }: FilePreview, roles: ColumnRoles): object {
  const isText = format.container === 'text';
  const nameOf = (place: number): string => {
    const name = names[place] ?? '';
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `#${place + 1}`;
  };
  return {
    encoding: isText ? format.encoding : format.container,
    delimiter: isText ? format.dialect.delimiter : null,
    headerRow: format.layout.headerRow,
    roles: Object.fromEntries(roles.flatMap((role, i) => (role ? [[nameOf(i), role]] : []))),
  };
}

async function figuresOf(orders: Orders, facts: ImportFacts): Promise<object> {
  const isMoney = facts.currencies.length < 2;
  const isCounted = facts.customers > 0 && !hasMaskedCustomers(orders) && !hasDamagedCustomers(orders);
  return {
    rows: {
      total: facts.total,
      used: facts.used,
      setAside: facts.total - facts.used,
      reasons: Object.fromEntries(facts.setAside.map(({ reason, rows }) => [reason, rows])),
    },
    amountSum: isMoney ? formatDecimal(facts.amount) : null,
    currency: facts.currency ?? null,
    ...(isCounted ? await answersOf(orders, isMoney) : NO_ANSWERS),
    firstDate: facts.firstDay === undefined ? null : formatDay(facts.firstDay),
    lastDate: facts.lastDay === undefined ? null : formatDay(facts.lastDay),
    notices: facts.notices.filter((notice) => !QUIET.has(notice)),
  };
}

async function answersOf(orders: Orders, isMoney: boolean): Promise<object> {
  const source = new LocalSource(orders);
  const pareto = isMoney ? await factsOf(source, 'pareto') : {};
  return {
    customers: orders.customer.size,
    k80: pareto['k'] ?? null,
    top20: pareto['topFifthShare'] ?? null,
    cohorts: await cohortsOf(source),
  };
}

async function factsOf(source: LocalSource, name: string): Promise<Readonly<Record<string, unknown>>> {
  const run = await runAnalysis(source, name, {});
  if (!run.ok) throw new Error(run.error.code);
  return run.value.outcome.facts;
}

/** For the first three cohorts the month, the size, and the customers active in it and the three months after; null beyond the data. */
async function cohortsOf(source: LocalSource): Promise<unknown[]> {
  const { cells } = await source.cohortCells();
  const lastMonth = source.span ? monthOf(source.span.last) : 0;
  const months = [...new Set(cells.map(({ cohort }) => cohort))].toSorted((a, b) => a - b).slice(0, 3);
  return months.map((cohort) => {
    const active = (age: number): number | null =>
      cohort + age > lastMonth
        ? null
        : (cells.find((cell) => cell.cohort === cohort && cell.month === cohort + age)?.active ?? 0);
    return [formatMonth(cohort), active(0), active(0), active(1), active(2), active(3)];
  });
}
