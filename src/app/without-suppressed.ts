import { err, ok, type Result } from '@/src/kernel/result';
import { cardValues, valuesByField } from '@/src/domain/exchange/card-values';
import type { ContactFault, ReadCard, ReadContacts } from '@/src/domain/exchange/read-contacts';
import { suppressionCheck, type MetPerson } from './find-suppressed';
import { STEP, type Pace } from './pace';
import type { Store } from './ports/store';

/**
 * The file without the people who asked not to be filed again, and without the companies that only their rows name. Each of
 * these people is among the faults, which stay in the order of the file.
 */
export async function withoutSuppressed(
  store: Store,
  read: ReadContacts,
  pace: Pace,
): Promise<Result<ReadContacts, { readonly code: 'cancelled' }>> {
  const isSuppressed = await suppressionCheck(store);
  const companies = new Map(read.cards.filter(({ kind }) => kind === 'company').map((card) => [card.id, card]));
  const out = new Set<ReadCard>();
  for (const [i, card] of read.cards.entries()) {
    if (i % STEP === 0 && !(await pace(0, read.cards.length))) return err({ code: 'cancelled' });
    if (card.kind === 'person' && isSuppressed(metOn(card, companies.get(card.companyId ?? '')))) out.add(card);
  }
  if (out.size === 0) return ok(read);
  const employing = new Set(read.cards.flatMap((card) => (out.has(card) ? [] : (card.companyId ?? []))));
  const places = new Set([...out].map(({ place, companyId }) => `${place} ${companyId}`));
  const isLeft = (card: ReadCard): boolean =>
    !out.has(card) && (card.kind === 'person' || employing.has(card.id) || !places.has(`${card.place} ${card.id}`));
  const faults = [...read.faults, ...[...out].map(faultOf)].sort((a, b) => a.place - b.place);
  return ok({ ...read, cards: read.cards.filter(isLeft), faults });
}

function metOn(card: ReadCard, employer: ReadCard | undefined): MetPerson {
  return {
    id: card.id,
    values: valuesByField(cardValues(card)),
    companies: [card.company, employer?.name, employer?.legalName].filter((name) => name !== undefined),
  };
}

function faultOf({ place, name, company, emails, phones }: ReadCard): ContactFault {
  const values = [...emails, ...phones].map(({ value }) => value);
  return { place, reason: 'suppressed', row: [name, company ?? '', ...values] };
}
