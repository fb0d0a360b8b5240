import type { AggregateSource, Entity, EntityOrders, EntitySums, Span } from './aggregate-source';
import { cyclesOf, type CycleKind, type Cycles } from './cycles';
import { NO_SUMS } from './ranked-entities';

/** What can be ranked by. */
export type Valued = 'amount' | 'profit';

/** What a Pareto analysis asks a source for: the days of the cycle, and those of the one before where the data cover it. */
export interface CycleFigures {
  readonly cycles: Cycles;
  /** Of the measure that is ranked by; no entity at all where the file does not have it. */
  readonly sums: EntitySums;
  readonly sumsBefore: EntitySums | undefined;
  readonly amounts: EntitySums;
  readonly amountsBefore: EntitySums | undefined;
  /** Undefined where the file has neither profits nor costs. */
  readonly profits: EntitySums | undefined;
  readonly profitsBefore: EntitySums | undefined;
  readonly orders: EntityOrders;
  /** Rows of the file outside the cycle. */
  readonly rowsOutside: number;
}

export async function figuresOfCycle(
  source: AggregateSource,
  data: Span,
  { entity, measure, cycle }: { readonly entity: Entity; readonly measure: Valued; readonly cycle: CycleKind },
): Promise<CycleFigures> {
  const cycles = cyclesOf(data, cycle);
  const { current, previous } = cycles;
  // The whole file is asked for without a span, so that sources answer from what they already have.
  const span = cycle === 'all' ? {} : { span: { first: current.first, last: current.last } };
  const before = previous && { span: { first: previous.first, last: previous.last } };
  const hasProfit = source.measures.includes('profit');
  const amounts = await source.entitySums({ entity, ...span });
  const amountsBefore = before && (await source.entitySums({ entity, ...before }));
  const profits = hasProfit ? await source.entitySums({ entity, measure: 'profit', ...span }) : undefined;
  const profitsBefore =
    hasProfit && before ? await source.entitySums({ entity, measure: 'profit', ...before }) : undefined;
  const all = cycle === 'all' ? amounts : await source.entitySums({ entity });
  return {
    cycles,
    sums: measure === 'amount' ? amounts : (profits ?? NO_SUMS),
    sumsBefore: measure === 'amount' ? amountsBefore : profitsBefore,
    amounts,
    amountsBefore,
    profits,
    profitsBefore,
    orders: await source.entityOrders({ entity, ...span }),
    rowsOutside: rowsOf(all) - rowsOf(amounts),
  };
}

export function rowsOf({ rows }: EntitySums): number {
  return rows.reduce((sum, own) => sum + own, 0);
}
