import { compareCodePoints } from '@/src/kernel/text';
import type { RecordId } from '@/src/kernel/ids';
import type { Money } from '../records/field';
import type { Row } from '../records/record';
import { isMoney } from '../records/values';
import type { OpportunityRow } from './opportunity.kind';

/** Something that was not sold: a lost opportunity, or an entry of the register of unclosed clients (未成交客户登记表). */
export interface Loss {
  readonly id: RecordId;
  readonly kind: string;
  readonly reason: string | undefined;
  readonly competitor: string | undefined;
  /** What it was sold for elsewhere. */
  readonly price: Money | undefined;
  readonly lostOn: string | undefined;
}

/** Losses that have one thing in common. */
export interface LossGroup {
  /** Undefined for those of which it is not known. */
  readonly key: string | undefined;
  readonly losses: readonly RecordId[];
}

/** The opportunities that are lost, and the whole register, one after the other. */
export function lossesOf(opportunities: readonly OpportunityRow[], unclosed: readonly Row[]): Loss[] {
  const lost = opportunities.filter(({ state }) => state === 'lost');
  return [
    ...lost.map(({ id, kind, fields }) => {
      const { lostReason: reason, competitor, lostPrice: price, closedOn: lostOn } = fields;
      return { id, kind, reason, competitor, price, lostOn };
    }),
    ...unclosed.map(({ id, kind, fields }) => {
      const { reason, competitor, price, lostOn } = fields;
      return {
        id,
        kind,
        reason: textOf(reason),
        competitor: textOf(competitor),
        price: isMoney(price) ? price : undefined,
        lostOn: textOf(lostOn),
      };
    }),
  ];
}

/** The largest group first, ties by code point, what is not known last. The groups together hold every loss once. */
export function groupLosses(losses: readonly Loss[], keyOf: (loss: Loss) => string | undefined): LossGroup[] {
  const groups = new Map<string | undefined, RecordId[]>();
  for (const loss of losses) {
    const key = keyOf(loss);
    groups.set(key, [...(groups.get(key) ?? []), loss.id]);
  }
  const unknown = groups.get(undefined);
  const named = [...groups].flatMap(([key, ids]) => (key === undefined ? [] : [{ key, losses: ids }]));
  named.sort((a, b) => b.losses.length - a.losses.length || compareCodePoints(a.key, b.key));
  return [...named, ...(unknown ? [{ key: undefined, losses: unknown }] : [])];
}

/**
 * The power of ten that a price lies in, and its currency: a price says something about losses only among its like.
 * @example priceBand({ amount: '42000.00', currency: 'CNY' }) // 'CNY 10000' – from 10,000 to below 100,000
 */
export function priceBand({ amount, currency }: Money): string {
  const whole = amount.replace(/^[+-]?0*/, '').split('.')[0] ?? '';
  return `${currency} ${whole === '' ? '0' : `1${'0'.repeat(whole.length - 1)}`}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
