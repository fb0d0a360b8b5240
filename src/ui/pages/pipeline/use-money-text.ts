import type { Money } from '@/src/domain/records/field';
import { useInterface } from '../../app-context';

/** Sums as the language writes them, one after the other; a dash for none. @param between what stands between two. */
export function useMoneyText(between = ' · '): (sums: readonly Money[]) => string {
  const { format } = useInterface();
  return (sums) =>
    sums.length === 0 ? '–' : sums.map(({ amount, currency }) => `${format.money(amount)} ${currency}`).join(between);
}
