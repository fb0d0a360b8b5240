import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { PlannedContact } from '@/src/domain/visits/plan-visits';
import { visit, type Preparation, type VisitFields, type VisitRow } from '@/src/domain/visits/visit.kind';
import type { Change } from '@/src/domain/records/change';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** What the page of visits may ask for. @param newBatch a name for what is written next. */
export function visitUses(ports: RecordPorts, newBatch: () => BatchId) {
  return {
    plan: (contacts: readonly PlannedContact[], word: (means: PlannedContact['means']) => string) =>
      planContacts(ports, newBatch(), contacts, word),
    check: (record: RecordId, of: readonly Preparation[], isReady: boolean) =>
      checkVisit(ports, newBatch(), { record, of, isReady }),
    classify: (record: RecordId, verdict: 'worth' | 'not-worth') => classifyVisit(ports, newBatch(), record, verdict),
  };
}

/**
 * Files contacts as planned visits, as one batch. @param word what each is called: its purpose. Errors besides the store's:
 * `forbidden`, and `nothing-to-import` without a contact.
 */
async function planContacts(
  ports: RecordPorts,
  id: BatchId,
  contacts: readonly PlannedContact[],
  word: (means: PlannedContact['means']) => string,
): Promise<Result<Receipt, RecordError | { readonly code: 'nothing-to-import' }>> {
  const { store, clock, ids } = ports;
  const { actor } = await openDesk(ports);
  const made = contacts.map(({ company, owner, means, day }): VisitFields => ({
    purpose: word(means),
    company,
    day,
    means,
    occasion: 'regular',
    ...(owner === undefined ? {} : { owner }),
  }));
  const [first] = made;
  if (!first) return err({ code: 'nothing-to-import' });
  if (made.some((fields) => !mayDo('make', visit, { fields }, actor))) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: first.purpose },
    changes: made.map((fields): Change => ({ make: ids.next() as RecordId, kind: visit.name, fields })),
  });
}

/** Ticks or unticks some of the checklist; the rest stays as it is. */
async function checkVisit(
  ports: RecordPorts,
  id: BatchId,
  {
    record,
    of,
    isReady,
  }: { readonly record: RecordId; readonly of: readonly Preparation[]; readonly isReady: boolean },
): Promise<Result<Receipt, RecordError>> {
  return changeVisit(ports, id, record, ({ fields }) => {
    const held = Object.entries(fields.prepared ?? {}).filter(([, one]) => of.includes(one));
    if (!isReady) return Object.fromEntries(held.map(([item]) => [`prepared/${item}`, null]));
    const fresh = of.filter((one) => !held.some(([, known]) => known === one));
    return Object.fromEntries(fresh.map((one) => [`prepared/${ports.ids.next()}`, one]));
  });
}

/** Says of a first visit whether it is worth another one. */
async function classifyVisit(
  ports: RecordPorts,
  id: BatchId,
  record: RecordId,
  verdict: 'worth' | 'not-worth',
): Promise<Result<Receipt, RecordError>> {
  return changeVisit(ports, id, record, () => ({ verdict }));
}

async function changeVisit(
  ports: RecordPorts,
  id: BatchId,
  record: RecordId,
  valuesOf: (row: VisitRow) => Readonly<Record<string, unknown>>,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock } = ports;
  const { actor } = await openDesk(ports);
  const [row] = await store.rowsById([record]);
  if (row?.kind !== visit.name) return err({ code: 'missing', id: record });
  if (!mayDo('edit', visit, row, actor)) return err({ code: 'forbidden' });
  // Safe: a row of this kind holds its fields.
  const own = row as VisitRow;
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: own.fields.purpose },
    changes: [{ set: record, kind: visit.name, values: valuesOf(own) }],
  });
}
