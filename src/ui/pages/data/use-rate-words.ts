import { useTranslation } from 'react-i18next';
import type { StoredConversion } from '@/src/domain/tabular/dataset.kind';
import type { Rate } from '@/src/domain/tabular/rates/rate-table';
import { useInterface } from '../../app-context';
import { useMoneyWords } from './use-facts-words';

/** Rates that are written out; of more the number is said. */
const SHOWN = 12;

/** Rates of a target in a line: 1 USD = 7.1 CNY from 5 Jan; … */
export function useRateWords(): (rates: readonly Rate[], target: string) => string {
  const { format } = useInterface();
  const { t } = useTranslation('rates');
  return (rates, target) => {
    const lines = rates
      .slice(0, SHOWN)
      .map(({ currency, rate, from }) =>
        from === null
          ? t('line', { currency, rate, target })
          : t('lineFrom', { currency, rate, target, day: format.day(from) }),
      );
    const more = rates.length > SHOWN ? [t('more', { count: rates.length - SHOWN })] : [];
    return [...lines, ...more].join(t('between'));
  };
}

/** How amounts became amounts in one currency, in sentences: by what table, what became of each currency, the rates. */
export function useConversionWords(): (conversion: StoredConversion) => string[] {
  const { format } = useInterface();
  const { t } = useTranslation('rates');
  const money = useMoneyWords();
  const rateWords = useRateWords();
  return ({ table, decimals, parts }) => {
    const { target, name, rates } = table;
    const others = parts.filter(({ currency }) => currency !== target && currency !== '');
    return [
      t('done', { target, decimals, name: name ?? t('typed'), rates: t('rates', { count: rates.length }) }),
      ...others.map(({ currency, rows, amount, converted }) =>
        t('part', {
          currency,
          count: rows,
          rows: format.count(rows),
          amount: money(amount, currency),
          converted: money(converted, target),
        }),
      ),
      rateWords(rates, target),
    ];
  };
}
