import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import { firstDayOfPeriod, lastDayOfPeriod, periodOf, type Period, type PeriodUnit } from '@/src/kernel/period';
import type { CompanyFields } from '../parties/company.kind';
import type { Row } from '../records/record';
import type { MissedReason, VisitFields } from './visit.kind';

/** A stretch of the calendar: `{ unit: 'quarter', number: periodOf('quarter', day) }`. */
export interface ReportPeriod {
  readonly unit: StandardUnit;
  readonly number: Period;
}
type StandardUnit = Exclude<PeriodUnit, 'week'>;

/** All that compliance is worked out from. Former customers and tiers out of use may be among them. */
export interface OnFile {
  readonly tiers: readonly StandardTier[];
  readonly companies: readonly Row<CompanyFields>[];
  readonly visits: readonly Row<VisitFields>[];
}

/** What a tier is due, as visits need to know it. */
export interface StandardTier {
  readonly id: RecordId;
  readonly state: string;
  readonly fields: {
    readonly name: string;
    readonly visits?: number;
    readonly visitsPer?: StandardUnit;
    readonly calls?: number;
    readonly callsPer?: StandardUnit;
  };
}

/** Standard and fact of one account and one kind of contact. */
export interface Measure {
  /** 0 where the tier has no standard. */
  readonly required: number;
  readonly done: number;
  readonly planned: number;
  /** Of what is required the part that is done, 1 at most; null where nothing is. */
  readonly share: number | null;
  /** How many should have been done before today and are not. */
  readonly overdue: number;
  /** When the next one is due; undefined when all are done. */
  readonly due: string | undefined;
  /** The days that were looked at. */
  readonly first: string;
  readonly last: string;
}

export type MissedReasons = Readonly<Partial<Record<MissedReason, number>>>;

export interface AccountCompliance {
  readonly company: RecordId;
  readonly name: string;
  readonly owner: string | undefined;
  readonly tier: RecordId;
  readonly visits: Measure;
  readonly calls: Measure;
  /** Of both. */
  readonly overdue: number;
  /** Why planned contacts of the period did not come about. */
  readonly reasons: MissedReasons;
}

/** `done` counts up to what is required of each account: one that is seen often makes up for none that is not. */
interface ComplianceSum {
  readonly required: number;
  readonly done: number;
  readonly share: number | null;
  readonly overdue: number;
}

export interface TierCompliance {
  readonly tier: RecordId;
  readonly name: string;
  readonly accounts: number;
  readonly visits: ComplianceSum;
  readonly calls: ComplianceSum;
  readonly reasons: MissedReasons;
}

export interface Compliance {
  /** Those whose tier has a standard: the most overdue first, then by the day that is due next, ties in the order given. */
  readonly accounts: readonly AccountCompliance[];
  /** In the order of the tiers given. */
  readonly tiers: readonly TierCompliance[];
}

const MONTHS: Readonly<Record<StandardUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const CALLS = new Set(['phone', 'online']);

/**
 * Visits and calls that the tiers ask for, held against those that were done (走访标准与实际). Visits are those on site, calls
 * those by phone or online; former customers and accounts without a tier are left out. A standard that counts by a longer
 * stretch than the period is looked at over its own: two visits a quarter are two in the quarter that a month lies in. The k-th
 * of n is due when k/n of the stretch are over, and overdue from the day after.
 *
 * @param today ISO day in the user's time zone. @source domain.md §8.4
 * @example two visits a quarter, one done: required 2, done 1, share 0.5
 */
export function visitCompliance({ tiers, companies, visits }: OnFile, period: ReportPeriod, today: string): Compliance {
  const used = new Map(
    tiers.filter(({ state }) => state === 'used').map((one) => [one.id, standardsOf(one, period, today)]),
  );
  const contacts = contactsByCompany(visits, [...used.values()]);
  const accounts = companies.flatMap((company): AccountCompliance[] => {
    const standards = company.fields.tier && used.get(company.fields.tier.value);
    if (!standards || company.state === 'former' || standards.isNone) return [];
    const own = contacts.get(company.id) ?? [];
    const [seen, called] = [measureOf(standards.visits, own), measureOf(standards.calls, own)];
    return [
      {
        company: company.id,
        name: company.fields.name.value,
        owner: company.fields.owner?.value,
        tier: standards.tier,
        visits: seen,
        calls: called,
        overdue: seen.overdue + called.overdue,
        reasons: reasonsOf(own, standards),
      },
    ];
  });
  return {
    accounts: byUrgency(accounts),
    tiers: tiers
      .filter(({ id }) => used.get(id)?.isNone === false)
      .map((one) =>
        sumOf(
          one,
          accounts.filter((account) => account.tier === one.id),
        ),
      ),
  };
}

/** A standard laid over its stretch: the same for all accounts of a tier, and worked out once. */
interface Standard {
  readonly required: number;
  readonly from: string;
  readonly to: string;
  /** When the first is due, the second … */
  readonly due: readonly string[];
  /** How many of them were due before today. */
  readonly expected: number;
  readonly isCall: boolean;
}

interface Standards {
  readonly tier: RecordId;
  readonly visits: Standard;
  readonly calls: Standard;
  readonly isNone: boolean;
}

function standardsOf({ id, fields }: StandardTier, period: ReportPeriod, today: string): Standards {
  const visits = standardOf([fields.visits, fields.visitsPer], period, today, false);
  const calls = standardOf([fields.calls, fields.callsPer], period, today, true);
  return { tier: id, visits, calls, isNone: visits.required + calls.required === 0 };
}

function standardOf(
  [count = 0, per = 'quarter']: readonly [number | undefined, StandardUnit | undefined],
  period: ReportPeriod,
  today: string,
  isCall: boolean,
): Standard {
  const isOwn = MONTHS[per] > MONTHS[period.unit];
  const unit = isOwn ? per : period.unit;
  const number = isOwn ? periodOf(per, firstDayOfPeriod(period.unit, period.number)) : period.number;
  const [first, last] = [firstDayOfPeriod(unit, number), lastDayOfPeriod(unit, number)];
  const required = Math.ceil((count * MONTHS[unit]) / MONTHS[per]);
  const due = Array.from({ length: required }, (_, k) =>
    formatDay(first + Math.floor(((last - first + 1) * (k + 1)) / required) - 1),
  );
  const expected = due.filter((day) => day < today).length;
  return { required, from: formatDay(first), to: formatDay(last), due, expected, isCall };
}

/** Only contacts that lie in one of the stretches: the rest of a long history is passed over. */
function contactsByCompany(
  visits: readonly Row<VisitFields>[],
  standards: readonly Standards[],
): ReadonlyMap<RecordId, readonly Row<VisitFields>[]> {
  const ends = standards.flatMap((one) => [one.visits, one.calls]);
  const from = ends.reduce((least, one) => (one.from < least ? one.from : least), '9999-12-31');
  const to = ends.reduce((most, one) => (one.to > most ? one.to : most), '');
  const found = new Map<RecordId, Row<VisitFields>[]>();
  for (const visit of visits) {
    const day = dayOfContact(visit);
    if (day < from || day > to) continue;
    const own = found.get(visit.fields.company);
    if (own) own.push(visit);
    else found.set(visit.fields.company, [visit]);
  }
  return found;
}

function dayOfContact({ state, fields }: Row<VisitFields>): string {
  return state === 'done' ? (fields.doneOn ?? fields.day) : fields.day;
}

function isOf({ from, to, isCall }: Standard, visit: Row<VisitFields>): boolean {
  const { means } = visit.fields;
  const day = dayOfContact(visit);
  // What is planned without saying how is a visit.
  const counts = isCall
    ? CALLS.has(means ?? '')
    : means === 'on-site' || (means === undefined && visit.state !== 'done');
  return counts && day >= from && day <= to;
}

function measureOf(standard: Standard, contacts: readonly Row<VisitFields>[]): Measure {
  const { required, due, expected, from, to } = standard;
  let [done, planned] = [0, 0];
  for (const contact of contacts) {
    if (!isOf(standard, contact)) continue;
    if (contact.state === 'done') done++;
    if (contact.state === 'planned') planned++;
  }
  return {
    required,
    done,
    planned,
    share: shareOf(Math.min(done, required), required),
    overdue: Math.max(0, expected - done),
    due: due[done],
    first: from,
    last: to,
  };
}

function shareOf(done: number, required: number): number | null {
  return required === 0 ? null : done / required;
}

const NO_REASONS: MissedReasons = {};

function reasonsOf(contacts: readonly Row<VisitFields>[], { visits, calls }: Standards): MissedReasons {
  const failed = contacts.filter(
    (one) => (one.state === 'cancelled' || one.state === 'missed') && (isOf(visits, one) || isOf(calls, one)),
  );
  if (failed.length === 0) return NO_REASONS;
  return summed(failed.map(({ fields }) => ({ [fields.reason ?? 'other']: 1 })));
}

function summed(parts: readonly MissedReasons[]): MissedReasons {
  const sums: Partial<Record<MissedReason, number>> = {};
  for (const part of parts) {
    // Safe: the keys of a record of reasons are reasons.
    for (const [reason, count] of Object.entries(part) as [MissedReason, number][])
      sums[reason] = (sums[reason] ?? 0) + count;
  }
  return sums;
}

function sumOf({ id, fields }: StandardTier, accounts: readonly AccountCompliance[]): TierCompliance {
  const sum = (measures: readonly Measure[]): ComplianceSum => {
    const required = measures.reduce((all, one) => all + one.required, 0);
    const done = measures.reduce((all, one) => all + Math.min(one.done, one.required), 0);
    const overdue = measures.reduce((all, one) => all + one.overdue, 0);
    return { required, done, overdue, share: shareOf(done, required) };
  };
  return {
    tier: id,
    name: fields.name,
    accounts: accounts.length,
    visits: sum(accounts.map(({ visits }) => visits)),
    calls: sum(accounts.map(({ calls }) => calls)),
    reasons: summed(accounts.map(({ reasons }) => reasons)),
  };
}

/** The most overdue first, then by the day that is due next, what is all done last; ties in the order given. */
function byUrgency(accounts: readonly AccountCompliance[]): readonly AccountCompliance[] {
  return accounts
    .map((account) => ({ account, next: nextDue(account) }))
    .toSorted((a, b) => b.account.overdue - a.account.overdue || (a.next === b.next ? 0 : a.next < b.next ? -1 : 1))
    .map(({ account }) => account);
}

function nextDue({ visits, calls }: AccountCompliance): string {
  const [a = NEVER, b = NEVER] = [visits.due, calls.due];
  return a < b ? a : b;
}

const NEVER = '9999-12-31';
