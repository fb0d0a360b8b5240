import type { RecordId } from '@/src/kernel/ids';
import type { Change } from '@/src/domain/records/change';
import type { Evidenced } from '@/src/domain/records/evidence';
import type { IdSource } from '../ports/world';

/** The companies of the sample, with a contact each. Each is a customer of the sample file too, the `place`-th by size from 0. */
export const SAMPLE_PARTIES = [
  {
    name: '上海青禾岭泵业有限公司',
    place: 1,
    website: 'https://qinghe.example/',
    phone: '+862155550101',
    person: '王晓岚',
    title: '采购经理',
    email: 'wang.xl@qinghe.example',
  },
  {
    name: 'Northwick Instruments Ltd',
    place: 3,
    website: 'https://northwick.example/',
    phone: '+442079460101',
    person: 'Olivia Grant',
    title: 'Head of procurement',
    email: 'o.grant@northwick.example',
  },
  {
    name: 'Tarnhill Optics GmbH',
    place: 4,
    website: 'https://tarnhill.example/',
    phone: '+493023125101',
    person: 'Lukas Brandt',
    title: 'Einkaufsleiter',
    email: 'l.brandt@tarnhill.example',
  },
] as const;

/** What makes them. @param at ISO instant, of the evidence. */
export function sampleParties(ids: IdSource, at: string): Change[] {
  const value = <V extends string>(text: V): Evidenced<V> => ({
    value: text,
    raw: text,
    confidence: 1,
    sources: [{ kind: 'sample', url: '', snippet: text, at, extractor: 'sample' }],
    status: 'accepted',
  });
  return SAMPLE_PARTIES.flatMap(({ name, website, phone, person, title, email }): Change[] => {
    const company = ids.next() as RecordId;
    return [
      {
        make: company,
        kind: 'company',
        state: 'active',
        fields: { name: value(name), website: value(website), phones: { [ids.next()]: value(phone) } },
      },
      {
        make: ids.next() as RecordId,
        kind: 'person',
        fields: {
          name: value(person),
          title: value(title),
          company: value(company),
          emails: { [ids.next()]: value(email) },
        },
      },
    ];
  });
}
