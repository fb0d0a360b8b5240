import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import type { StoredConversion, StoredFacts } from './dataset.kind';
import type { Conversion, ImportFacts } from './orders/orders';

/** The facts of an import as they are kept with its dataset. */
export function storedFacts(facts: ImportFacts): StoredFacts {
  const { total, used, customers, notices, firstDay, lastDay, currency, currencies, reading, conversion } = facts;
  return {
    total,
    used,
    customers,
    notices,
    currency: currency ?? null,
    currencies,
    ...(conversion ? { conversion: storedConversion(conversion) } : {}),
    amount: formatDecimal(facts.amount),
    firstDay: firstDay === undefined ? null : formatDay(firstDay),
    lastDay: lastDay === undefined ? null : formatDay(lastDay),
    setAside: facts.setAside.map(({ reason, rows, amount }) => ({ reason, rows, amount: formatDecimal(amount) })),
    reading,
  };
}

function storedConversion({ table, decimals, parts }: Conversion): StoredConversion {
  return {
    table,
    decimals,
    parts: parts.map(({ currency, rows, amount, converted }) => ({
      currency,
      rows,
      amount: formatDecimal(amount),
      converted: formatDecimal(converted),
    })),
  };
}
