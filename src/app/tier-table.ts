import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { STARTER_TIERS } from '@/src/domain/accounts/starter-tiers';
import { areNeighbours, type BandPolicy } from '@/src/domain/accounts/tier-inversions';
import { tier } from '@/src/domain/accounts/tier.kind';
import type { Change } from '@/src/domain/records/change';
import type { TableTier } from '@/src/domain/accounts/tier-of';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import { tierRows } from './assign-tiers';
import type { Receipt } from './ports/store';
import type { IdSource } from './ports/world';
import { currencyOfRegion } from './read-input';

/** The currency in which the sources write their bounds. */
const SOURCE_CURRENCY = 'CNY';

/**
 * Files the shipped tiers, in the user's own currency, as one batch: they are the user's from then on.
 * @param word the words of the area `tiers`. Errors besides the store's: `installed`, there are tiers already; `forbidden`.
 */
export async function installTiers(
  ports: RecordPorts,
  id: BatchId,
  word: (key: string) => string,
): Promise<Result<Receipt, RecordError | { readonly code: 'installed' }>> {
  const { store, clock, ids } = ports;
  const { actor, home } = await openDesk(ports);
  if ((await tierRows(ports)).length > 0) return err({ code: 'installed' });
  const starters = starterTable(ids, word, currencyOfRegion(home) ?? SOURCE_CURRENCY);
  if (starters.some((one) => !mayDo('make', tier, one, actor))) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: word('starter.title') },
    changes: starters.map(makesTier),
  });
}

/** The shipped tiers as they are about to be on file. */
function starterTable(ids: IdSource, word: (key: string) => string, currency: string): readonly TableTier[] {
  return STARTER_TIERS.map(({ name, bound, ...rest }) => ({
    // Safe: this is where the id is made.
    id: ids.next() as RecordId,
    state: tier.states[0],
    fields: { name: word(`starter.${name}`), lowerBound: { amount: bound, currency }, ...rest },
  }));
}

const makesTier = ({ id, fields }: TableTier): Change => ({ make: id, kind: tier.name, fields });

/** A tier table, and what has to be written for it. */
export interface TierTable {
  readonly tiers: readonly TableTier[];
  readonly changes: readonly Change[];
}

/**
 * The table on file, or where there is none the shipped one, in the currency of the figures that it is to judge or else the
 * user's own. `forbidden` where the user may not make it. @param word the words of the area `tiers`
 */
export async function tableOrStarters(
  ports: RecordPorts,
  currency: string | null,
  word: (key: string) => string,
): Promise<Result<TierTable, { readonly code: 'forbidden' }>> {
  const tiers = await tierRows(ports);
  if (tiers.length > 0) return ok({ tiers, changes: [] });
  const { actor, home } = await openDesk(ports);
  const starters = starterTable(ports.ids, word, currency ?? currencyOfRegion(home) ?? SOURCE_CURRENCY);
  if (starters.some((one) => !mayDo('make', tier, one, actor))) return err({ code: 'forbidden' });
  return ok({ tiers: starters, changes: starters.map(makesTier) });
}

/** Two neighbours that one team is to serve under one policy. */
export interface BandToJoin {
  readonly lower: RecordId;
  readonly upper: RecordId;
  readonly policy: BandPolicy;
}

/**
 * Gives two neighbouring tiers one team and one policy, as one batch. Errors besides the store's: `not-neighbours`; `required`
 * without a name of the team; `forbidden`.
 */
export async function joinBand(
  ports: RecordPorts,
  id: BatchId,
  { lower, upper, policy }: BandToJoin,
): Promise<Result<Receipt, RecordError | { readonly code: 'not-neighbours' }>> {
  const { store, clock } = ports;
  const { actor } = await openDesk(ports);
  const rows = await tierRows(ports);
  const team = policy.team.trim();
  if (team === '') return err({ code: 'required', id: lower, path: 'team' });
  if (!areNeighbours(rows, lower, upper)) return err({ code: 'not-neighbours' });
  const pair = rows.filter((row) => row.id === lower || row.id === upper);
  if (pair.some((row) => !mayDo('edit', tier, row, actor))) return err({ code: 'forbidden' });
  const { discount = null, visits = null, calls = null } = policy;
  const periods = { visitsPer: visits === null ? null : 'quarter', callsPer: calls === null ? null : 'month' };
  const values = { team, discount, visits, calls, ...periods };
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'edit',
    note: { title: team },
    changes: pair.map((row): Change => ({ set: row.id, kind: tier.name, values })),
  });
}
