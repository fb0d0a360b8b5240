import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { tierOf, type TierError } from '@/src/domain/accounts/tier-of';
import { customerKey, customerMatch } from '@/src/domain/enrich/own-data/customer-match.kind';
import type { Decisions, ImportChoices } from '@/src/domain/exchange/decide-cards';
import { company } from '@/src/domain/parties/company.kind';
import { changedRecord, type Change } from '@/src/domain/records/change';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { tierValues, type AccountPorts } from './assign-tiers';
import { importContacts, type ChoicesToImport, type ContactPlan, type ImportError } from './import-contacts';
import type { Receipt } from './ports/store';
import { tableOrStarters } from './tier-table';
import { currencyOf, yearFigures, type FiguresError } from './year-figures';

/** Customers of a sales file that become companies, and whose tier is set by what they spent in it. */
export interface AccountsToFile {
  readonly dataset: Row<DatasetFields>;
  /** What each is called in the file → the keys of the customers of that name. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly plan: ContactPlan;
  readonly choices: ImportChoices;
  /** The words of the area `tiers`, for the shipped tiers where there are none. */
  readonly word: (key: string) => string;
}

export type FileAccountsError =
  ImportError | TierError | FiguresError | { readonly code: 'months-not-covered' | 'forbidden' };

/**
 * Files customers as companies, says that they are those customers, and sets their tier from the file, all in one batch; the
 * shipped tiers go into it where there is no tier table yet. A tier that was set by hand stays. Nothing is written where the
 * tiers say nothing of the amounts of the file.
 */
export async function fileKeyAccounts(
  ports: AccountPorts,
  id: BatchId,
  { dataset, keys, plan, choices, word }: AccountsToFile,
): Promise<Result<Receipt, FileAccountsError>> {
  const { store, clock, ids, datasets } = ports;
  const figures = await yearFigures(datasets, dataset.id);
  if (!figures.ok) return figures;
  if (!figures.value.isCovered) return err({ code: 'months-not-covered' });
  const table = await tableOrStarters(ports, currencyOf(dataset), word);
  if (!table.ok) return table;
  const { tiers } = table.value;
  const fit = tierOf({ amount: { units: 0n, scale: 0 }, currency: currencyOf(dataset) }, tiers);
  if (!fit.ok) return err(fit.error);
  const said = await store.rowsByKeys([...keys.values()].flat().map((key) => customerKey(dataset.id, key)));
  const stamp = { today: clock.today(), at: new Date(clock.now()).toISOString() };
  const isKnown = (key: string): boolean =>
    said.some(({ fields }) => fields['customer'] === key && fields['dataset'] === dataset.id);
  const extended: ChoicesToImport['extended'] = (decisions, changes) => {
    const accounts = accountsIn(decisions, changes, keys);
    const byRecord = new Map<RecordId, string[]>();
    for (const { record, key } of accounts) byRecord.set(record, [...(byRecord.get(record) ?? []), key]);
    const more = [...byRecord].flatMap(([record, own]): Change[] => {
      const known = accounts.find((one) => one.record === record)?.row;
      // Safe: the basis of a tier is a choice with its evidence.
      if ((known?.fields['tierBasis'] as { value?: string } | undefined)?.value === 'hand') return [];
      const values = tierValues({ dataset, figures: figures.value, keys: own }, tiers, stamp);
      return values.ok ? [{ set: record, kind: company.name, values: values.value }] : [];
    });
    const matches = accounts
      .filter(({ key }) => !isKnown(key))
      .map(({ record, key, label }): Change => ({
        make: ids.next() as RecordId,
        kind: customerMatch.name,
        fields: { company: record, dataset: dataset.id, customer: key, label, answer: 'same' },
      }));
    return [...table.value.changes, ...joined(changes, more), ...matches];
  };
  return importContacts(ports, id, plan, { ...choices, extended });
}

interface FiledAccount {
  readonly record: RecordId;
  readonly key: string;
  readonly label: string;
  readonly row: { readonly fields: Readonly<Record<string, unknown>> } | undefined;
}

/** The record that each card went into, with the customer that it stands for. */
function accountsIn(
  { cards, writes }: Decisions,
  changes: readonly Change[],
  keys: ReadonlyMap<string, readonly string[]>,
): readonly FiledAccount[] {
  // Each write is one change, in the same order.
  const records = new Map(writes.map((write, i) => [write.id, changes[i] && changedRecord(changes[i])]));
  return cards.flatMap(({ matched, outcome, into }) => {
    if (outcome === 'without' || outcome === 'question') return [];
    const place = into ?? matched.makes;
    const rows = [matched.about?.row, ...matched.candidates.map(({ row }) => row)];
    const row = rows.find((one) => one?.id === place);
    const record = records.get(place) ?? row?.id;
    const own = record === undefined ? [] : (keys.get(matched.card.name) ?? []);
    return own.flatMap((key) => (record === undefined ? [] : [{ record, key, label: matched.card.name, row }]));
  });
}

/** One change a record: what is to be set goes into the change that makes or changes it, if one does. */
function joined(changes: readonly Change[], more: readonly Change[]): readonly Change[] {
  const sets = new Map(more.flatMap((one) => ('set' in one ? [[one.set, one.values] as const] : [])));
  const taken = new Set<RecordId>();
  const first = changes.map((one): Change => {
    const values = sets.get(changedRecord(one));
    if (!values || 'remove' in one) return one;
    taken.add(changedRecord(one));
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    return 'make' in one
      ? { ...one, fields: { ...one.fields, ...filled } }
      : { ...one, values: { ...one.values, ...values } };
  });
  return [...first, ...more.filter((one) => !taken.has(changedRecord(one)))];
}
