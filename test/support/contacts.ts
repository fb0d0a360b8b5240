import { ok, type Result } from '@/src/kernel/result';
import type { ReadCard, ReadContacts } from '@/src/domain/exchange/read-contacts';

const EMPTY = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };

/** A card with the given values, and a person's company by the id of its card. */
export function card(more: Partial<ReadCard> & Pick<ReadCard, 'kind' | 'name' | 'place'>): ReadCard {
  return { ...EMPTY, id: String(more.place), ...more };
}

/** A row that names a person and a company, as readers of tables give it. */
export function personAt(
  place: number,
  person: Partial<ReadCard> & { readonly name: string },
  company?: Partial<ReadCard> & { readonly name: string },
): ReadCard[] {
  const employer = company && card({ kind: 'company', place, id: `c${place}`, ...company });
  const link = employer ? { company: employer.name, companyId: employer.id } : {};
  return [...(employer ? [employer] : []), card({ kind: 'person', place, ...link, ...person })];
}

/** Cards in the order readers give them: companies first. */
export function contacts(cards: readonly ReadCard[], more: Partial<ReadContacts> = {}): ReadContacts {
  const sorted = [...cards.filter(({ kind }) => kind === 'company'), ...cards.filter(({ kind }) => kind === 'person')];
  return { format: 'hubspot-contacts', cards: sorted, faults: [], headings: [], lost: [], ...more };
}

export const readOf = (read: ReadContacts): Result<ReadContacts, never> => ok(read);

/** As many people as asked for, about three to a company, as a program for customers exports them. */
export function hubspotLike(count: number): ReadContacts {
  const rows = Array.from({ length: count }, (_, i) => {
    const firm = Math.floor(i / 3);
    return personAt(
      i + 1,
      {
        name: `${GIVEN[i % GIVEN.length]} ${FAMILY[Math.floor(i / GIVEN.length) % FAMILY.length]}`,
        title: 'Buyer',
        externalIds: [`hubspot:${i + 1}`],
        emails: [{ value: `person.${i}@firm-${firm}.example`, label: 'work' }],
        phones: [{ value: `+1202555${String(i).padStart(4, '0').slice(-4)}`, label: 'work' }],
        owner: 'Olivia Grant',
      },
      { name: `${FIRM[firm % FIRM.length]} ${firm} Ltd` },
    );
  });
  return contacts(rows.flat());
}

const GIVEN = 'Hannah Lukas Marie Jonas Emily Pierre Anneke Robert Sofia Daniel Thomas'.split(' ');
const FAMILY = 'Ashby Keller Moreau Lindgren Baumann Whitfield Okafor Petersen Novak Rossi Haas Adam Boer'.split(' ');
const FIRM = 'Northwick Tarnhill Ashdale Oxbow Wintermoor Lindqvist Calderon Fairbank Hollins'.split(' ');
