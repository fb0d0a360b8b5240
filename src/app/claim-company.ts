import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import type { Actor } from '@/src/domain/records/actor';
import type { Fact } from '@/src/domain/records/guard';
import type { Row } from '@/src/domain/records/record';
import { factsOf } from '@/src/domain/records/transition';
import { plainFields, titleOf } from '@/src/domain/records/values';
import { claimKeys } from '@/src/domain/registration/claimed-client';
import { registration, type RegistrationFields } from '@/src/domain/registration/registration.kind';
import { isStanding, rivalsOf } from '@/src/domain/registration/rivals';
import { circumstancesOf, factOf } from './circumstances';
import { mayDo, openDesk, type RecordPorts } from './edit-records';
import type { StoreError } from './ports/store';

/** `claimed-already`: the user has a registration of this client that waits or was confirmed. */
export type ClaimError = StoreError | { readonly code: 'forbidden' | 'claimed-already' };

export interface Claimed {
  readonly batch: BatchId;
  readonly registration: RecordId;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** Standing registrations of the same client that were submitted before, the earliest first. */
  readonly earlier: readonly Fact[];
}

/**
 * Registers a company on file as the user's client, drafted from what is known of it and handed in at once, as one batch. Errors:
 * `missing`, when it has gone; those of {@link ClaimError}.
 */
export async function claimCompany(
  ports: RecordPorts,
  id: BatchId,
  company: RecordId,
): Promise<Result<Claimed, ClaimError>> {
  const { store, clock, ids, kinds } = ports;
  const { actor } = await openDesk(ports);
  const [row] = await store.rowsById([company]);
  if (row?.kind !== companyKind.name) return err({ code: 'missing', id: company });
  const wall = clock.now();
  const fields = claimOf(row, actor, new Date(wall).toISOString());
  if (!mayDo('make', registration, { fields }, actor)) return err({ code: 'forbidden' });
  const alike = (await store.rowsByKeys(claimKeys(fields))).map((one) => factOf(kinds, one));
  if (alike.some((one) => isOwn(one, actor, fields))) return err({ code: 'claimed-already' });
  // Safe: this is where ids of records are made.
  const record = ids.next() as RecordId;
  const done = await store.commit({
    id,
    actor: actor.name,
    wall,
    cause: 'make',
    note: { title: titleOf(registration, { fields }), transition: 'submit' },
    changes: [{ make: record, kind: registration.name, fields, state: 'submitted' }],
  });
  if (!done.ok) return done;
  const [written] = await store.rowsById([record]);
  if (!written) return err({ code: 'missing', id: record });
  const around = (await circumstancesOf(ports, [written]))(written);
  const { earlier } = rivalsOf(factsOf(registration, written, around));
  return ok({ batch: id, registration: record, submittedAt: wall, earlier });
}

function isOwn(other: Fact, { name }: Actor, fields: RegistrationFields): boolean {
  const isOfThis = other.fields['company'] === fields.company;
  return isStanding(other) && isOfThis && other.fields['submittedBy'] === name;
}

/** What a registration takes over of a company. */
function claimOf(row: Row, { name }: Actor, submittedAt: string): RegistrationFields {
  const known = plainFields(companyKind.fields, row.fields);
  const first = (field: string): string | undefined => {
    const [value] = [known[field]].flat();
    return typeof value === 'string' ? value : undefined;
  };
  const taken = { phone: first('phones'), website: first('website'), registrationId: first('registrationIds') };
  const channel = first('channel');
  return {
    client: first('name') ?? '',
    company: row.id,
    ...Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== undefined)),
    // Safe: a company's channels are those of a registration.
    ...(channel === undefined ? {} : { channel: channel as NonNullable<RegistrationFields['channel']> }),
    submittedAt,
    submittedBy: name,
    owner: name,
  };
}
