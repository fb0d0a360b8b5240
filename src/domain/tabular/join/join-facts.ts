import { intAt, floatAt } from '@/src/kernel/typed';
import { at } from '@/src/kernel/assert';
import { ExactSums, formatDecimal, parseDecimal, rescale, type Decimal } from '@/src/kernel/money';
import type { StoredConversion, StoredFacts } from '../dataset.kind';
import { summary } from '../orders/build-orders';
import { IMPORT_NOTICES, SET_ASIDE_REASONS, type ImportNotice, type SetAsideReason } from '../orders/orders';
import { storedFacts } from '../stored-facts';
import type { JoinedOrders } from './join-orders';
import type { SourceOrders } from './source-orders';

type SetAside = StoredFacts['setAside'];

/**
 * What is known of several files together, exactly: rows, amounts and what was set aside add up; customers and days are those
 * of the orders that count.
 * @param own what each file is by itself, in the order of `sources`.
 * @param told what has to be said beside what follows from the orders.
 */
export function joinFacts(
  own: readonly StoredFacts[],
  { sources, joined }: { readonly sources: readonly SourceOrders[]; readonly joined: JoinedOrders },
  told: readonly ImportNotice[],
): StoredFacts {
  const currencies = [...new Set(own.flatMap((facts) => facts.currencies ?? []))].toSorted();
  const notices = new Set<ImportNotice>([
    ...own.flatMap((facts) => facts.notices),
    ...told,
    ...(currencies.length > 1 ? (['mixed-currency'] as const) : []),
    ...(joined.overlapping > 0 ? (['overlapping-orders'] as const) : []),
    ...(joined.unknown ? (['overlap-unknown'] as const) : []),
    ...(joined.reused ? (['order-ids-reused'] as const) : []),
  ]);
  const whole = storedFacts({
    ...summary(joined.orders),
    total: own.reduce((sum, { total }) => sum + total, 0),
    setAside: [],
    currency: onlyOne(own),
    currencies,
    notices: IMPORT_NOTICES.filter((notice) => notices.has(notice)),
    reading: own.find(({ reading }) => reading?.dates && !reading.dates.assumed)?.reading ?? own[0]?.reading ?? {},
  });
  const conversion = commonConversion(own, joined.overlapping);
  return {
    ...whole,
    ...(conversion ? { conversion } : {}),
    setAside: addUp([...own.map(({ setAside }) => setAside), ...lostOf(sources, joined)]),
  };
}

/**
 * By what amounts of the files were converted, where it was by one table. Which rows of a currency count is not known any more
 * once orders overlap: each file has its own figures still.
 */
function commonConversion(own: readonly StoredFacts[], overlapping: number): StoredConversion | undefined {
  const all = own.flatMap(({ conversion }) => (conversion ? [conversion] : []));
  const [first] = all;
  if (!first || new Set(all.map(({ table }) => JSON.stringify(table))).size > 1) return undefined;
  const currencies = [...new Set(all.flatMap(({ parts }) => parts.map(({ currency }) => currency)))].toSorted();
  const parts = currencies.map((currency) => {
    const found = all.flatMap((one) => one.parts.filter((part) => part.currency === currency));
    const sum = (amount: (part: (typeof found)[number]) => string): string => formatDecimal(sumOf(found.map(amount)));
    const rows = found.reduce((count, part) => count + part.rows, 0);
    return { currency, rows, amount: sum(({ amount }) => amount), converted: sum(({ converted }) => converted) };
  });
  return { ...first, parts: overlapping > 0 ? [] : parts };
}

/** The currency that every file with rows says its amounts are in. */
function onlyOne(own: readonly StoredFacts[]): string | undefined {
  const [only, ...more] = new Set(own.filter(({ used }) => used > 0).map(({ currency }) => currency ?? undefined));
  return more.length === 0 ? only : undefined;
}

/** What joining has set aside from each file. */
function lostOf(sources: readonly SourceOrders[], { shares }: JoinedOrders): SetAside[] {
  return shares.map(({ lost, tooLarge }, i) => {
    const { units, scale } = at(sources, i).orders.amount;
    const count = (reason: SetAsideReason, rows: Int32Array): SetAside => {
      const sum = new ExactSums(1);
      for (let n = 0; n < rows.length; n++) sum.add(0, floatAt(units, intAt(rows, n)));
      const amount = formatDecimal({ units: sum.total(0), scale });
      return rows.length > 0 ? [{ reason, rows: rows.length, amount }] : [];
    };
    return [...count('duplicate-order', lost), ...count('number-too-large', tooLarge)];
  });
}

function addUp(all: readonly SetAside[]): SetAside {
  return SET_ASIDE_REASONS.flatMap((reason) => {
    const found = all.flat().filter((one) => one.reason === reason);
    const amount = sumOf(found.map((one) => one.amount));
    const rows = found.reduce((sum, one) => sum + one.rows, 0);
    return rows > 0 ? [{ reason, rows, amount: formatDecimal(amount) }] : [];
  });
}

function sumOf(amounts: readonly string[]): Decimal {
  return amounts.map((amount) => parseDecimal(amount) ?? ZERO).reduce(plus, ZERO);
}

const ZERO: Decimal = { units: 0n, scale: 0 };

function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale).units + rescale(b, scale).units, scale };
}
