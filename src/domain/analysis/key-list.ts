import { at } from '@/src/kernel/assert';
import { civilDateOf } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { AggregateSource, EntitySums } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { barsChart } from './charts/bars-chart';
import { calendarYear, lastWholeYear, type Cycle } from './cycles';
import { rankBy, sumOf } from './ranked-entities';
import { cutAt, fractionOf, type Ranked } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { CONTACT_STANDARDS, monthlySpend, rankOfTier, reachesMonthly, TIER_PARAMETERS, TIERS, tierOf } from './tiers';
import type { Tier, TierBounds } from './tiers';

/**
 * The key-account list of a calendar year (大客户名单), which is fixed once a year: customers by what they spent in it, each with
 * a tier by monthly spend and the contact it is due, held against the list of the year before.
 *
 * @source domain reference §1.4, stated on screen under `key-list.definition`.
 */
export const keyList = defineAnalysis({
  name: 'key-list',
  version: 1,
  needs: ['entitySums'],
  parameters: {
    year: { type: 'number', default: 0, min: 0, max: 30, step: 1 },
    admission: { type: 'choice', default: 'threshold', options: ['threshold', 'share'] },
    monthlyThreshold: { type: 'number', default: 3000, min: 0, max: 10_000_000, step: 100 },
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
    ...TIER_PARAMETERS,
  },
  factTypes: {
    year: 'text',
    admission: 'text',
    monthlyThreshold: 'number',
    share: 'share',
    yearCovered: 'flag',
    beforeCovered: 'flag',
    customers: 'count',
    members: 'count',
    value: 'money',
    membersBefore: 'count',
    joined: 'count',
    lost: 'count',
    upgraded: 'count',
    downgraded: 'count',
    stayed: 'count',
    rowsOutside: 'count',
  },
  run: (source, parameters) => outcomeOf(source, parameters),
  charts: ({ tables }, words) => ({
    tiers: barsChart(
      (tables['tiers']?.rows ?? []).map(([tier, , , count]) => ({
        name: words(`value.tier.${String(tier)}`),
        value: Number(count),
      })),
      { title: words('chart.customers'), format: ',d' },
    ),
  }),
});

interface Chosen extends TierBounds {
  readonly year: number;
  readonly admission: 'threshold' | 'share';
  readonly monthlyThreshold: number;
  readonly share: number;
}

interface Member extends Ranked {
  readonly tier: Tier;
}

interface List {
  readonly scale: number;
  readonly customers: number;
  readonly rows: number;
  readonly members: ReadonlyMap<string, Member>;
  /** Customers above zero by tier, on the list or not. */
  readonly tiers: ReadonlyMap<Tier, readonly Ranked[]>;
  /** Whoever had a row in the year, on the list or not. */
  readonly units: ReadonlyMap<string, bigint>;
}

async function outcomeOf(source: AggregateSource, chosen: Chosen): Promise<Outcome> {
  const { span } = source;
  if (!span) return { facts: { year: null, members: 0, customers: 0 }, tables: tablesOf(undefined, undefined, chosen) };
  const year = lastWholeYear(span.last) - chosen.year;
  const [cycle, cycleBefore] = [calendarYear(year, span), calendarYear(year - 1, span)];
  const now = listOf(await sumsOf(source, cycle), chosen);
  const before = cycleBefore.isCovered ? listOf(await sumsOf(source, cycleBefore), chosen) : undefined;
  const all = await source.entitySums({ entity: 'customer' });
  const count = (change: string): number | null =>
    before ? [...now.members.values()].filter((member) => changeOf(member, before) === change).length : null;
  const value = sumOf([...now.members.values()].map(({ units }) => units));
  return {
    facts: {
      year: String(civilDateOf(cycle.first).year),
      admission: chosen.admission,
      monthlyThreshold: chosen.monthlyThreshold,
      share: chosen.share,
      yearCovered: cycle.isCovered,
      beforeCovered: cycleBefore.isCovered,
      customers: now.customers,
      members: now.members.size,
      value: formatDecimal({ units: value, scale: now.scale }),
      membersBefore: before?.members.size ?? null,
      joined: count('joined'),
      lost: before ? lostOf(before, now).length : null,
      upgraded: count('upgraded'),
      downgraded: count('downgraded'),
      stayed: count('stayed'),
      rowsOutside: all.rows.reduce((sum, rows) => sum + rows, 0) - now.rows,
    },
    tables: tablesOf(now, before, chosen),
  };
}

function sumsOf(source: AggregateSource, { first, last }: Cycle): Promise<EntitySums> {
  return source.entitySums({ entity: 'customer', span: { first, last } });
}

function listOf(sums: EntitySums, chosen: Chosen): List {
  const { scale } = sums;
  const ranking = rankBy(sums, 'net');
  const threshold = fractionOf(chosen.monthlyThreshold);
  const admitted =
    chosen.admission === 'share'
      ? ranking.ranked.slice(0, cutAt(ranking, fractionOf(chosen.share)).k)
      : ranking.ranked.filter(({ units }) => reachesMonthly({ units, scale }, threshold));
  return {
    scale,
    customers: sums.keys.length,
    rows: sums.rows.reduce((sum, rows) => sum + rows, 0),
    members: new Map(admitted.map((one) => [one.key, { ...one, tier: tierOf({ units: one.units, scale }, chosen) }])),
    tiers: new Map(
      TIERS.map((tier) => [tier, ranking.ranked.filter(({ units }) => tierOf({ units, scale }, chosen) === tier)]),
    ),
    units: new Map(sums.keys.map((key, i) => [key, at(sums.net, i)])),
  };
}

/** Null where the year before is not covered. */
function changeOf({ key, tier }: Member, before: List | undefined): string | null {
  if (!before) return null;
  const was = before.members.get(key);
  if (!was) return 'joined';
  if (was.tier === tier) return 'stayed';
  return rankOfTier(tier) > rankOfTier(was.tier) ? 'upgraded' : 'downgraded';
}

function lostOf(before: List, now: List): Member[] {
  return [...before.members.values()].filter(({ key }) => !now.members.has(key));
}

const MEMBERS = {
  rank: 'count',
  key: 'text',
  label: 'text',
  value: 'money',
  monthly: 'money',
  tier: 'text',
  visitsPerQuarter: 'count',
  callsPerMonth: 'count',
  change: 'text',
  valueBefore: 'money',
  tierBefore: 'text',
} as const;

const LOST = { key: 'text', label: 'text', value: 'money', valueBefore: 'money', tierBefore: 'text' } as const;

function tablesOf(now: List | undefined, before: List | undefined, bounds: TierBounds): Record<string, ResultTable> {
  const scale = now?.scale ?? 0;
  const money = (units: bigint): string => formatDecimal({ units, scale });
  const members = [...(now?.members.values() ?? [])].map((member, i): Value[] => [
    i + 1,
    member.key,
    member.label,
    money(member.units),
    monthlySpend({ units: member.units, scale }),
    member.tier,
    ...standardOf(member.tier),
    changeOf(member, before),
    before ? money(before.units.get(member.key) ?? 0n) : null,
    before?.members.get(member.key)?.tier ?? null,
  ]);
  const lost = now && before ? lostOf(before, now) : [];
  return {
    members: table(MEMBERS, members),
    lostMembers: table(
      LOST,
      lost.map(({ key, label, units, tier }) => [key, label, money(now?.units.get(key) ?? 0n), money(units), tier]),
    ),
    tiers: tierTable(now, before, bounds),
  };
}

function standardOf(tier: Tier): Value[] {
  const { visitsPerQuarter, callsPerMonth } = CONTACT_STANDARDS[tier];
  return [visitsPerQuarter, callsPerMonth];
}

/** Of each tier its bounds a month, the lower one included, the customers in it, and how many of them are on the list. */
function tierTable(now: List | undefined, before: List | undefined, bounds: TierBounds): ResultTable {
  const lower = [null, bounds.boundA, bounds.boundCrystal, bounds.boundTop];
  const membersIn = (list: List, tier: Tier): number =>
    [...list.members.values()].filter((member) => member.tier === tier).length;
  return table(
    {
      tier: 'text',
      lower: 'number',
      upper: 'number',
      customers: 'count',
      sum: 'money',
      members: 'count',
      membersBefore: 'count',
      visitsPerQuarter: 'count',
      callsPerMonth: 'count',
    },
    TIERS.map((tier, i): Value[] => {
      const customers = now?.tiers.get(tier) ?? [];
      return [
        tier,
        lower[i] ?? null,
        lower[i + 1] ?? null,
        customers.length,
        formatDecimal({ units: sumOf(customers.map(({ units }) => units)), scale: now?.scale ?? 0 }),
        now ? membersIn(now, tier) : 0,
        before ? membersIn(before, tier) : null,
        ...standardOf(tier),
      ];
    }),
  );
}
