import { at } from '@/src/kernel/assert';
import type { EntitySums } from './aggregate-source';
import { rank, type Ranking } from './ranking';

/** `net`: all rows, refunds taken off. `gross`: rows above zero only, and only entities with one. */
export type Basis = 'net' | 'gross';

export function rankBy({ keys, labels, net, gross, positiveRows }: EntitySums, basis: Basis): Ranking {
  const units = basis === 'net' ? net : gross;
  const all = keys.map((key, i) => ({
    key,
    label: at(labels, i),
    units: at(units, i),
    positive: at(positiveRows, i) > 0,
  }));
  return rank(basis === 'net' ? all : all.filter(({ positive }) => positive));
}

export function sumOf(units: readonly bigint[]): bigint {
  return units.reduce((sum, one) => sum + one, 0n);
}

/** By key what each entity came to. */
export function unitsByKey(sums: EntitySums, basis: Basis): Map<string, bigint> {
  const units = basis === 'net' ? sums.net : sums.gross;
  return new Map(sums.keys.map((key, i) => [key, at(units, i)]));
}

/** No entity at all: of days that are not there, or a measure that the file does not have. */
export const NO_SUMS: EntitySums = { keys: [], labels: [], net: [], gross: [], rows: [], positiveRows: [], scale: 0 };
