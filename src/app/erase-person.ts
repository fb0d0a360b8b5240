import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { isGenericMailbox } from '@/src/domain/identity/email-address';
import { valuesOf } from '@/src/domain/parties/contact-values';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

/**
 * Removes a person for good, from the records and from the journal behind them. Their own addresses and numbers go
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
  // Safe: the row is of this kind.
  const { name, emails, phones } = row.fields as PersonFields;
  const mailboxes = valuesOf(emails).filter((email) => !isGenericMailbox(email));
  const numbers = valuesOf(phones);
  const shared = await store.rowsByKeys(numbers.map((phone) => `phone:${phone}`));
  const companies = new Set(shared.filter((one) => one.kind === 'company').flatMap((one) => one.keys));
  const own = numbers.filter((phone) => !companies.has(`phone:${phone}`));
  const written = Object.values(phones ?? {})
    .filter(({ value }) => own.includes(value))
    .map(({ raw }) => raw);
  return store.erase({
    id,
    actor: 'user',
    wall: clock.now(),
    person,
    anywhere: [...new Set([...mailboxes, ...own, ...written])].filter((text) => text.length > 4),
    nearby: [...new Set([name.value, name.raw])],
  });
}
