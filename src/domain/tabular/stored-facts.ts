import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { StoredFacts } from './dataset.kind';
import type { ImportFacts } from './orders/orders';

/** The facts of an import as they are kept with its dataset. */
export function storedFacts(facts: ImportFacts): StoredFacts {
  const { total, used, customers, notices, firstDay, lastDay, currency, currencies, reading } = facts;
  return {
    total,
    used,
    customers,
    notices,
    currency: currency ?? null,
    currencies,
    amount: formatDecimal(facts.amount),
    firstDay: firstDay === undefined ? null : formatDay(firstDay),
    lastDay: lastDay === undefined ? null : formatDay(lastDay),
    setAside: facts.setAside.map(({ reason, rows, amount }) => ({ reason, rows, amount: formatDecimal(amount) })),
    reading,
  };
}
