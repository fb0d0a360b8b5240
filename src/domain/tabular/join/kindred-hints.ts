import { err, ok, type Result } from '@/src/kernel/result';
import type { CustomersBy, FileReading, ImportFacts } from '../orders/orders';
import type { DateOrder } from '../values/date-form';
import type { StoredFacts } from '../dataset.kind';

/** How a file has to be read so that it goes with the others; empty where it is read so already. */
export interface KindredHint {
  readonly dateOrder?: DateOrder;
  readonly customersBy?: CustomersBy;
  readonly currency?: string;
}

type Own = Pick<ImportFacts, 'reading' | 'currencies'>;
type Had = Pick<StoredFacts, 'reading' | 'currencies' | 'currency'>;

/**
 * What files leave open, settled by the others. Dates whose order was assumed follow the files of which some date settles it,
 * where those agree. Customers are told apart by their names in all files where that is done in one; but as in the dataset
 * where files are appended to one, and so with its currency.
 * @param had the files of that dataset. Error: `other-dates` when the order that was assumed for it is wrong by the new files.
 */
export function kindredHints(
  own: readonly Own[],
  had: readonly Had[] = [],
): Result<KindredHint[], { readonly code: 'other-dates' }> {
  const readings = [...had, ...own].flatMap(({ reading }) => (reading ? [reading] : []));
  const order = settledOrder(readings);
  if (order !== undefined && had.some(({ reading }) => isOtherwise(reading, order)))
    return err({ code: 'other-dates' });
  const by = had.find(({ reading }) => reading?.customersBy)?.reading?.customersBy ?? commonKey(readings);
  const currency = onlyCurrency(had);
  return ok(
    own.map(({ reading, currencies }) => ({
      ...(order !== undefined && reading.dates?.assumed ? { dateOrder: order } : {}),
      ...(by !== undefined && reading.customersBy !== undefined && reading.customersBy !== by
        ? { customersBy: by }
        : {}),
      ...(currency !== undefined && currencies.some((one) => one !== currency) ? { currency } : {}),
    })),
  );
}

function settledOrder(readings: readonly FileReading[]): DateOrder | undefined {
  const settled = new Set(readings.flatMap(({ dates }) => (dates && !dates.assumed ? [dates.order] : [])));
  const [only] = settled;
  return settled.size === 1 ? only : undefined;
}

function isOtherwise(reading: FileReading | undefined, order: DateOrder): boolean {
  return reading?.dates?.assumed === true && reading.dates.order !== order;
}

function commonKey(readings: readonly FileReading[]): CustomersBy | undefined {
  return readings.some(({ customersBy }) => customersBy === 'name') ? 'name' : undefined;
}

function onlyCurrency(had: readonly Had[]): string | undefined {
  const [only, ...more] = new Set(had.flatMap(({ currency }) => (currency ? [currency] : [])));
  return more.length === 0 ? only : undefined;
}
