import type { BatchId, RecordId } from '@/src/kernel/ids';
import { formatDecimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import { monthlyOf, tierOf, type TableTier, type TierError } from '@/src/domain/accounts/tier-of';
import { tier, type TierRow } from '@/src/domain/accounts/tier.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Change } from '@/src/domain/records/change';
import { typedValue, type Evidenced } from '@/src/domain/records/evidence';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Datasets } from './ports/datasets';
import type { Receipt } from './ports/store';
import { companiesOf, currencyOf, yearFigures, type FiguresError, type FileFigures } from './year-figures';

export interface AccountPorts extends RecordPorts {
  readonly datasets: Datasets;
}

/**
 * `no-match`: no company on file is said to be a customer of the sales file. `months-not-covered`: it does not reach back twelve
 * months, so that nobody's monthly spend of a year is known.
 */
export type AssignError = RecordError | TierError | FiguresError | { readonly code: 'no-match' | 'months-not-covered' };

/** `kept`: companies whose tier was set by hand and stays. */
export interface Assigned extends Receipt {
  readonly set: number;
  readonly kept: number;
}

/** All tiers, those out of use among them. Safe: rows of a kind hold the fields of the kind. */
export async function tierRows({ store }: Pick<RecordPorts, 'store'>): Promise<readonly TierRow[]> {
  return (await store.rows(tier.name)) as readonly TierRow[];
}

/**
 * Puts companies into a tier, or out of any, by the user's word. Errors besides the store's: `forbidden`, and `missing` where
 * one of them or the tier has gone.
 */
export async function setTierByHand(
  ports: RecordPorts,
  id: BatchId,
  { companies, to }: { readonly companies: readonly RecordId[]; readonly to: RecordId | null },
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const { actor } = await openDesk(ports);
  const rows = await store.rowsById(companies);
  const wanted = (await tierRows(ports)).find((one) => one.id === to);
  const gone =
    companies.find((one) => !rows.some((row) => row.id === one)) ?? (to !== null && !wanted ? to : undefined);
  if (gone !== undefined) return err({ code: 'missing', id: gone });
  if (rows.some((row) => !mayDo('edit', company, row, actor))) return err({ code: 'forbidden' });
  const at = new Date(clock.now()).toISOString();
  const name = wanted?.fields.name ?? '';
  const said = <V>(value: V): Evidenced<V> => typedValue(value, at, name);
  const values = {
    tier: wanted ? said(wanted.id) : null,
    tierBasis: wanted ? said('hand') : null,
    tierOn: wanted ? said(clock.today()) : null,
    ...Object.fromEntries(FIGURES.map((path) => [path, null])),
  };
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: name },
    changes: rows.map((row): Change => ({ set: row.id, kind: company.name, values })),
  });
}

const FIGURES = ['tierFile', 'tierSpend', 'tierFrom', 'tierTo'] as const;

export interface TiersToAssign {
  readonly dataset: Row<DatasetFields>;
  /** Only these; all that are customers of the file where nothing is said. */
  readonly companies?: readonly RecordId[];
  /** Tiers set by hand give way. */
  readonly overHand?: boolean;
}

/**
 * Puts companies into the tier that their monthly spend by a sales file comes to: a twelfth of its last twelve months, net of
 * refunds, of all customers of the file that the company is. Which file, which days and when is written beside it. Below the
 * lowest bound a company has no tier, and it is said by which figures.
 */
export async function assignTiers(
  ports: AccountPorts,
  id: BatchId,
  { dataset, companies, overHand = false }: TiersToAssign,
): Promise<Result<Assigned, AssignError>> {
  const { store, clock, datasets } = ports;
  const { actor } = await openDesk(ports);
  const keys = keysByCompany(await companiesOf(store, dataset.id), companies);
  if (keys.size === 0) return err({ code: 'no-match' });
  const figures = await yearFigures(datasets, dataset.id);
  if (!figures.ok) return figures;
  if (!figures.value.isCovered) return err({ code: 'months-not-covered' });
  // Safe: what a match names as its company is one.
  const rows = (await store.rowsById([...keys.keys()])) as readonly Row<CompanyFields>[];
  if (rows.some((row) => !mayDo('edit', company, row, actor))) return err({ code: 'forbidden' });
  const kept = overHand ? [] : rows.filter(({ fields }) => fields.tierBasis?.value === 'hand');
  const tiers = await tierRows(ports);
  const changes: Change[] = [];
  for (const row of rows) {
    if (kept.includes(row)) continue;
    const spend = { dataset, figures: figures.value, keys: keys.get(row.id) ?? [] };
    const values = tierValues(spend, tiers, { today: clock.today(), at: new Date(clock.now()).toISOString() });
    if (!values.ok) return values;
    changes.push({ set: row.id, kind: company.name, values: values.value });
  }
  const done = await store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: dataset.fields.name },
    changes,
  });
  return done.ok ? ok({ ...done.value, set: changes.length, kept: kept.length }) : done;
}

/** Company → the keys under which it is a customer of the file. */
function keysByCompany(
  matched: ReadonlyMap<string, RecordId>,
  wanted: readonly RecordId[] | undefined,
): ReadonlyMap<RecordId, readonly string[]> {
  const keys = new Map<RecordId, string[]>();
  for (const [key, record] of matched) {
    if (wanted && !wanted.includes(record)) continue;
    keys.set(record, [...(keys.get(record) ?? []), key]);
  }
  return keys;
}

/** What a company spent by a file, under which keys. */
export interface FileSpend {
  readonly dataset: Row<DatasetFields>;
  readonly figures: FileFigures;
  readonly keys: readonly string[];
}

/** The tier of a company with everything that it rests on, as values to be written; the file is their source. */
export function tierValues(
  { dataset, figures, keys }: FileSpend,
  tiers: readonly TableTier[],
  { today, at }: { readonly today: string; readonly at: string },
): Result<Record<string, unknown>, TierError> {
  const parts = keys.flatMap((key) => figures.customers.get(key)?.value ?? []);
  // The amounts of one file have one scale.
  const scale = parts[0]?.scale ?? 0;
  const amount = { units: parts.reduce((sum, { units }) => sum + units, 0n), scale };
  const currency = currencyOf(dataset);
  const found = tierOf({ amount, currency }, tiers);
  if (!found.ok) return found;
  const unit = currency ?? tiers.find(({ state }) => state === 'used')?.fields.lowerBound.currency ?? '';
  const { name } = dataset.fields;
  const snippet = `${keys.join(', ')}: ${formatDecimal(amount)} ${unit}, ${figures.first} – ${figures.last}`.slice(
    0,
    200,
  );
  const read = <V>(value: V): Evidenced<V> => ({
    value,
    raw: String(value),
    confidence: 1,
    sources: [{ kind: 'file', url: name, snippet, at, extractor: 'tiers' }],
    status: 'accepted',
  });
  return ok({
    tier: found.value ? read(found.value.id) : null,
    tierBasis: read('file'),
    tierOn: read(today),
    tierFile: read(name),
    tierSpend: read(`${monthlyOf(amount)} ${unit}`.trim()),
    tierFrom: read(figures.first),
    tierTo: read(figures.last),
  });
}
