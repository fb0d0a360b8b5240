import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { isGenericMailbox } from '@/src/domain/identity/email-address';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { formatPhone } from '@/src/domain/identity/phone-number';
import { valuesOf } from '@/src/domain/parties/contact-values';
import { isPartyRow } from '@/src/domain/parties/party-row';
import { foldedNeedle, needleFinder } from '@/src/domain/records/needle-finder';
import { valuesIn } from '@/src/domain/parties/party-traits';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import { suppressionDigests } from '@/src/domain/parties/suppression-digests';
import { actingName } from './acting';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, IdSource } from './ports/world';

interface ErasePorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * Removes a person for good, with every record that was merged into theirs, from the records and from the journal behind
 * them. Their own addresses and numbers go wherever they stand; a mailbox of a function, and a number that is also a
 * company's, stay with the company. Their name goes from what was saved together with them, and from everywhere when it is
 * long and in nobody else's name. What sales files say of customers stays: it is dropped with the dataset.
 * @param suppress leaves a mark by which the person is known when met again, and not filed.
 */
export async function erasePerson(
  ports: ErasePorts,
  id: BatchId,
  person: RecordId,
  suppress = false,
): Promise<Result<Receipt, StoreError>> {
  const { store, clock } = ports;
  const row = await store.row('records', person);
  if (row?.kind !== 'person') return err({ code: 'missing', id: person });
  const absorbed = await store.mergedInto(person);
  // Safe: the row is of this kind, and only people are merged into people.
  const images = [row, ...absorbed.map(({ gone }) => gone)].map(({ fields }) => fields as PersonFields);
  // The mark comes first: a person who was erased without it could be filed again.
  const marked = suppress ? await leaveMark(ports, images) : undefined;
  if (marked && !marked.ok) return marked;
  const phones = images.flatMap((fields) => Object.values(fields.phones ?? {}));
  const shared = await store.rowsByKeys(phones.map(({ value }) => `phone:${value}`));
  const companies = new Set(shared.filter((one) => one.kind === 'company').flatMap((one) => one.keys));
  const own = phones
    .filter(({ value }) => !companies.has(`phone:${value}`))
    .flatMap(({ value, raw }) => [value, raw, formatPhone(value)]);
  const mailboxes = images.flatMap(({ emails }) => valuesOf(emails)).filter((email) => !isGenericMailbox(email));
  const names = [...new Set(images.flatMap(({ name }) => [name.value, name.raw]))];
  const known = await namesOfOthers(store, new Set([person, ...absorbed.map((patch) => patch.id)]));
  return store.erase({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    person,
    absorbed: absorbed.map((patch) => patch.id),
    anywhere: [...new Set([...mailboxes, ...own, ...names.filter((name) => isTheirsAlone(name, known))])].filter(
      (text) => text.length > 4,
    ),
    nearby: names,
  });
}

/** A short name is a word of other texts, too; a long one that is in nobody else's name means this person wherever it stands. */
const DISTINCT = 8;

function isTheirsAlone(name: string, others: readonly string[]): boolean {
  const isFound = needleFinder([name]);
  return foldedNeedle(name).length >= DISTINCT && !others.some(isFound);
}

async function namesOfOthers(store: Store, without: ReadonlySet<string>): Promise<string[]> {
  const rows = [...(await store.rows('person')), ...(await store.rows('company'))].filter(isPartyRow);
  return rows.filter(({ id }) => !without.has(id)).map(({ fields }) => fields.name.value);
}

async function leaveMark(
  { store, clock, ids }: ErasePorts,
  images: readonly PersonFields[],
): Promise<Result<Receipt, StoreError>> {
  const salt = ids.next();
  const employers = await store.rowsById(images.flatMap(({ company }) => company?.value ?? []));
  // Safe: people work for companies.
  const companies = employers.flatMap(({ fields }) => {
    const { name, legalName } = fields as CompanyFields;
    return legalName ? [name.value, legalName.value] : [name.value];
  });
  const digests = images.flatMap((fields) => suppressionDigests(valuesIn(fields), companies, salt));
  return store.commit({
    // Safe, both: this is where the ids are made.
    id: ids.next() as BatchId,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'make',
    changes: [
      {
        make: ids.next() as RecordId,
        kind: 'suppression',
        fields: {
          salt,
          erasedOn: clock.today(),
          digests: Object.fromEntries([...new Set(digests)].map((digest, i) => [`d${i}`, digest])),
        },
      },
    ],
  });
}
