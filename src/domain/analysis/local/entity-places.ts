import { at } from '@/src/kernel/assert';
import { intAt } from '@/src/kernel/typed';
import type { EntityColumn } from './entity-column';
import { groupRows } from './grouped-rows';
import { numberPairs } from './numbered';

/** A place for each entity, or for each pair of an entity and what it is split by. */
export interface EntityPlaces {
  /** By row. */
  readonly codes: Int32Array;
  readonly size: number;
  readonly keyAt: (place: number) => string;
  readonly labelAt: (place: number) => string;
  readonly withinAt: ((place: number) => string) | undefined;
}

export function placesOf(entity: EntityColumn, within: EntityColumn | undefined): EntityPlaces {
  if (within) return pairPlaces(entity, within);
  const { codes, values, labels } = entity;
  return {
    codes,
    size: values.length,
    keyAt: (place) => at(values, place),
    labelAt: (place) => at(labels, place),
    withinAt: undefined,
  };
}

/** Only the pairs that some row has. */
function pairPlaces(entity: EntityColumn, within: EntityColumn): EntityPlaces {
  const { rows } = groupRows(entity.codes, entity.values.length, groupRows(within.codes, within.values.length).rows);
  const { codes, size } = numberPairs(entity.codes, within.codes, rows);
  const rowOf = new Int32Array(size);
  for (let row = codes.length - 1; row >= 0; row--) rowOf[intAt(codes, row)] = row;
  const codeAt = (column: EntityColumn, place: number): number => intAt(column.codes, intAt(rowOf, place));
  return {
    codes,
    size,
    keyAt: (place) => at(entity.values, codeAt(entity, place)),
    labelAt: (place) => at(entity.labels, codeAt(entity, place)),
    withinAt: (place) => at(within.values, codeAt(within, place)),
  };
}
