import type { BatchId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import { decideCards, type Decisions, type ImportChoices } from '@/src/domain/exchange/decide-cards';
import { importChanges } from '@/src/domain/exchange/import-changes';
import { isNameAsWritten } from '@/src/domain/exchange/known-parties';
import { CardMatcher, cardsInOrder, keysOfCards, type MatchedCard } from '@/src/domain/exchange/match-cards';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { distinctionKey, type DistinctionRow } from '@/src/domain/parties/distinction.kind';
import { isPartyRow, type PartyRow } from '@/src/domain/parties/party-row';
import { actingName } from './acting';
import { STEP, type Pace } from './pace';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock, IdSource } from './ports/world';
import { withoutSuppressed } from './without-suppressed';

/** A file of contacts held against the records as they were at one moment. What the user chooses is decided on top of it. */
export interface ContactPlan {
  readonly file: string;
  readonly read: ReadContacts;
  readonly cards: readonly MatchedCard[];
  /** Names of the companies that a decision may speak of, by record id and by what a card makes. */
  readonly names: ReadonlyMap<string, string>;
  /** The newest batch of the store at that moment. */
  readonly basis: BatchId | undefined;
}

export interface ImportPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** `plan-changed`: records changed since the plan, so that it would come to something else. Nothing was written. */
export type ImportError = StoreError | { readonly code: 'cancelled' | 'plan-changed' | 'nothing-to-import' };

/** The choices of the user, and what else goes into the batch: all its changes, those given among them. */
export interface ChoicesToImport extends ImportChoices {
  readonly extended?: (decisions: Decisions, changes: readonly Change[]) => readonly Change[];
}

/** From here on all records are read at once, which is quicker than looking each key up. */
const MANY_KEYS = 2000;

/** What a file would come to. Reads, never writes. Who asked not to be filed again is among the faults, not the cards. */
export async function planContacts(
  store: Store,
  { file, read: given }: { readonly file: string; readonly read: ReadContacts },
  pace: Pace,
): Promise<Result<ContactPlan, { readonly code: 'cancelled' }>> {
  const basis = await newestBatch(store);
  const allowed = await withoutSuppressed(store, given, pace);
  if (!allowed.ok) return allowed;
  const read = allowed.value;
  const rows = await rowsFor(store, read);
  const matcher = new CardMatcher(rows, read.cards, await distinctionsIn(store));
  const cards: MatchedCard[] = [];
  for (const card of cardsInOrder(read.cards)) {
    if (cards.length % STEP === 0 && !(await pace(cards.length, read.cards.length))) return err({ code: 'cancelled' });
    cards.push(matcher.match(card));
  }
  return ok({ file, read, cards, names: namesIn(rows, cards), basis });
}

/**
 * Files exactly what `decideCards` says of the plan under the same choices, as one batch. When the store has changed since,
 * the file is held against it anew, and written only if that comes to the same.
 */
export async function importContacts(
  { store, clock, ids }: ImportPorts,
  batchId: BatchId,
  plan: ContactPlan,
  { extended, ...choices }: ChoicesToImport,
): Promise<Result<Receipt, ImportError>> {
  const decisions = decideCards(plan.cards, choices);
  const { writes } = decisions;
  if (writes.length === 0 && !extended) return err({ code: 'nothing-to-import' });
  if ((await newestBatch(store)) !== plan.basis) {
    const now = await planContacts(store, plan, async () => true);
    if (!now.ok) return now;
    if (gist(decideCards(now.value.cards, choices)) !== gist(decideCards(plan.cards, choices)))
      return err({ code: 'plan-changed' });
  }
  const source = { file: plan.file, format: plan.read.format, at: new Date(clock.now()).toISOString() };
  const imported = importChanges(writes, source, () => ids.next());
  const changes = extended?.(decisions, imported) ?? imported;
  if (changes.length === 0) return err({ code: 'nothing-to-import' });
  return store.commit({
    id: batchId,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'import',
    note: { file: plan.file },
    changes,
  });
}

async function newestBatch(store: Store): Promise<BatchId | undefined> {
  return (await store.batches(1))[0]?.header.batchId;
}

/** The pairs that the user has told apart. */
async function distinctionsIn(store: Store): Promise<ReadonlySet<string>> {
  // Safe: rows of this kind hold its fields.
  const rows = (await store.rows('distinction')) as readonly DistinctionRow[];
  return new Set(rows.map(({ fields }) => distinctionKey(fields.one, fields.other)));
}

/** Every record that a card may be about, and the companies that people on file work for. */
async function rowsFor(store: Store, { cards }: ReadContacts): Promise<readonly PartyRow[]> {
  const keys = [...new Set(keysOfCards(cards))];
  if (keys.length > MANY_KEYS || keys.some(isNameAsWritten))
    return [...(await store.rows('company')), ...(await store.rows('person'))].filter(isPartyRow);
  const known = (await store.rowsByKeys(keys)).filter(isPartyRow);
  const ids = new Set<string>(known.map(({ id }) => id));
  const employers = known.flatMap(({ fields }) =>
    'company' in fields && fields.company ? [fields.company.value] : [],
  );
  const missing = [...new Set(employers)].filter((id) => !ids.has(id));
  return [...known, ...(await store.rowsById(missing)).filter(isPartyRow)];
}

function namesIn(rows: readonly PartyRow[], cards: readonly MatchedCard[]): ReadonlyMap<string, string> {
  return new Map([
    ...rows.filter(({ kind }) => kind === 'company').map(({ id, fields }) => [id, fields.name.value] as const),
    ...cards.map(({ makes, card }) => [makes, card.name] as const),
  ]);
}

/** All that a decision comes to, as text. */
function gist({ cards }: Decisions): string {
  return JSON.stringify(
    cards.map(({ outcome, into, adds, conflicts, matched }) => [matched.makes, outcome, into, adds, conflicts]),
  );
}
