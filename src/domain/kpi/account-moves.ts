import type { Day } from '@/src/kernel/calendar';
import type { AccountHistory } from './kpi-facts';

/** First and last day, both counted. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

const CUSTOMER = 'active';
const LOST = 'former';

/** The state an account was in at the end of a day; undefined before it was filed. */
export function stateOn({ changes }: AccountHistory, day: Day): string | undefined {
  return changes.findLast((one) => one.day <= day)?.state;
}

export function isCustomerAtStart(account: AccountHistory, { first }: Span): boolean {
  return stateOn(account, first - 1) === CUSTOMER;
}

/** A customer went within the span and is not back by its end. That a prospect comes to nothing is no loss of a customer. */
export function wasLost(account: AccountHistory, span: Span): boolean {
  return stateOn(account, span.last) === LOST && cameTo(account, span, LOST, CUSTOMER);
}

/** A prospect was won within the span and is a customer at its end. Who was filed as a customer, or came back, is not new. */
export function wasDeveloped(account: AccountHistory, span: Span): boolean {
  return stateOn(account, span.last) === CUSTOMER && cameTo(account, span, CUSTOMER, 'prospect');
}

function cameTo({ changes }: AccountHistory, { first, last }: Span, to: string, from: string): boolean {
  return changes.some(
    ({ day, state }, i) => state === to && changes[i - 1]?.state === from && day >= first && day <= last,
  );
}
