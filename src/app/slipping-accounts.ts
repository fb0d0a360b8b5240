import type { RecordId } from '@/src/kernel/ids';
import type { CustomerFigures } from '@/src/domain/analysis/customer-figures';
import { customerKey, customerMatch, type CustomerMatchFields } from '@/src/domain/enrich/own-data/customer-match.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import type { Datasets } from './ports/datasets';
import type { Store } from './ports/store';

/** A company on file that is slipping by a sales file of the user's own. */
export interface SlippingAccount {
  readonly company: Row<CompanyFields>;
  readonly dataset: RecordId;
  /** What the file says of it; its rhythm is that of one who slips. */
  readonly figures: CustomerFigures;
}

/**
 * The companies on file that are slipping, by every sales file in which the user has said which customer they are: the one with
 * the largest share of its file's revenue of twelve months first, ties by id. One that is in several files is there once, by the
 * file of which it is more. A file that cannot be read any more says nothing.
 */
export async function slippingAccounts({
  store,
  datasets,
}: {
  readonly store: Store;
  readonly datasets: Pick<Datasets, 'slippingCustomers'>;
}): Promise<readonly SlippingAccount[]> {
  const files = (await store.rows('dataset')).filter(({ state }) => state === 'ready');
  const lists = await Promise.all(
    files.map(async ({ id }) => {
      const slipping = await datasets.slippingCustomers(id);
      return (slipping.ok ? slipping.value : []).map((figures) => ({ dataset: id, figures }));
    }),
  );
  const found = new Map(lists.flat().map((one) => [customerKey(one.dataset, one.figures.key), one]));
  const said = (await store.rowsByKeys([...found.keys()])).filter(isSame);
  const owners = new Map((await store.rowsById(said.map(({ fields }) => fields.company))).map((row) => [row.id, row]));
  const accounts = new Map<RecordId, SlippingAccount>();
  for (const { fields } of said) {
    const owner = owners.get(fields.company);
    const one = found.get(customerKey(fields.dataset, fields.customer));
    if (!one || !isCompany(owner)) continue;
    const before = accounts.get(owner.id);
    if (!before || byShare(one, before) < 0) accounts.set(owner.id, { company: owner, ...one });
  }
  return [...accounts.values()].sort((a, b) => byShare(a, b) || (a.company.id < b.company.id ? -1 : 1));
}

function isSame(row: Row): row is Row<CustomerMatchFields> {
  return row.kind === customerMatch.name && row.fields['answer'] === 'same';
}

function isCompany(row: Row | undefined): row is Row<CompanyFields> {
  return row?.kind === company.name;
}

/** By what the customer is of its own file: amounts of two files may be in two currencies. */
function byShare(a: Pick<SlippingAccount, 'figures'>, b: Pick<SlippingAccount, 'figures'>): number {
  return (b.figures.share ?? 0) - (a.figures.share ?? 0);
}
