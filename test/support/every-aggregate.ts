import type { AggregateSource, CohortCell } from '@/src/domain/analysis/aggregate-source';
import { compareCodePoints } from '@/src/kernel/text';
import { livesOf } from '@/test/contract/aggregate-source';

/** What a source says of a file of sales, without the order in which it says it: equal for equal sources. */
export async function everyAggregate(source: AggregateSource): Promise<unknown> {
  const { span } = source;
  const window = span && { first: span.first + 20, last: span.last - 20 };
  const within = window && window.first <= window.last ? { span: window } : {};
  return {
    span,
    entities: source.entities,
    measures: source.measures,
    customers: byKey(await source.entitySums({ entity: 'customer' })),
    notes: byKey(await source.entitySums({ entity: 'column:备注', ...within })),
    split: byKey(await source.entitySums({ entity: 'customer', within: 'region', measure: 'profit', ...within })),
    orders: byKey(await source.entityOrders({ entity: 'customer', ...within })),
    regionOrders: byKey(await source.entityOrders({ entity: 'region' })),
    months: (await source.cohortCells({ unit: 'month' })).cells.map((cell) => cell).sort(byPlace),
    weeks: (await source.cohortCells({ unit: 'week', by: 'column:备注', orders: true })).cells.toSorted(byPlace),
    lives: livesOf(await source.customerDays()),
    reasons: byKey(await source.customerValues({ dimension: 'reason', at: 'last' })),
    notesOf: byKey(await source.customerValues({ dimension: 'column:备注', at: 'last' })),
    firstNotes: byKey(await source.customerValues({ dimension: 'column:备注', at: 'first' })),
  };
}

/** Key (and what it is split by) → everything else that is said of it. */
function byKey(aggregate: object): Record<string, unknown> {
  const scale = 'scale' in aggregate ? Number(aggregate.scale) : 0;
  const atOneScale = (value: unknown): unknown =>
    typeof value === 'bigint' ? value * 10n ** BigInt(6 - scale) : value;
  const lists = Object.entries(aggregate).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const { keys = [], within = [] } = Object.fromEntries(lists);
  return Object.fromEntries(
    keys.map((key, i) => [
      JSON.stringify([key, within[i]]),
      lists.map(([name, values]) => [name, atOneScale(values[i])]),
    ]),
  );
}

function byPlace(a: CohortCell, b: CohortCell): number {
  return compareCodePoints(a.group, b.group) || a.cohort - b.cohort || a.period - b.period;
}
