import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { effectOn, refusalKey, type Proposal } from '@/src/domain/enrich/propose';
import { refusal, type RefusalFields } from '@/src/domain/enrich/refusal.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Change } from '@/src/domain/records/change';
import { sameJson } from '@/src/domain/records/change';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { itemsIn } from '@/src/domain/records/values';
import { actingName } from './acting';
import { isSingle, type DraftValue } from './capture-draft';
import type { Receipt, Store, StoreError } from './ports/store';
import { addTo, type SaveCapturePorts } from './save-capture';

/** What the user decided on the proposals for a company. */
export interface EnrichmentToSave {
  readonly record: RecordId;
  readonly accepted: readonly Proposal[];
  /** Not to be suggested again. */
  readonly refused: readonly Proposal[];
  /** What is written with it. */
  readonly also?: readonly Change[];
}

/** `nothing-ticked`: nothing was decided. `missing`: the company has gone meanwhile. */
export type EnrichmentError = StoreError | { readonly code: 'nothing-ticked' };

/**
 * Files what was accepted, and what was refused, as one batch. The record is read again: what the user wrote into it since the
 * proposals were made stays, and a proposal that would now touch it is passed over. Of one field that holds one value the first
 * accepted counts.
 */
export async function saveEnrichment(
  ports: SaveCapturePorts,
  id: BatchId,
  { record, accepted, refused, also = [] }: EnrichmentToSave,
): Promise<Result<Receipt, EnrichmentError>> {
  const { store, clock, ids } = ports;
  if (accepted.length + refused.length === 0) return err({ code: 'nothing-ticked' });
  const [row] = await store.rowsById([record]);
  if (row?.kind !== company.name) return err({ code: 'missing', id: record });
  // Safe: the row is of this kind.
  const known = row as Row<CompanyFields>;
  const { changes } = acceptedChanges(known, accepted, ids);
  const said = await refusedBefore(store, record);
  const refusals = refused
    .filter(({ field, value }) => !said.has(refusalKey(field, value)))
    .map(({ field, value }): Change => ({
      // Safe: this is where the ids of refusals are made.
      make: ids.next() as RecordId,
      kind: refusal.name,
      fields: { company: record, field, value },
    }));
  return store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'enrich',
    note: { title: known.fields.name.value, url: [...accepted, ...refused][0]?.sources[0]?.url ?? '' },
    changes: [...changes, ...refusals, ...also],
  });
}

/** What accepting proposals does to a company as it is now, and how many of them still do it. */
export function acceptedChanges(
  row: Row<CompanyFields>,
  accepted: readonly Proposal[],
  ids: SaveCapturePorts['ids'],
): { readonly changes: readonly Change[]; readonly count: number } {
  const values = firstOfEach(accepted.filter((one) => isAsShown(row.fields, one))).map(draftOf);
  const changes = addTo(row, { id: row.id, kind: 'company', ticked: true, values }, undefined, ids);
  return { changes, count: values.length };
}

/** The keys of the values that the user does not want for a company. */
export async function refusedBefore(store: Store, record: RecordId): Promise<ReadonlySet<string>> {
  const pointing = await store.rowsByKeys([linkTo(record)]);
  const rows = pointing.filter((row): row is Row<RefusalFields> => row.kind === refusal.name);
  return new Set(rows.map(({ fields }) => refusalKey(fields.field, fields.value)));
}

/** Whether a proposal would still do what the user was shown: one that replaces a value replaces that one and no other. */
export function isAsShown(fields: CompanyFields, proposal: Proposal): boolean {
  if (effectOn(fields, proposal) !== proposal.effect) return false;
  const spec = company.fields[proposal.field];
  return proposal.effect !== 'differs' || sameJson(itemsIn(spec, fields[proposal.field])[0]?.evidence, proposal.held);
}

function firstOfEach(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(
    ({ field }, i) => !isSingle(field) || proposals.findIndex((one) => one.field === field) === i,
  );
}

function draftOf({ id, field, value, raw, confidence, sources, label }: Proposal): DraftValue {
  return { id, field, value, raw, confidence, sources, ...(label ? { label } : {}), ticked: true, typed: false };
}
