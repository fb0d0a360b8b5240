import type { BatchId, RecordId } from '@/src/kernel/ids';
import { ok, type Result } from '@/src/kernel/result';
import { flagOverride, type FlagOverrideRow } from '@/src/domain/accounts/flag-override.kind';
import { keyException, type KeyExceptionRow } from '@/src/domain/accounts/key-exception.kind';
import { keyReview, type KeyReviewRow } from '@/src/domain/accounts/key-review.kind';
import { keyRule, type KeyRuleRow } from '@/src/domain/accounts/key-rule.kind';
import { linkTo } from '@/src/domain/records/link-key';
import { assignTiers, setTierByHand, tierRows, type AccountPorts, type TiersToAssign } from './assign-tiers';
import { fileKeyAccounts, type AccountsToFile } from './file-key-accounts';
import { findInversions } from './find-inversions';
import { freezeKeyList, keyLists, type ListToFreeze } from './freeze-key-list';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { startNeeds, canStartNeeds, type NeedToStart } from './start-needs';
import { installTiers, joinBand, type BandToJoin } from './tier-table';
import { companiesOf, yearFigures, type FiguresError, type YearFigures } from './year-figures';

/** What the pages of accounts may ask of tiers, key lists and flags. @param newBatch a name for what is written next. */
export function accountUses(ports: AccountPorts, newBatch: () => BatchId) {
  const { store } = ports;
  return {
    tiers: () => tierRows(ports),
    installTiers: (word: (key: string) => string) => installTiers(ports, newBatch(), word),
    joinBand: (band: BandToJoin) => joinBand(ports, newBatch(), band),
    setTier: (companies: readonly RecordId[], to: RecordId | null) =>
      setTierByHand(ports, newBatch(), { companies, to }),
    assignTiers: (asked: TiersToAssign) => assignTiers(ports, newBatch(), asked),
    fileKeyAccounts: (asked: AccountsToFile) => fileKeyAccounts(ports, newBatch(), asked),
    keyLists: () => keyLists(ports),
    freezeKeyList: (asked: ListToFreeze) => freezeKeyList(ports, newBatch(), asked),
    // Safe, both: rows of a kind hold the fields of the kind.
    exceptions: async () => (await store.rows(keyException.name)) as readonly KeyExceptionRow[],
    reviewsOf: (company: RecordId) =>
      pointing(ports, company, (row): row is KeyReviewRow => row.kind === keyReview.name),
    overridesOf: (company: RecordId) =>
      pointing(ports, company, (row): row is FlagOverrideRow => row.kind === flagOverride.name),
    /** The rule that holds: the one that was filed last. */
    keyRule: async () => ((await store.rows(keyRule.name)) as readonly KeyRuleRow[]).at(-1),
    inversions: (dataset: Row<DatasetFields>) => findInversions(ports, dataset),
    figuresOf: (company: RecordId, dataset: RecordId) => figuresOf(ports, company, dataset),
    canStartNeeds: () => canStartNeeds(ports.kinds),
    startNeeds: (company: RecordId, lines: readonly NeedToStart[]) => startNeeds(ports, newBatch(), { company, lines }),
  };
}

/** Those of the records that point to a company which are of a kind, the oldest first. */
async function pointing<R extends Row>(
  { store }: AccountPorts,
  company: RecordId,
  isOfKind: (row: Row) => row is R,
): Promise<readonly R[]> {
  const rows = await store.rowsByKeys([linkTo(company)]);
  return rows.filter(isOfKind).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A customer of a sales file that a company is, with its figures; undefined where it has nothing above zero. */
export interface OwnCustomerFigures {
  readonly customer: string;
  readonly figures: YearFigures | undefined;
}

async function figuresOf(
  { store, datasets }: AccountPorts,
  company: RecordId,
  dataset: RecordId,
): Promise<Result<readonly OwnCustomerFigures[], FiguresError>> {
  const matched = await companiesOf(store, dataset);
  const keys = [...matched].filter(([, record]) => record === company).map(([key]) => key);
  if (keys.length === 0) return ok([]);
  const figures = await yearFigures(datasets, dataset);
  if (!figures.ok) return figures;
  return ok(keys.map((customer) => ({ customer, figures: figures.value.customers.get(customer) })));
}
