import { at } from '@/src/kernel/assert';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { AggregateSource, CustomerDays } from './aggregate-source';
import { defineAnalysis } from './analysis';
import { warningChart } from './charts/warning-chart';
import { gapsOf } from './gaps';
import { table, type Outcome, type Value } from './result';
import { vitalFew, type Vital } from './vital-few';
import { fallingVolume, lostLines, slowerPayment, worseSettlement, type Findings, type Warning } from './warning-rules';
import { reachesBack, wholeMonths } from './whole-months';

const MONTHS = 3;

const RULES = ['volume', 'payment', 'settlement', 'line', 'gap'] as const;

type Rule = (typeof RULES)[number];

/**
 * Accounts that one of the warning signs points at, each sign by its own rule. A rule that the file lacks the columns or the
 * months for is said not to be testable; that is not the same as no warning.
 *
 * @source signs: domain §11.3 (volume, payment, settlement after §9.4); rules are ours, said under `early-warning.definition`.
 */
export const earlyWarning = defineAnalysis({
  name: 'early-warning',
  version: 1,
  needs: ['customerDays', 'entitySums'],
  parameters: {
    share: { type: 'number', default: 0.8, min: 0.01, max: 1, step: 0.05 },
    volumeFall: { type: 'number', default: 0.3, min: 0.05, max: 1, step: 0.05 },
    paymentLonger: { type: 'number', default: 10, min: 1, max: 365, step: 1 },
    volumeUp: { type: 'number', default: 0.2, min: 0.05, max: 5, step: 0.05 },
    settlementDown: { type: 'number', default: 0.2, min: 0.05, max: 1, step: 0.05 },
    linePart: { type: 'number', default: 0.2, min: 0.05, max: 1, step: 0.05 },
    gapFactor: { type: 'number', default: 1.5, min: 1.1, max: 10, step: 0.1 },
  },
  factTypes: {
    share: 'share',
    dataEnd: 'day',
    vitalFew: 'count',
    warned: 'count',
    warnings: 'count',
    testableRules: 'count',
    notTestable: 'count',
    comparedWithYearAgo: 'flag',
  },
  run: async (source, parameters) => {
    const sums = await source.entitySums({ entity: 'customer' });
    const vital = vitalFew(sums, parameters.share);
    const labels = new Map(sums.keys.map((key, i) => [key, sums.labels[i] ?? key]));
    const findings = await findingsOf(source, parameters);
    const money = (units: bigint): string => formatDecimal({ units, scale: sums.scale });
    const outcome = outcomeOf(findings, { vital, labels, money });
    const dataEnd = source.span ? formatDay(source.span.last) : null;
    const comparedWithYearAgo = reachesYear(source);
    return { ...outcome, facts: { share: parameters.share, dataEnd, comparedWithYearAgo, ...outcome.facts } };
  },
  charts: (outcome, words) => ({ warnings: warningChart(outcome, words) }),
});

type Limits = Readonly<
  Record<'volumeFall' | 'paymentLonger' | 'volumeUp' | 'settlementDown' | 'linePart' | 'gapFactor', number>
>;

function reachesYear({ span }: AggregateSource): boolean {
  return span !== undefined && reachesBack(span, wholeMonths(span, MONTHS).yearAgo);
}

async function findingsOf(source: AggregateSource, limits: Limits): Promise<Readonly<Record<Rule, Findings>>> {
  const { span } = source;
  const gap = span ? longerGap(await source.customerDays(), span.last, limits.gapFactor) : undefined;
  const stretch = span && wholeMonths(span, MONTHS);
  if (!stretch || !reachesBack(span, stretch.before))
    return { volume: undefined, payment: undefined, settlement: undefined, line: undefined, gap };
  const earlier = wholeMonths({ ...span, last: stretch.before.first - 1 }, MONTHS).current;
  const [up, down] = [limits.volumeUp, limits.settlementDown];
  return {
    volume: await fallingVolume(source, { ...stretch, reachesYear: reachesYear(source) }, limits.volumeFall),
    payment: await slowerPayment(source, stretch, limits.paymentLonger),
    settlement: reachesBack(span, earlier)
      ? await worseSettlement(source, { earlier, later: stretch.before }, { up, down })
      : undefined,
    line: await lostLines(source, stretch, limits.linePart),
    gap,
  };
}

/** Gap: silent for more than `factor` × the median of the customer's own gaps, of which there have to be three. */
function longerGap(days: CustomerDays, end: number, factor: number): Warning[] {
  const { ownMedian } = gapsOf(days);
  return days.summaries.flatMap(({ key, last }, customer): Warning[] => {
    const usual = at(ownMedian, customer);
    return usual !== null && end - last > factor * usual ? [{ key, was: usual, is: end - last, line: '' }] : [];
  });
}

interface Names {
  readonly vital: ReadonlyMap<string, Vital>;
  readonly labels: ReadonlyMap<string, string>;
  readonly money: (units: bigint) => string;
}

/** Accounts by rank, each with its rules in their order. */
function outcomeOf(findings: Readonly<Record<Rule, Findings>>, { vital, labels, money }: Names): Outcome {
  const fired = RULES.flatMap((rule) =>
    (findings[rule] ?? []).flatMap((warning) => {
      const place = vital.get(warning.key);
      return place ? [{ rule, ...warning, ...place }] : [];
    }),
  );
  const testable = RULES.filter((rule) => findings[rule] !== undefined);
  const rows = fired
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ rank, key, units, rule, was, is, line }): Value[] => [
      rank,
      key,
      labels.get(key) ?? key,
      money(units),
      rule,
      was,
      is,
      line,
    ]);
  return {
    facts: {
      vitalFew: vital.size,
      warned: new Set(fired.map(({ key }) => key)).size,
      warnings: fired.length,
      testableRules: testable.length,
      notTestable: RULES.length - testable.length,
    },
    tables: {
      warnings: table(
        {
          rank: 'count',
          key: 'text',
          label: 'text',
          value: 'money',
          rule: 'text',
          was: 'number',
          is: 'number',
          line: 'text',
        },
        rows,
      ),
      rules: table(
        { rule: 'text', testable: 'flag', count: 'count' },
        RULES.map((rule): Value[] => {
          const isTestable = findings[rule] !== undefined;
          return [rule, isTestable, isTestable ? fired.filter((one) => one.rule === rule).length : null];
        }),
      ),
    },
  };
}
