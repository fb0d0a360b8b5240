import type { BatchId, RecordId } from '@/src/kernel/ids';
import { parseDecimal } from '@/src/kernel/money';
import { err, ok, type Result } from '@/src/kernel/result';
import { keyList, type KeyListRow, type KeyMember } from '@/src/domain/accounts/key-list.kind';
import { tierOf, type TierError } from '@/src/domain/accounts/tier-of';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import type { Money } from '@/src/domain/records/field';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { tierRows, type AccountPorts } from './assign-tiers';
import { mayDo, openDesk, type RecordError } from './edit-records';
import type { DatasetError } from './ports/datasets';
import type { Receipt } from './ports/store';
import { companiesOf, currencyOf, rowsIn, textIn } from './year-figures';

export interface ListToFreeze {
  readonly dataset: Row<DatasetFields>;
  /** The year that the list is for: its figures are those of the calendar year before. */
  readonly year: number;
  /** A month, and more. */
  readonly threshold: Money;
  readonly name: string;
}

/**
 * `already-frozen`: there is a list of the year. `year-not-covered`: the file does not hold the whole calendar year before it.
 * `threshold-currency`: the threshold is in another currency than the file.
 */
export type FreezeError =
  | RecordError
  | DatasetError
  | TierError
  | { readonly code: 'already-frozen' | 'year-not-covered' | 'threshold-currency' };

/** All lists, the latest year first. Safe: rows of a kind hold the fields of the kind. */
export async function keyLists({ store }: Pick<AccountPorts, 'store'>): Promise<readonly KeyListRow[]> {
  const rows = (await store.rows(keyList.name)) as readonly KeyListRow[];
  return rows.toSorted((a, b) => (b.fields.year ?? 0) - (a.fields.year ?? 0) || (a.id < b.id ? 1 : -1));
}

/**
 * Fixes the key accounts of a year: whoever came to the threshold a month or more in the calendar year before. What is written
 * is a copy: later data, other tiers, other names change nothing of it.
 */
export async function freezeKeyList(
  ports: AccountPorts,
  id: BatchId,
  asked: ListToFreeze,
): Promise<Result<Receipt, FreezeError>> {
  const { store, clock, ids } = ports;
  const { actor } = await openDesk(ports);
  const { dataset, year, threshold, name } = asked;
  if ((await keyLists(ports)).some(({ fields }) => fields.year === year)) return err({ code: 'already-frozen' });
  const currency = currencyOf(dataset);
  if (currency !== null && currency !== threshold.currency) return err({ code: 'threshold-currency' });
  const members = await membersOf(ports, asked);
  if (!members.ok) return members;
  const fields = {
    name,
    year,
    threshold,
    file: dataset.fields.name,
    from: `${year - 1}-01-01`,
    to: `${year - 1}-12-31`,
    frozenAt: new Date(clock.now()).toISOString(),
    ...(members.value.length === 0
      ? {}
      : { members: Object.fromEntries(members.value.map((member) => [ids.next(), member])) }),
  };
  if (!mayDo('make', keyList, { fields }, actor)) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: name },
    changes: [{ make: ids.next() as RecordId, kind: keyList.name, fields }],
  });
}

async function membersOf(
  ports: AccountPorts,
  { dataset, year, threshold }: ListToFreeze,
): Promise<Result<readonly KeyMember[], FreezeError>> {
  const back = backTo(dataset, year - 1);
  if (back === undefined) return err({ code: 'year-not-covered' });
  const run = await ports.datasets.analyse(dataset.id, 'key-list', {
    year: back,
    admission: 'threshold',
    monthlyThreshold: Number(threshold.amount),
  });
  if (!run.ok) return run;
  if (run.value.outcome.facts['yearCovered'] !== true) return err({ code: 'year-not-covered' });
  const companies = await companiesOf(ports.store, dataset.id);
  const tiers = await tierRows(ports);
  const currency = currencyOf(dataset);
  return ok(
    rowsIn(run.value.outcome.tables['members']).map((row): KeyMember => {
      const customer = textIn(row, 'key');
      const record = companies.get(customer);
      return {
        customer,
        label: textIn(row, 'label'),
        monthly: textIn(row, 'monthly'),
        ...(record === undefined ? {} : { company: record }),
        ...frozenTier(textIn(row, 'value'), currency, tiers),
      };
    }),
  );
}

/** How many years before the last whole calendar year of a file a year lies; undefined for one that is not over in it. */
function backTo({ fields }: Row<DatasetFields>, year: number): number | undefined {
  const { lastDay } = fields.facts;
  if (lastDay === null) return undefined;
  const last = Number(lastDay.slice(0, 4));
  const whole = lastDay.endsWith('-12-31') ? last : last - 1;
  return year <= whole && whole - year <= 30 ? whole - year : undefined;
}

/** None where the tiers say nothing of these amounts. */
function frozenTier(
  value: string,
  currency: string | null,
  tiers: readonly TierRow[],
): Pick<KeyMember, 'tier' | 'bound'> {
  const amount = parseDecimal(value);
  const found = amount && tierOf({ amount, currency }, tiers);
  if (!found?.ok || !found.value) return {};
  const { name, lowerBound } = found.value.fields;
  return { tier: name, bound: lowerBound.amount };
}
