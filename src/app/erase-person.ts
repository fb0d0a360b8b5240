import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { isGenericMailbox } from '@/src/domain/identity/email-address';
import { valuesOf } from '@/src/domain/parties/contact-values';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

/**
 * Removes a person for good, with every record that was merged into theirs, from the records and from the journal behind
 * them. Their own addresses and numbers go
 * wherever they stand; a mailbox of a function, and a number that is also a company's, stay with the company. Their name
 * goes from what was saved together with them.
 */
export async function erasePerson(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: BatchId,
  person: RecordId,
): Promise<Result<Receipt, StoreError>> {
  const row = await store.row('records', person);
  if (row?.kind !== 'person') return err({ code: 'missing', id: person });
  const absorbed = await store.mergedInto(person);
  // Safe: the row is of this kind, and only people are merged into people.
  const images = [row, ...absorbed.map(({ gone }) => gone)].map(({ fields }) => fields as PersonFields);
  const phones = images.flatMap((fields) => Object.values(fields.phones ?? {}));
  const shared = await store.rowsByKeys(phones.map(({ value }) => `phone:${value}`));
  const companies = new Set(shared.filter((one) => one.kind === 'company').flatMap((one) => one.keys));
  const own = phones.filter(({ value }) => !companies.has(`phone:${value}`)).flatMap(({ value, raw }) => [value, raw]);
  const mailboxes = images.flatMap(({ emails }) => valuesOf(emails)).filter((email) => !isGenericMailbox(email));
  return store.erase({
    id,
    actor: 'user',
    wall: clock.now(),
    person,
    absorbed: absorbed.map((patch) => patch.id),
    anywhere: [...new Set([...mailboxes, ...own])].filter((text) => text.length > 4),
    nearby: [...new Set(images.flatMap(({ name }) => [name.value, name.raw]))],
  });
}
