import type { MatchedCard } from './match-cards';
import type { ReadContacts } from './read-contacts';

/**
 * Companies of which nothing is known but that a sales file names them: customers, in the order given. Blank names are left out,
 * equal ones count once. @param tag is put on each; none where it is blank.
 */
export function cardsOfNames(names: readonly string[], tag: string): ReadContacts {
  const distinct = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
  const tags = tag.trim() === '' ? [] : [tag.trim()];
  return {
    format: 'sheet',
    cards: distinct.map((name, i) => ({
      id: `name:${i + 1}`,
      kind: 'company',
      name,
      state: 'active',
      place: i + 1,
      tags,
      phones: [],
      emails: [],
      addresses: [],
      registrationIds: [],
      accounts: [],
      externalIds: [],
    })),
    faults: [],
    headings: [],
    lost: [],
  };
}

/**
 * Answers that put each card into the company on file that has its name, where exactly one has and nothing surer is known: by what
 * the card `makes`. To be said to the user before, since a name alone never settles it.
 */
export function namesakes(cards: readonly MatchedCard[]): ReadonlyMap<string, string> {
  return new Map(
    cards.flatMap(({ card, makes, about, candidates }) => {
      const same = candidates.filter(({ row }) => row.fields.name.value.trim() === card.name);
      const [only] = same;
      return !about && only && same.length === 1 ? [[makes, only.row.id] as const] : [];
    }),
  );
}
