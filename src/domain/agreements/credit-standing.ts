import { compareDecimals, type Decimal } from '@/src/kernel/money';
import { isMoney, type PlainFields } from '../records/values';
import { arrearsOf, decimalOf, invoiced, NOTHING, plus } from './arrears';

/** A record about an account, as far as credit goes. */
export interface AccountRecord {
  readonly kind: string;
  readonly state: string;
  readonly fields: PlainFields;
}

/** How an account stands in one currency. */
export interface CreditStanding {
  /** Arrears of receivables and open orders on account. */
  readonly used: Decimal;
  /** The limits of its running settlement sheets together; undefined where none grants one: then nothing is limited. */
  readonly limit: Decimal | undefined;
  /** What managers have granted beyond the limit and is in force today. */
  readonly approved: Decimal;
}

const UNUSED: CreditStanding = { used: NOTHING, limit: undefined, approved: NOTHING };

/**
 * The standing of an account by currency, in the order they first occur. Amounts of different currencies are never added: a limit
 * holds for its own currency only.
 * @param records those of one account; kinds that are no matter of credit are passed over.
 * @param today ISO day. An approval still holds on its last day.
 */
export function creditStandings(records: readonly AccountRecord[], today: string): Map<string, CreditStanding> {
  const standings = new Map<string, CreditStanding>();
  for (const record of records) {
    const change = effectOf(record, today);
    if (!change) continue;
    const before = standings.get(change.currency) ?? UNUSED;
    standings.set(change.currency, {
      used: plus(before.used, change.used ?? NOTHING),
      limit: change.limit ? plus(before.limit ?? NOTHING, change.limit) : before.limit,
      approved: plus(before.approved, change.approved ?? NOTHING),
    });
  }
  return standings;
}

type Effect = { readonly currency: string } & Partial<CreditStanding>;

function effectOf({ kind, state, fields }: AccountRecord, today: string): Effect | undefined {
  const money = kind === 'settlement-sheet' ? fields['creditLimit'] : fields['amount'];
  if (!isMoney(money)) return undefined;
  const { currency } = money;
  if (kind === 'receivable') return { currency, used: arrearsOf(state, invoiced(money, fields['paid'])) };
  const role = ROLES[`${kind} ${state}`];
  const isOver = role === 'approved' && String(fields['until'] ?? '') < today;
  return role === undefined || isOver ? undefined : { currency, [role]: decimalOf(money) };
}

/** What records of a kind in a state do to the standing. */
const ROLES: Readonly<Record<string, 'used' | 'limit' | 'approved'>> = {
  'account-order open': 'used',
  'settlement-sheet running': 'limit',
  'credit-approval granted': 'approved',
};

/** How much beyond its limit, approvals added, an account is; undefined within it, exactly at it, and without one. */
export function excessOf({ used, limit, approved }: CreditStanding): Decimal | undefined {
  if (limit === undefined) return undefined;
  const most = plus(limit, approved);
  return compareDecimals(used, most) > 0 ? plus(used, { ...most, units: -most.units }) : undefined;
}

/** What an invoice or order on account that is about to be made has around it. */
interface NewCredit {
  readonly fields: PlainFields;
  readonly today: string;
  readonly beside: readonly AccountRecord[];
}

/**
 * Refuses new credit (`over-limit`) that would bring the account beyond its limit. Exactly at the limit passes; a manager's
 * approval that is in force raises it.
 */
export function overLimit({ fields, today, beside }: NewCredit): readonly string[] {
  const { amount, company } = fields;
  if (!isMoney(amount)) return [];
  const own = beside.filter((one) => one.fields['company'] === company);
  const now = { kind: 'receivable', state: 'open', fields };
  const standing = creditStandings([...own, now], today).get(amount.currency);
  return standing && excessOf(standing) ? ['over-limit'] : [];
}
