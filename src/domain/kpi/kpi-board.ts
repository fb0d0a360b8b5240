import { civilDateOf, type Day } from '@/src/kernel/calendar';
import { firstDayOfPeriod, lastDayOfPeriod, periodOf } from '@/src/kernel/period';
import type { Money } from '../records/field';
import { isCustomerAtStart, wasDeveloped, wasLost, type Span } from './account-moves';
import type { AccountHistory, ComplaintFact, KpiFacts, KpiInputFact, KpiPeriod, KpiRef } from './kpi-facts';
import { counted, missing, oneSum, ratio, sumNumbers, whole, type KpiFigure, type KpiGap } from './kpi-figure';
import type { Measure } from './kpi-input.kind';
import { KPIS, type KpiId, type KpiSpec } from './kpis';

export interface KpiLine extends KpiFigure {
  readonly spec: KpiSpec;
}

/** Days after a solution within which the client is asked. @source domain.md §11.4 */
const FEEDBACK_DAYS = 7;

/** What one formula sees. */
interface Look extends Span {
  readonly facts: KpiFacts;
  readonly at: KpiPeriod;
  /** Typed figures of this indicator for exactly this period. */
  readonly inputs: readonly KpiInputFact[];
}

/**
 * The indicators of one period, in the order of {@link KPIS}. One that is not assessed by such periods, has nothing to divide by or
 * is not on file says which (`gap`) and has no value: never 0 and never infinite.
 */
export function kpiBoard(facts: KpiFacts, at: KpiPeriod): KpiLine[] {
  const span = { first: firstDayOfPeriod(at.unit, at.period), last: lastDayOfPeriod(at.unit, at.period) };
  return KPIS.map((spec) => {
    if (!spec.units.includes(at.unit)) return { spec, ...missing('other-period') };
    if (span.first > facts.today) return { spec, ...missing('not-begun') };
    const inputs = facts.inputs.filter(
      (one) => one.kpi === spec.id && one.unit === at.unit && periodOf(at.unit, one.day) === at.period,
    );
    return { spec, ...FORMULAS[spec.id]({ ...span, facts, at, inputs }) };
  });
}

const FORMULAS: Readonly<Record<KpiId, (look: Look) => KpiFigure>> = {
  'sales-plan': (look) => moneyRatio(look, ['actual', 'no-actual'], ['plan', 'no-plan']),
  'churn-count': (look) =>
    counted(
      refs(
        'company',
        keyAccounts(look).filter((one) => wasLost(one, look)),
      ),
    ),
  'development-plan': developmentPlan,
  'valid-complaints': ({ facts: { complaints }, first, last }) =>
    complaints
      ? counted(
          refs(
            'complaint',
            complaints.filter((one) => one.isValid && isIn(one.receivedOn, { first, last })),
          ),
        )
      : missing('no-complaints'),
  'timely-feedback': timelyFeedback,
  'revisit-rate': revisitRate,
  'service-cost': (look) => moneyRatio(look, ['spend', 'no-spend'], ['budget', 'no-budget']),
  'archive-completeness': archiveCompleteness,
  'service-standard': meanRating,
  satisfaction: meanRating,
  'timely-answers': timelyAnswers,
  'churn-rate': (look) =>
    perAccountAtStart(
      look,
      keyAccounts(look).filter((one) => wasLost(one, look)),
    ),
  'new-development-rate': (look) => perAccountAtStart(look, developed(look)),
};

function developmentPlan(look: Look): KpiFigure {
  const plans = withMeasure(look, 'plan').filter((one) => one.number !== undefined);
  const actual = developed(look);
  if (plans.length === 0) return missing('no-plan', refs('company', actual));
  const plan = sumNumbers(plans.map((one) => one.number ?? 0));
  return ratio(whole(actual.length), plan, [...refs('company', actual), ...refs('kpi-input', plans)]);
}

function moneyRatio(look: Look, part: readonly [Measure, KpiGap], all: readonly [Measure, KpiGap]): KpiFigure {
  const [parts, wholes] = [amountsOf(look, part[0]), amountsOf(look, all[0])];
  const behind = refs('kpi-input', [...parts, ...wholes]);
  if (wholes.length === 0) return missing(all[1], behind);
  if (parts.length === 0) return missing(part[1], behind);
  const [numerator, denominator] = [oneSum(parts.map(amount)), oneSum(wholes.map(amount))];
  if (!numerator || !denominator) return missing('several-currencies', behind);
  return ratio(numerator, denominator, behind);
}

/** What the archive held in earlier years is not known: only how it stands now. */
function archiveCompleteness({ facts: { archive, today }, last }: Look): KpiFigure {
  if (!archive) return missing('no-archive');
  return last < today ? missing('only-now') : ratio(whole(archive.done), whole(archive.wanted), [], 'no-archive');
}

/** Of complaints that were solved: the client was asked within a week. One whose week still runs is not judged yet. */
function timelyFeedback({ facts: { complaints, today }, ...span }: Look): KpiFigure {
  return judged(complaints, span, today, ({ solvedOn, checkedOn }) =>
    solvedOn === undefined ? undefined : { from: solvedOn, until: solvedOn + FEEDBACK_DAYS, done: checkedOn },
  );
}

/** Of complaints: solved within the days that were set. One whose days still run is not judged yet. */
function timelyAnswers(look: Look): KpiFigure {
  const { facts, first, last } = look;
  const standard = withMeasure(look, 'standard').find((one) => one.number !== undefined);
  if (standard?.number === undefined) return missing('no-standard');
  const days = Math.trunc(standard.number);
  return judged(facts.complaints, { first, last }, facts.today, ({ receivedOn, solvedOn }) => ({
    from: receivedOn,
    until: receivedOn + days,
    done: solvedOn,
  }));
}

interface Deadline {
  readonly from: Day;
  readonly until: Day;
  readonly done: Day | undefined;
}

/** The share done in time, of those whose time runs out within the span and is over, or that are done. */
function judged(
  complaints: readonly ComplaintFact[] | undefined,
  span: Span,
  today: Day,
  deadlineOf: (one: ComplaintFact) => Deadline | undefined,
): KpiFigure {
  if (!complaints) return missing('no-complaints');
  const due = complaints.filter((one) => {
    const deadline = deadlineOf(one);
    return deadline && isIn(deadline.until, span) && (deadline.done !== undefined || deadline.until < today);
  });
  const inTime = due.filter((one) => {
    const { until = 0, done } = deadlineOf(one) ?? {};
    return done !== undefined && done <= until;
  });
  return ratio(whole(inTime.length), whole(due.length), once(refs('complaint', [...inTime, ...due])), 'no-complaints');
}

/** Visits done ÷ visits that were planned for the period, those that were cancelled among them. */
function revisitRate({ facts: { visits }, ...span }: Look): KpiFigure {
  if (!visits) return missing('no-visits');
  const planned = visits.filter(({ day }) => isIn(day, span));
  const done = planned.filter(({ isDone }) => isDone);
  return ratio(whole(done.length), whole(planned.length), once(refs('visit', [...done, ...planned])), 'no-visits');
}

function meanRating(look: Look): KpiFigure {
  const ratings = withMeasure(look, 'rating').filter((one) => one.number !== undefined);
  const sum = sumNumbers(ratings.map((one) => one.number ?? 0));
  return ratio(sum, whole(ratings.length), refs('kpi-input', ratings), 'no-rating');
}

function perAccountAtStart(look: Look, moved: readonly AccountHistory[]): KpiFigure {
  const before = keyAccounts(look).filter((one) => isCustomerAtStart(one, look));
  const behind = once(refs('company', [...moved, ...before]));
  return ratio(whole(moved.length), whole(before.length), behind, 'no-accounts');
}

function developed(look: Look): AccountHistory[] {
  return look.facts.accounts.filter((one) => wasDeveloped(one, look));
}

/** Those on the frozen list of the year, or all where the year has none. */
function keyAccounts({ facts: { accounts, keyLists }, first }: Look): readonly AccountHistory[] {
  const list = keyLists.get(civilDateOf(first).year);
  return list ? accounts.filter(({ id }) => list.has(id)) : accounts;
}

function withMeasure({ inputs }: Look, measure: Measure): KpiInputFact[] {
  return inputs.filter((one) => one.measure === measure);
}

function amountsOf(look: Look, measure: Measure): (KpiInputFact & { readonly amount: Money })[] {
  return withMeasure(look, measure).flatMap((one) => (one.amount ? [{ ...one, amount: one.amount }] : []));
}

function amount(one: { readonly amount: Money }): Money {
  return one.amount;
}

function isIn(day: Day, { first, last }: Span): boolean {
  return day >= first && day <= last;
}

function refs(kind: string, records: readonly { readonly id: string }[]): KpiRef[] {
  return records.map(({ id }) => ({ kind, id }));
}

function once(all: readonly KpiRef[]): KpiRef[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}
