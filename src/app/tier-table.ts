import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { STARTER_TIERS } from '@/src/domain/accounts/starter-tiers';
import { areNeighbours, type BandPolicy } from '@/src/domain/accounts/tier-inversions';
import { tier } from '@/src/domain/accounts/tier.kind';
import type { Change } from '@/src/domain/records/change';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import { tierRows } from './assign-tiers';
import type { Receipt } from './ports/store';
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
  const currency = currencyOfRegion(home) ?? SOURCE_CURRENCY;
  const made = STARTER_TIERS.map(({ name, bound, ...rest }) => ({
    name: word(`starter.${name}`),
    lowerBound: { amount: bound, currency },
    ...rest,
  }));
  if (made.some((fields) => !mayDo('make', tier, { fields }, actor))) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: word('starter.title') },
    changes: made.map((fields): Change => ({ make: ids.next() as RecordId, kind: tier.name, fields })),
  });
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
