import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { contactCard } from '@/src/domain/exchange/contact-card';
import { writeVcards } from '@/src/domain/exchange/write-vcard';
import { company as companyKind } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { linkTo } from '@/src/domain/records/link-key';
import { plainFields, titleOf } from '@/src/domain/records/values';
import type { Row } from '@/src/domain/records/record';
import type { HistoryEntry, Store, StoreError } from './ports/store';
import type { Clock, Host } from './ports/world';

interface PersonDataPorts {
  readonly store: Store;
  readonly host: Host;
  readonly clock: Clock;
}

/** Everything that is held about one person: their record, what was merged into it, what points to it, what happened. */
export interface PersonData {
  readonly record: Row;
  readonly company: string | undefined;
  readonly merged: readonly unknown[];
  readonly about: readonly Row[];
  readonly history: readonly HistoryEntry[];
}

/** Gathers it. Errors: `missing`, when there is no such person. */
export async function personData(
  { store }: Pick<PersonDataPorts, 'store'>,
  id: RecordId,
): Promise<Result<PersonData, StoreError>> {
  const record = await store.row('records', id);
  if (record?.kind !== 'person') return err({ code: 'missing', id });
  const employer = plainFields(person.fields, record.fields)['company'];
  const [company] = typeof employer === 'string' ? await store.rowsById([employer as RecordId]) : [];
  return ok({
    record,
    company: company && titleOf(companyKind, company),
    merged: await store.mergedInto(id),
    about: await store.rowsByKeys([linkTo(id)]),
    history: await store.history(id),
  });
}

/** Hands the user two files for the person: all of it as JSON, and their card for an address book. */
export async function exportPersonData(ports: PersonDataPorts, id: RecordId): Promise<Result<number, StoreError>> {
  const data = await personData(ports, id);
  if (!data.ok) return data;
  const { host, clock } = ports;
  const at = new Date(clock.now()).toISOString();
  const name = `${titleOf(person, data.value.record).replace(/[^\p{L}\p{N}]+/gu, '-') || 'person'}-${at.slice(0, 10)}`;
  const json = JSON.stringify({ writtenAt: at, ...data.value }, null, 2);
  const card = writeVcards([contactCard(data.value.record, data.value.company)], '4.0', at);
  host.saveFile(`${name}.json`, new Blob([json], { type: 'application/json' }));
  host.saveFile(`${name}.vcf`, new Blob([card], { type: 'text/vcard' }));
  return ok(2);
}
