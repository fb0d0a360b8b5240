import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal, share } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { AggregateSource, Dimension, Entity, Span } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { partialChurnChart } from './charts/partial-churn-chart';
import { byLoss, lossesOf, total, type Loss } from './losses';
import { fractionOf, type Fraction } from './ranking';
import { table, type Outcome, type ResultTable, type Value } from './result';
import { wilson } from './statistics';
import { reachesBack, wholeMonths } from './whole-months';

/**
 * Business that left while the customer may have stayed (部分流失): each customer's net sum per line in a base of whole months
 * against the same length after it.
 *
 * @source loss = max(0, base − current), churned from a drop of `dropThreshold` on; amount churn = Σ loss of those ÷ Σ base.
 */
export const partialChurn = defineAnalysis({
  name: 'partial-churn',
  version: 1,
  needs: ['entitySums'],
  parameters: {
    line: { type: 'entity', default: '' },
    months: { type: 'choice', default: '6', options: ['3', '6', '12'] },
    dropThreshold: { type: 'number', default: 0.5, min: 0.05, max: 1, step: 0.05 },
  },
  factTypes: {
    testable: 'flag',
    line: 'text',
    baseFirst: 'day',
    baseLast: 'day',
    currentFirst: 'day',
    currentLast: 'day',
    dropThreshold: 'share',
    base: 'money',
    pairs: 'count',
    churnedPairs: 'count',
    countChurn: 'share',
    churnLow: 'share',
    churnHigh: 'share',
    lostAmount: 'money',
    amountChurn: 'share',
    wholeLoss: 'money',
    partialLoss: 'money',
    customers: 'count',
    customersGone: 'count',
    customersPartly: 'count',
  },
  run: async (source, { line, months, dropThreshold }) => {
    const dimension = lineOf(source, line);
    const { span } = source;
    const stretch = span && wholeMonths(span, Number(months));
    const known = span && stretch && reachesBack(span, stretch.before);
    if (!known) return { facts: { testable: false, line: dimension ?? '' }, tables: tablesOf([], 2) };
    return outcomeOf(source, { base: stretch.before, current: stretch.current, dimension, dropThreshold });
  },
  charts: (outcome, words) => ({ partialChurn: partialChurnChart(outcome, words) }),
});

/** '' is the product line, else the product, else nothing: customers as wholes. So is the customer itself. */
function lineOf({ entities }: AggregateSource, asked: Entity | ''): Dimension | undefined {
  if (asked === 'customer') return undefined;
  if (asked !== '') return asked;
  return (['productLine', 'product'] as const).find((line) => entities.includes(line));
}

interface Question {
  readonly base: Span;
  readonly current: Span;
  readonly dimension: Dimension | undefined;
  readonly dropThreshold: number;
}

async function outcomeOf(source: AggregateSource, question: Question): Promise<Outcome> {
  const { base, current, dimension, dropThreshold } = question;
  const { all, scale } = await lossesOf(source, question, dimension);
  const fraction = fractionOf(dropThreshold);
  const judged = all.map((loss): Judged => ({ ...loss, kind: kindOf(loss, fraction) }));
  const churned = judged.filter(({ kind }) => kind !== 'kept');
  const money = (units: bigint): string => formatDecimal({ units, scale });
  const [low, high] = wilson(churned.length, judged.length);
  return {
    facts: {
      testable: judged.length > 0,
      line: dimension ?? '',
      baseFirst: formatDay(base.first),
      baseLast: formatDay(base.last),
      currentFirst: formatDay(current.first),
      currentLast: formatDay(current.last),
      dropThreshold,
      base: money(total(judged, 'base')),
      pairs: judged.length,
      churnedPairs: churned.length,
      countChurn: judged.length === 0 ? null : churned.length / judged.length,
      churnLow: low,
      churnHigh: high,
      lostAmount: money(total(churned, 'loss')),
      amountChurn: share(total(churned, 'loss'), total(judged, 'base')),
      wholeLoss: money(total(ofKind(churned, 'whole'), 'loss')),
      partialLoss: money(total(ofKind(churned, 'partial'), 'loss')),
      ...customerFacts(judged),
    },
    tables: tablesOf(judged, scale),
  };
}

/** `whole`: nothing is left. `partial`: the drop reaches the threshold. */
type Kind = 'whole' | 'partial' | 'kept';

interface Judged extends Loss {
  readonly kind: Kind;
}

function kindOf({ base, current, loss }: Loss, { numerator, denominator }: Fraction): Kind {
  if (current === 0n) return 'whole';
  return loss * denominator >= numerator * base ? 'partial' : 'kept';
}

function ofKind(judged: readonly Judged[], kind: Kind): Judged[] {
  return judged.filter((one) => one.kind === kind);
}

/** Gone: bought nothing any more. Partly: lost a line, wholly or in part, and still buys. */
function customerFacts(judged: readonly Judged[]): Outcome['facts'] {
  const own = new Map<string, { buys: boolean; lost: boolean }>();
  for (const { key, current, kind } of judged) {
    const { buys, lost } = own.get(key) ?? { buys: false, lost: false };
    own.set(key, { buys: buys || current > 0n, lost: lost || kind !== 'kept' });
  }
  const customers = [...own.values()];
  return {
    customers: customers.length,
    customersGone: customers.filter(({ buys }) => !buys).length,
    customersPartly: customers.filter(({ buys, lost }) => buys && lost).length,
  };
}

function tablesOf(judged: readonly Judged[], scale: number): Outcome['tables'] {
  const money = (units: bigint): string => formatDecimal({ units, scale });
  return { lines: lineTable(judged, money), losses: lossTable(judged, money) };
}

function lineTable(judged: readonly Judged[], money: (units: bigint) => string): ResultTable {
  const lines = [...new Set(judged.map(({ line }) => line))].sort(compareCodePoints);
  const rows = lines.map((line): Value[] => {
    const own = judged.filter((one) => one.line === line);
    const churned = own.filter(({ kind }) => kind !== 'kept');
    return [
      line,
      own.length,
      churned.length,
      churned.length / own.length,
      ...wilson(churned.length, own.length),
      money(total(own, 'base')),
      money(total(own, 'current')),
      money(total(churned, 'loss')),
      share(total(churned, 'loss'), total(own, 'base')),
      money(total(ofKind(own, 'whole'), 'loss')),
      money(total(ofKind(own, 'partial'), 'loss')),
    ];
  });
  return table(
    {
      line: 'text',
      size: 'count',
      churned: 'count',
      churnRate: 'share',
      low: 'share',
      high: 'share',
      baseAmount: 'money',
      currentAmount: 'money',
      lostAmount: 'money',
      amountChurn: 'share',
      wholeLoss: 'money',
      partialLoss: 'money',
    },
    rows,
  );
}

function lossTable(judged: readonly Judged[], money: (units: bigint) => string): ResultTable {
  const kinds = new Map(judged.map((one) => [`${one.key}\n${one.line}`, one.kind]));
  const rows = byLoss(judged.filter(({ kind }) => kind !== 'kept')).map((one): Value[] => [
    one.key,
    one.label,
    one.line,
    money(one.base),
    money(one.current),
    money(one.loss),
    share(one.loss, one.base),
    kinds.get(`${one.key}\n${one.line}`) ?? null,
  ]);
  return table(
    {
      key: 'text',
      label: 'text',
      line: 'text',
      baseAmount: 'money',
      currentAmount: 'money',
      lostAmount: 'money',
      drop: 'share',
      lossKind: 'text',
    },
    rows,
  );
}
