import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { formatDay, formatMonth, monthOf } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { FileContent } from '@/src/domain/tabular/file-content';
import { hasDamagedCustomers, hasMaskedCustomers } from '@/src/domain/tabular/orders/import-notices';
import type { ImportFacts, Orders } from '@/src/domain/tabular/orders/orders';
import type { ColumnRoles } from '@/src/domain/tabular/roles/roles';
import type { FilePreview } from '@/src/domain/tabular/sales-file';
import { readContent, UnreadableFile } from './sales-file';

/** What the extension makes of one sales file with nothing asked of anyone, as `import:files` writes it. */
export interface FileLine {
  readonly file: string;
  /** Of a text file its encoding, of every other what it is. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** From 1; 0 where no row names the columns. */
  readonly headerRow: number;
  /** By column name, or `#n` where names repeat or are missing. */
  readonly roles: Readonly<Record<string, string>>;
  readonly rows: {
    readonly total: number;
    readonly used: number;
    readonly setAside: number;
    readonly reasons: Readonly<Record<string, number>>;
  };
  readonly amountSum: string | null;
  readonly currency: string | null;
  readonly customers: number | null;
  readonly k80: number | null;
  /** What the top fifth of the customers makes, 0…1. */
  readonly top20: number | null;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** The first three: month, size, and how many bought in it and in the three months after; null beyond the data. */
  readonly cohorts: readonly Cohort[] | null;
  readonly notices: readonly string[];
  /** The code of the reason why the file cannot be read. */
  readonly error: string | null;
}

type Cohort = readonly (string | number | null)[];

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

/** Reads a file and says what came out. A figure that cannot be known is null, never a guess. */
export async function fileLine(content: FileContent): Promise<FileLine> {
  try {
    const { preview, roles, built } = await readContent(content);
    return {
      file: content.name,
      ...shapeOf(preview, roles),
      ...(await figuresOf(built.orders, built.facts)),
      error: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    const shape = thrown.preview ? shapeOf(thrown.preview, thrown.preview.roles) : NO_SHAPE;
    return { file: content.name, ...shape, ...NO_FIGURES, error: thrown.code };
  }
}

function shapeOf(
  { format, names }: FilePreview,
  roles: ColumnRoles,
): Pick<FileLine, 'encoding' | 'delimiter' | 'headerRow' | 'roles'> {
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

type Answers = Pick<FileLine, 'customers' | 'k80' | 'top20' | 'cohorts'>;
type Figures = Omit<FileLine, 'file' | 'encoding' | 'delimiter' | 'headerRow' | 'roles' | 'error'>;

async function figuresOf(orders: Orders, facts: ImportFacts): Promise<Figures> {
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

async function answersOf(orders: Orders, isMoney: boolean): Promise<Answers> {
  const source = LocalSource.of(orders);
  const pareto = isMoney ? await paretoFacts(source) : {};
  return {
    customers: orders.customer.size,
    k80: numberOf(pareto['k']),
    top20: numberOf(pareto['topFifthShare']),
    cohorts: await cohortsOf(source),
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

async function paretoFacts(source: LocalSource): Promise<Readonly<Record<string, unknown>>> {
  const run = await runAnalysis(source, 'pareto', { cycle: 'all' });
  if (!run.ok) throw new Error(run.error.code);
  return run.value.outcome.facts;
}

/** For the first three cohorts the month, the size, and the customers active in it and the three months after; null beyond the data. */
async function cohortsOf(source: LocalSource): Promise<Cohort[]> {
  const { cells } = await source.cohortCells({ unit: 'month' });
  const lastMonth = source.span ? monthOf(source.span.last) : 0;
  const months = [...new Set(cells.map(({ cohort }) => cohort))].toSorted((a, b) => a - b).slice(0, 3);
  return months.map((cohort) => {
    const active = (age: number): number | null =>
      cohort + age > lastMonth
        ? null
        : (cells.find((cell) => cell.cohort === cohort && cell.period === cohort + age)?.active ?? 0);
    return [formatMonth(cohort), active(0), active(0), active(1), active(2), active(3)];
  });
}
