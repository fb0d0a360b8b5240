import type { CustomerQuery } from '@/src/app/ports/datasets';
import { CustomerLedger, type CustomerFigures } from '@/src/domain/analysis/customer-figures';
import { customerTexts, type TextColumns } from '@/src/domain/analysis/customer-texts';
import type { LocalSource } from '@/src/domain/analysis/local-source';
import { CustomerIndex, type FoundCustomers } from '@/src/domain/enrich/own-data/find-customers';

/** Kept as long as the columns are: one company after the other asks the same dataset. */
const indexes = new WeakMap<LocalSource, Map<string, Promise<CustomerIndex>>>();
const ledgers = new WeakMap<LocalSource, CustomerLedger>();

export async function customersLike(
  source: LocalSource,
  { signs, columns, without }: CustomerQuery,
): Promise<FoundCustomers> {
  return (await indexOf(source, columns)).find(signs, new Set(without));
}

export function customerFigures(source: LocalSource, key: string): Promise<CustomerFigures | undefined> {
  return ledgerOf(source).figuresOf(key);
}

export function slippingCustomers(source: LocalSource): Promise<readonly CustomerFigures[]> {
  return ledgerOf(source).slipping();
}

function ledgerOf(source: LocalSource): CustomerLedger {
  const ledger = ledgers.get(source) ?? new CustomerLedger(source);
  ledgers.set(source, ledger);
  return ledger;
}

function indexOf(source: LocalSource, columns: TextColumns): Promise<CustomerIndex> {
  const known = indexes.get(source) ?? new Map<string, Promise<CustomerIndex>>();
  indexes.set(source, known);
  const of = JSON.stringify(columns);
  const index = known.get(of) ?? customerTexts(source, columns).then((texts) => new CustomerIndex(texts));
  known.set(of, index);
  return index;
}
