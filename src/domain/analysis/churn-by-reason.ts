import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { AggregateSource, Dimension, Entity, Span } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { reasonChart } from './charts/reason-chart';
import { controlOf, type Control } from './controllable';
import { byLoss, lossesOf, total, type Loss } from './losses';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { wilson } from './statistics';
import { reachesBack, wholeMonths } from './whole-months';

/**
 * Confirmed churn (确认流失): only customers for whom somebody wrote a reason count as lost. What they lost against the base
 * period, by reason and by industry, weighted by amount and by head.
 *
 * @source loss = max(0, base − current); total churn degree = Σ loss of the confirmed ÷ Σ base of all.
 */
export const churnByReason = defineAnalysis({
  name: 'churn-by-reason',
  version: 1,
  needs: ['entitySums', 'customerValues'],
  parameters: {
    months: { type: 'choice', default: '6', options: ['3', '6', '12'] },
    against: { type: 'choice', default: 'before', options: ['before', 'yearAgo'] },
    named: { type: 'number', default: 3, min: 1, max: 20, step: 1 },
    reasonColumn: { type: 'entity', default: '' },
    industryColumn: { type: 'entity', default: '' },
  },
  factTypes: {
    testable: 'flag',
    whyNot: 'text',
    hasIndustry: 'flag',
    baseFirst: 'day',
    baseLast: 'day',
    currentFirst: 'day',
    currentLast: 'day',
    base: 'money',
    customers: 'count',
    confirmed: 'count',
    confirmedOutside: 'count',
    confirmedRate: 'share',
    churnLow: 'share',
    churnHigh: 'share',
    lostAmount: 'money',
    churnDegree: 'share',
    unconfirmedLoss: 'money',
    controllableShare: 'share',
    notControllableShare: 'share',
    notClassifiedShare: 'share',
  },
  run: async (source, { months, against, named, reasonColumn, industryColumn }) => {
    const { span } = source;
    const [reason, industry] = [
      columnFor(source, reasonColumn, 'reason'),
      columnFor(source, industryColumn, 'industry'),
    ];
    if (reason === undefined) return nothing('noReason');
    const stretch = span && wholeMonths(span, Number(months));
    const base = stretch?.[against];
    if (!span || !base || !reachesBack(span, base)) return nothing('tooShort');
    return outcomeOf(source, { base, current: stretch.current, reason, industry, named: Math.floor(named) });
  },
  charts: (outcome, words) => ({
    reasons: reasonChart(outcome.tables['reasons'], words),
    industries: reasonChart(outcome.tables['industries'], words),
  }),
});

/** The column that was chosen, else the one that is known as such, if there is one. */
function columnFor({ entities }: AggregateSource, chosen: Entity | '', role: Dimension): Dimension | undefined {
  if (chosen !== '' && chosen !== 'customer') return chosen;
  return entities.includes(role) ? role : undefined;
}

function nothing(whyNot: 'noReason' | 'tooShort'): Outcome {
  const money = (units: bigint): string => units.toString();
  return {
    facts: { testable: false, whyNot },
    tables: { reasons: groupTable([], 0, money), industries: groupTable([], 0, money), lost: lostTable([], money) },
  };
}

interface Question {
  readonly base: Span;
  readonly current: Span;
  readonly reason: Dimension;
  readonly industry: Dimension | undefined;
  readonly named: number;
}

interface Confirmed extends Loss {
  readonly reason: string;
  readonly industry: string;
  readonly control: Control;
}

async function outcomeOf(source: AggregateSource, question: Question): Promise<Outcome> {
  const { base, current, named } = question;
  const { all, scale } = await lossesOf(source, question);
  const reasons = await valuesOf(source, question.reason);
  const industries = question.industry === undefined ? undefined : await valuesOf(source, question.industry);
  const confirmed = all.flatMap((loss): Confirmed[] => {
    const reason = reasons.get(loss.key);
    return reason === undefined
      ? []
      : [{ ...loss, reason, industry: industries?.get(loss.key) ?? '', control: controlOf(reason) }];
  });
  const money = (units: bigint): string => formatDecimal({ units, scale });
  const [low, high] = wilson(confirmed.length, all.length);
  const reasonGroups = confirmed.map((one) => ({ ...one, value: one.reason }));
  const industryGroups = industries ? confirmed.map((one) => ({ ...one, value: one.industry })) : [];
  return {
    facts: {
      testable: all.length > 0,
      whyNot: all.length > 0 ? '' : 'tooShort',
      hasIndustry: industries !== undefined,
      baseFirst: formatDay(base.first),
      baseLast: formatDay(base.last),
      currentFirst: formatDay(current.first),
      currentLast: formatDay(current.last),
      base: money(total(all, 'base')),
      customers: all.length,
      confirmed: confirmed.length,
      confirmedOutside: reasons.size - confirmed.length,
      confirmedRate: all.length === 0 ? null : confirmed.length / all.length,
      churnLow: low,
      churnHigh: high,
      lostAmount: money(total(confirmed, 'loss')),
      churnDegree: share(total(confirmed, 'loss'), total(all, 'base')),
      unconfirmedLoss: money(total(all, 'loss') - total(confirmed, 'loss')),
      ...controlFacts(confirmed),
    },
    tables: {
      reasons: groupTable(reasonGroups, named, money),
      industries: groupTable(industryGroups, named, money),
      lost: lostTable(confirmed, money),
    },
  };
}

/** Customers with a value that is not blank. */
async function valuesOf(source: AggregateSource, dimension: Dimension): Promise<Map<string, string>> {
  const { keys, values } = await source.customerValues(dimension);
  return new Map(keys.flatMap((key, i) => (values[i] ? [[key, values[i]]] : [])));
}

function controlFacts(confirmed: readonly Confirmed[]): Outcome['facts'] {
  const lost = total(confirmed, 'loss');
  const of = (control: Control): number | null =>
    share(
      total(
        confirmed.filter((one) => one.control === control),
        'loss',
      ),
      lost,
    );
  return {
    controllableShare: of('controllable'),
    notControllableShare: of('notControllable'),
    notClassifiedShare: of('notClassified'),
  };
}

interface Grouped extends Confirmed {
  readonly value: string;
}

interface Group {
  readonly kind: 'named' | 'other' | 'unknown';
  readonly value: string | null;
  readonly own: readonly Grouped[];
}

/** The `named` values that lost most, then all others as one row, then those without a value. */
function groupsOf(confirmed: readonly Grouped[], named: number): Group[] {
  const values = [...new Set(confirmed.map(({ value }) => value))]
    .filter((value) => value !== '')
    .map((value) => ({ value, own: confirmed.filter((one) => one.value === value) }))
    .sort((a, b) => {
      const more = total(b.own, 'loss') - total(a.own, 'loss');
      return more === 0n ? compareCodePoints(a.value, b.value) : more > 0n ? 1 : -1;
    });
  const others = values.slice(named).flatMap(({ own }) => own);
  const unknown = confirmed.filter(({ value }) => value === '');
  return [
    ...values.slice(0, named).map((group): Group => ({ kind: 'named', ...group })),
    ...(others.length > 0 ? [{ kind: 'other', value: null, own: others } as const] : []),
    ...(unknown.length > 0 ? [{ kind: 'unknown', value: null, own: unknown } as const] : []),
  ];
}

function groupTable(confirmed: readonly Grouped[], named: number, money: (units: bigint) => string): ResultTable {
  const lost = total(confirmed, 'loss');
  const rows = groupsOf(confirmed, named).map(({ kind, value, own }): Value[] => {
    const controls = new Set(own.map(({ control }) => control));
    return [
      kind,
      value,
      own.length,
      own.length / confirmed.length,
      money(total(own, 'loss')),
      share(total(own, 'loss'), lost),
      controls.size === 1 ? ([...controls][0] ?? null) : 'mixed',
    ];
  });
  return table(
    {
      group: 'text',
      name: 'text',
      count: 'count',
      countShare: 'share',
      lostAmount: 'money',
      lostShare: 'share',
      control: 'text',
    },
    rows,
  );
}

function lostTable(confirmed: readonly Confirmed[], money: (units: bigint) => string): ResultTable {
  const own = new Map(confirmed.map((one) => [one.key, one]));
  const rows = byLoss(confirmed).map((loss): Value[] => [
    loss.key,
    loss.label,
    own.get(loss.key)?.reason ?? null,
    own.get(loss.key)?.industry ?? null,
    money(loss.base),
    money(loss.current),
    money(loss.loss),
    own.get(loss.key)?.control ?? null,
  ]);
  return table(
    {
      key: 'text',
      label: 'text',
      reason: 'text',
      industry: 'text',
      baseAmount: 'money',
      currentAmount: 'money',
      lostAmount: 'money',
      control: 'text',
    },
    rows,
  );
}
