import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';

/** A fixture of test/fixtures/contacts as cells. */
export function contactRows(name: string): string[][] {
  return Papa.parse<string[]>(contactText(name)).data;
}

/** The same as it stands in the file, without its byte order mark. */
export function contactText(name: string): string {
  return readFileSync(new URL(`../fixtures/contacts/${name}.csv`, import.meta.url), 'utf8').replace('\uFEFF', '');
}

/** The cards without ids and places, people with the index of the card of their company. */
export function fieldsOf({ cards }: Pick<ReadContacts, 'cards'>): object[] {
  return cards.map(({ id: _id, place: _place, companyId, ...fields }) => ({
    ...fields,
    ...(companyId === undefined ? {} : { employer: cards.findIndex(({ id }) => id === companyId) }),
  }));
}
