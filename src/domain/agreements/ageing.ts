import { formatDecimal, type Decimal } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import { dayFromIso } from '../records/duty';
import { isMoney } from '../records/values';
import { arrearsOf, invoiced, NOTHING, plus } from './arrears';
import { creditStandings, excessOf, type AccountRecord } from './credit-standing';

/** How long an invoice has been due. @source the usual thirds of a quarter; domain.md §9.4 asks for the delay only */
export const AGES = ['not-due', 'to-30', 'to-60', 'to-90', 'over-90'] as const;
export type Age = (typeof AGES)[number];

/** @param days since it fell due; 0 on that day and before. @example ageOf(30) // 'to-30'; ageOf(31) // 'to-60' */
export function ageOf(days: number): Age {
  if (days <= 0) return 'not-due';
  if (days <= 30) return 'to-30';
  if (days <= 60) return 'to-60';
  return days <= 90 ? 'to-90' : 'over-90';
}

/** An invoice that is not paid, or not wholly. Amounts are exact decimals. */
export interface OpenInvoice {
  readonly id: string;
  readonly invoice: string;
  readonly dueOn: string;
  readonly daysOverdue: number;
  readonly age: Age;
  readonly arrears: string;
}

/** What one account owes in one currency. Amounts are exact decimals of that currency. */
export interface AgeingLine {
  readonly company: string;
  readonly currency: string;
  readonly byAge: Readonly<Record<Age, string>>;
  readonly total: string;
  /** Arrears and open orders on account. */
  readonly used: string;
  readonly limit: string | undefined;
  readonly approved: string;
  /** Beyond limit and approvals; undefined within them. */
  readonly over: string | undefined;
  /** The longest due first, ties by number and id. */
  readonly invoices: readonly OpenInvoice[];
}

export interface FiledRecord extends AccountRecord {
  readonly id: string;
}

/**
 * What accounts owe, by age (账龄), a line for each account and currency that has used credit; none for no records. Accounts over
 * their limit come first, then the longest overdue, ties by account and currency.
 * @param records receivables, orders on account, settlement sheets and approvals of any number of accounts.
 * @param today ISO day.
 */
export function ageingLines(records: readonly FiledRecord[], today: string): AgeingLine[] {
  return [...byCompany(records)]
    .flatMap(([company, own]) => linesOf(company, own, today))
    .toSorted(
      (a, b) =>
        Number(b.over !== undefined) - Number(a.over !== undefined) ||
        longest(b) - longest(a) ||
        compareCodePoints(a.company, b.company) ||
        compareCodePoints(a.currency, b.currency),
    );
}

function byCompany(records: readonly FiledRecord[]): Map<string, FiledRecord[]> {
  const groups = new Map<string, FiledRecord[]>();
  for (const record of records) {
    const company = String(record.fields['company'] ?? '');
    const group = groups.get(company);
    if (group) group.push(record);
    else groups.set(company, [record]);
  }
  return groups;
}

function linesOf(company: string, records: readonly FiledRecord[], today: string): AgeingLine[] {
  const invoices = records.flatMap((record) => openInvoice(record, today));
  return [...creditStandings(records, today)]
    .filter(([, { used }]) => used.units > 0n)
    .map(([currency, standing]) => {
      const own = invoices.filter((one) => one.currency === currency).toSorted(byDelay);
      const over = excessOf(standing);
      return {
        company,
        currency,
        byAge: sumsByAge(own),
        total: formatDecimal(sumOf(own)),
        used: formatDecimal(standing.used),
        limit: standing.limit && formatDecimal(standing.limit),
        approved: formatDecimal(standing.approved),
        over: over && formatDecimal(over),
        invoices: own.map(({ shown }) => shown),
      };
    });
}

interface Open {
  readonly shown: OpenInvoice;
  readonly currency: string;
  readonly left: Decimal;
}

function openInvoice({ id, kind, state, fields }: FiledRecord, today: string): Open[] {
  const { amount, paid, dueOn, invoice } = fields;
  if (kind !== 'receivable' || !isMoney(amount) || typeof dueOn !== 'string') return [];
  const left = arrearsOf(state, invoiced(amount, paid));
  if (left.units === 0n) return [];
  const daysOverdue = Math.max(0, dayFromIso(today) - dayFromIso(dueOn));
  const arrears = formatDecimal(left);
  const shown = { id, invoice: String(invoice ?? ''), dueOn, daysOverdue, age: ageOf(daysOverdue), arrears };
  return [{ shown, currency: amount.currency, left }];
}

function sumsByAge(open: readonly Open[]): Record<Age, string> {
  const sum = (age: Age): string => formatDecimal(sumOf(open.filter(({ shown }) => shown.age === age)));
  return {
    'not-due': sum('not-due'),
    'to-30': sum('to-30'),
    'to-60': sum('to-60'),
    'to-90': sum('to-90'),
    'over-90': sum('over-90'),
  };
}

function sumOf(open: readonly Open[]): Decimal {
  return open.map(({ left }) => left).reduce(plus, NOTHING);
}

function byDelay({ shown: a }: Open, { shown: b }: Open): number {
  return b.daysOverdue - a.daysOverdue || compareCodePoints(a.invoice, b.invoice) || compareCodePoints(a.id, b.id);
}

function longest({ invoices }: AgeingLine): number {
  return invoices[0]?.daysOverdue ?? 0;
}
