import { useTranslation } from 'react-i18next';
import type { StoredFacts } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';

/** The figures of a file as a sentence needs them. */
export interface FactsWords {
  readonly used: string;
  readonly total: string;
  readonly customers: string;
  readonly first: string;
  readonly last: string;
  /** With its currency where that is known. */
  readonly amount: string;
}

export function useFactsWords(): (facts: StoredFacts) => FactsWords {
  const { format } = useInterface();
  const money = useMoneyWords();
  return (facts) => ({
    used: format.count(facts.used),
    total: format.count(facts.total),
    customers: format.count(facts.customers),
    first: facts.firstDay ? format.day(facts.firstDay) : '–',
    last: facts.lastDay ? format.day(facts.lastDay) : '–',
    amount: money(facts.amount, facts.currency ?? undefined),
  });
}

/** An exact amount, with its currency where that is known. */
export function useMoneyWords(): (amount: string, currency?: string) => string {
  const { format } = useInterface();
  const { t } = useTranslation('data');
  return (amount, currency) =>
    currency === undefined ? format.money(amount) : t('amountIn', { amount: format.money(amount), currency });
}
