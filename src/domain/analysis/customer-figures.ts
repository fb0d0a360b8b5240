import { at } from '@/src/kernel/assert';
import type { Day } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import type { AggregateSource, CustomerDays, EntitySums, Span } from './aggregate-source';
import { thresholdAt } from './churn-threshold';
import { cyclesOf, type Cycle } from './cycles';
import { gapsOf } from './gaps';
import { rankBy, unitsByKey } from './ranked-entities';
import type { Ranking } from './ranking';
import { standingsOf, type Standing } from './slipping';
import { slippingNow } from './slipping-now';
import { slipsAt, type Slip, type SlippingReason } from './slipping-reasons';

/** What a dataset says of one customer. Amounts are decimal strings, net of refunds where nothing else is said. */
export interface CustomerFigures {
  readonly key: string;
  readonly label: string;
  /** The twelve months up to the last day of the data, which is what "now" is. */
  readonly year: Cycle;
  /** What the customer came to in these twelve months. */
  readonly value: string;
  /** Among the customers above zero in them, ties by key; null for one that is not. */
  readonly rank: number | null;
  readonly ranked: number;
  /** Of what those come to together; null with `rank`. */
  readonly share: number | null;
  /** Null for a customer who never had a row above zero. */
  readonly rhythm: CustomerRhythm | null;
}

/** How a customer orders, by the rules of the analysis `slipping-now` with its own settings. */
export interface CustomerRhythm {
  readonly lastOrder: Day;
  readonly orderDays: number;
  /** Median days between order days. `isOwn` false: that of all customers, as this one has fewer than three gaps. */
  readonly usualGap: number;
  readonly isOwnGap: boolean;
  readonly silentDays: number;
  readonly standing: Standing;
  /** Null where it is active. */
  readonly why: SlippingReason | null;
  /** Rows above zero of the last 90 days, and of the 90 before; null where it is active. */
  readonly recent: { readonly value: string; readonly orderDays: number } | null;
  readonly before: { readonly value: string; readonly orderDays: number } | null;
}

/**
 * The figures of customers: each the very figure that `pareto` (of a year, net) and `slipping-now` give of the same data. Made once
 * for a source: what is common to all customers is worked out with the first question.
 */
export class CustomerLedger {
  private readonly source: AggregateSource;
  private common: Promise<Common> | undefined;

  constructor(source: AggregateSource) {
    this.source = source;
  }

  /** Undefined for a key that the source does not have. */
  async figuresOf(key: string): Promise<CustomerFigures | undefined> {
    this.common ??= commonOf(this.source);
    return figuresIn(await this.common, key);
  }

  /** The customers who are slipping, in the order of the source; those who are lost are not among them. */
  async slipping(): Promise<readonly CustomerFigures[]> {
    this.common ??= commonOf(this.source);
    const common = await this.common;
    return common.all.keys.flatMap((key) =>
      common.rhythmOf(key)?.standing === 'slipping' ? (figuresIn(common, key) ?? []) : [],
    );
  }
}

interface Common {
  readonly all: EntitySums;
  /** Key → its place in `all`. */
  readonly places: ReadonlyMap<string, number>;
  /** Key → its place in the ranking, from 0. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Undefined where there is no row. */
  readonly year: Cycle | undefined;
  readonly ranking: Ranking;
  readonly units: ReadonlyMap<string, bigint>;
  readonly rhythmOf: (key: string) => CustomerRhythm | undefined;
}

function figuresIn(
  { all, year, places, ranking, ranks, units, rhythmOf }: Common,
  key: string,
): CustomerFigures | undefined {
  const place = places.get(key);
  if (place === undefined || !year) return undefined;
  const rank = ranks.get(key);
  const own = units.get(key) ?? 0n;
  return {
    key,
    label: at(all.labels, place),
    year,
    value: formatDecimal({ units: own, scale: all.scale }),
    rank: rank === undefined ? null : rank + 1,
    ranked: ranking.ranked.length,
    share: rank === undefined ? null : share(own, ranking.base),
    rhythm: rhythmOf(key) ?? null,
  };
}

async function commonOf(source: AggregateSource): Promise<Common> {
  const { span: end } = source;
  const year = end && cyclesOf(end, 'year').current;
  const all = await source.entitySums({ entity: 'customer' });
  const sums = year ? await source.entitySums({ entity: 'customer', span: year }) : all;
  const days = await source.customerDays();
  const ranking = rankBy(sums, 'net');
  return {
    all,
    places: new Map(all.keys.map((key, place) => [key, place])),
    ranks: new Map(ranking.ranked.map(({ key }, rank) => [key, rank])),
    year,
    ranking,
    units: unitsByKey(sums, 'net'),
    rhythmOf: end ? rhythmsOf(days, end) : () => undefined,
  };
}

function rhythmsOf(days: CustomerDays, { first, last: end }: Span): Common['rhythmOf'] {
  const gaps = gapsOf(days);
  const { threshold: choice, fall } = slippingNow.parameters;
  const threshold = thresholdAt(choice.default, gaps, { days, end }).days;
  const slips = slipsAt(days, { gaps, threshold, fall: fall.default }, { first, end });
  const slipping = new Map(slips.map((slip) => [slip.summary.key, slip]));
  const standings = standingsOf(days, gaps, threshold, end);
  const places = new Map(standings.map(({ summary }, customer) => [summary.key, customer]));
  const part = ({ orderDays, units }: Slip['recent']) => ({
    value: formatDecimal({ units, scale: days.scale }),
    orderDays,
  });
  return (key) => {
    const customer = places.get(key);
    if (customer === undefined) return undefined;
    const { summary, usualGap, silentDays } = at(standings, customer);
    const slip = slipping.get(key);
    return {
      lastOrder: summary.last,
      orderDays: summary.orderDays,
      usualGap,
      isOwnGap: gaps.ownMedian[customer] !== null,
      silentDays,
      standing: slip?.standing ?? 'active',
      why: slip?.why ?? null,
      recent: slip ? part(slip.recent) : null,
      before: slip ? part(slip.before) : null,
    };
  };
}
