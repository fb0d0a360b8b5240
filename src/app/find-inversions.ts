import { err, ok, type Result } from '@/src/kernel/result';
import { boundOf, tierOf, tiersInOrder, type TierError } from '@/src/domain/accounts/tier-of';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import { toNumber } from '@/src/kernel/money';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { tierRows, type AccountPorts } from './assign-tiers';
import type { DatasetError } from './ports/datasets';
import { currencyOf, rowsIn, textIn } from './year-figures';

/** A customer who gets a better discount than the next tier up gets on the whole. Discounts are shares. */
export interface CustomerInversion {
  readonly customer: string;
  readonly label: string;
  /** Undefined below the lowest. */
  readonly tier: TierRow | undefined;
  readonly discount: number;
  readonly upper: TierRow | undefined;
  readonly upperDiscount: number;
}

/** As many bounds as the analysis takes, and one that nobody reaches. */
const BOUNDS = ['boundA', 'boundCrystal', 'boundTop'] as const;
const NAMES = ['A', 'crystal', 'top'];
const BEYOND = 10_000_000;

/**
 * The inversions of discounts in a sales file, by the analysis `inversion` under the bounds of the tiers in use; of more than
 * three tiers the three lowest count. Undefined where the file has no list prices. Errors: see `tierOf`.
 */
export async function findInversions(
  ports: AccountPorts,
  dataset: Row<DatasetFields>,
): Promise<Result<readonly CustomerInversion[] | undefined, DatasetError | TierError>> {
  const rows = await tierRows(ports);
  const fits = tierOf({ amount: { units: 0n, scale: 0 }, currency: currencyOf(dataset) }, rows);
  if (!fits.ok) return err(fits.error);
  const tiers = tiersInOrder(rows).toReversed().slice(0, BOUNDS.length);
  const bounds = BOUNDS.map((name, i) => {
    const tier = tiers[i];
    return [name, tier ? Math.min(toNumber(boundOf(tier)), BEYOND) : BEYOND] as const;
  });
  const run = await ports.datasets.analyse(dataset.id, 'inversion', Object.fromEntries(bounds));
  if (!run.ok) return run;
  const { facts, tables } = run.value.outcome;
  if (facts['testable'] !== true) return ok(undefined);
  const tierAt = (name: string): TierRow | undefined => tiers[NAMES.indexOf(name)];
  return ok(
    rowsIn(tables['inversions']).map((row) => ({
      customer: textIn(row, 'key'),
      label: textIn(row, 'label'),
      tier: tierAt(textIn(row, 'tier')),
      discount: Number(row.get('discount') ?? 0),
      upper: tierAt(textIn(row, 'upperTier')),
      upperDiscount: Number(row.get('upperDiscount') ?? 0),
    })),
  );
}
