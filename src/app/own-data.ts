import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { CustomerFigures } from '@/src/domain/analysis/customer-figures';
import { textColumns } from '@/src/domain/analysis/customer-texts';
import { companySigns } from '@/src/domain/enrich/own-data/company-signs';
import {
  customerKey,
  customerMatch,
  type Answer,
  type CustomerMatchFields,
  type CustomerMatchRow,
} from '@/src/domain/enrich/own-data/customer-match.kind';
import type { FoundCustomers } from '@/src/domain/enrich/own-data/find-customers';
import type { Candidate } from '@/src/domain/enrich/own-data/judge-customer';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Change } from '@/src/domain/records/change';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { actingName } from './acting';
import type { DatasetError, Datasets } from './ports/datasets';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, IdSource } from './ports/world';

export interface OwnDataPorts {
  readonly store: Store;
  readonly datasets: Datasets;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** A customer of a dataset that a company may be, and the other companies that were said to be this customer. */
export interface Proposed extends Candidate {
  readonly takenBy: readonly string[];
}

export interface ProposedCustomers extends FoundCustomers {
  readonly candidates: readonly Proposed[];
}

/** The user's word on one customer of a dataset. */
export interface CustomerAnswer {
  readonly company: RecordId;
  readonly dataset: RecordId;
  readonly customer: Pick<Candidate, 'key' | 'label' | 'reasons' | 'doubts'>;
  readonly answer: Answer;
}

/** What the page of a company may ask of the user's own sales files. @param newBatch a name for what is written next. */
export function ownDataUses(ports: OwnDataPorts, newBatch: () => BatchId) {
  const { store, datasets } = ports;
  return {
    /** What was said of a company and customers of sales files, oldest first. Of one customer `same` is kept before `other`. */
    answers: (record: RecordId) => answersOn(store, record),
    /** The customers of a dataset that a company may be, without those it is not. Nothing is written. */
    propose: (row: Row<CompanyFields>, dataset: Row<DatasetFields>) => propose(ports, row, dataset),
    figures: (dataset: RecordId, customer: string): Promise<Result<CustomerFigures | undefined, DatasetError>> =>
      datasets.customerFigures(dataset, customer),
    answer: (said: CustomerAnswer) => answer(ports, newBatch(), said),
    /** Lets the customers of a dataset that a company is not be proposed again. */
    askAgain: (record: RecordId, dataset: RecordId) => askAgain(ports, newBatch(), record, dataset),
  };
}

async function answersOn(store: Store, record: RecordId): Promise<CustomerMatchRow[]> {
  const rows = await answeredOn(store, record);
  // Companies that were merged may have two words on one customer.
  return rows.filter(({ id, fields }) => {
    const both = rows.filter((one) => isOn(one.fields, fields));
    return (both.find((one) => one.fields.answer === 'same') ?? both[0])?.id === id;
  });
}

async function answeredOn(store: Store, record: RecordId): Promise<CustomerMatchRow[]> {
  const pointing = await store.rowsByKeys([linkTo(record)]);
  return pointing.filter(isMatch);
}

function isMatch(row: Row): row is CustomerMatchRow {
  return row.kind === customerMatch.name;
}

function isOn(a: CustomerMatchFields, b: CustomerMatchFields): boolean {
  return a.dataset === b.dataset && a.customer === b.customer;
}

async function propose(
  { store, datasets }: OwnDataPorts,
  { id, fields }: Row<CompanyFields>,
  dataset: Row<DatasetFields>,
): Promise<Result<ProposedCustomers, DatasetError>> {
  const said = await answersOn(store, id);
  const elsewhere = said.filter((one) => one.fields.answer === 'same' && one.fields.dataset !== dataset.id);
  const known = elsewhere.map((one) => one.fields.customer);
  const found = await datasets.customersLike(dataset.id, {
    signs: companySigns(fields, known),
    columns: textColumns(dataset.fields.columns),
    without: said.filter((one) => one.fields.dataset === dataset.id).map((one) => one.fields.customer),
  });
  if (!found.ok) return found;
  const keys = found.value.candidates.map(({ key }) => customerKey(dataset.id, key));
  const taken = (await store.rowsByKeys(keys)).filter(isMatch).filter((one) => one.fields.answer === 'same');
  const owners = await store.rowsById(taken.map((one) => one.fields.company));
  const nameOf = (one: CustomerMatchRow): string[] => {
    const owner = owners.find((row) => row.id === one.fields.company && row.kind === company.name);
    // Safe: a row of this kind holds the fields of companies.
    return owner ? [(owner.fields as CompanyFields).name.value] : [];
  };
  return ok({
    ...found.value,
    candidates: found.value.candidates.map((one) => ({
      ...one,
      takenBy: taken.filter(({ fields: { customer } }) => customer === one.key).flatMap(nameOf),
    })),
  });
}

/** Errors besides the store's: `missing`, the company has gone meanwhile. What was said before of this customer is replaced. */
async function answer(
  { store, clock, ids }: OwnDataPorts,
  id: BatchId,
  { company: record, dataset, customer, answer: given }: CustomerAnswer,
): Promise<Result<Receipt, StoreError>> {
  const row = await store.row('records', record);
  if (row?.kind !== company.name) return err({ code: 'missing', id: record });
  const { key, label, reasons, doubts } = customer;
  const said = { dataset, customer: key, label, answer: given, signs: [...reasons, ...doubts] };
  const [known, ...doubled] = (await answeredOn(store, record)).filter(
    ({ fields }) => fields.dataset === dataset && fields.customer === key,
  );
  const change: Change = known
    ? { set: known.id, kind: customerMatch.name, values: { answer: given } }
    : // Safe: this is where the ids of matches are made.
      { make: ids.next() as RecordId, kind: customerMatch.name, fields: { company: record, ...said } };
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'enrich',
    // Safe: the row is of this kind.
    note: { title: (row.fields as CompanyFields).name.value },
    changes: [change, ...doubled.map((one): Change => ({ remove: one.id, kind: customerMatch.name }))],
  });
}

async function askAgain(
  { store, clock }: OwnDataPorts,
  id: BatchId,
  record: RecordId,
  dataset: RecordId,
): Promise<Result<Receipt, StoreError>> {
  const refused = (await answeredOn(store, record)).filter(
    ({ fields }) => fields.dataset === dataset && fields.answer === 'other',
  );
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'enrich',
    changes: refused.map((one): Change => ({ remove: one.id, kind: customerMatch.name })),
  });
}
