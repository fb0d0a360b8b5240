import { useTranslation } from 'react-i18next';
import type { CustomerRhythm } from '@/src/domain/analysis/customer-figures';
import { useInterface } from '../../app-context';

/** How a customer stands, in the words of the analysis of who is slipping now. */
export function useStanding(): (rhythm: CustomerRhythm) => string {
  const { format } = useInterface();
  const { t } = useTranslation(['own-data', 'analysis', 'shell']);
  return ({ why, usualGap, silentDays, recent, before, standing }) => {
    if (why === null || standing === 'active') return t('active', { usualGap, silentDays });
    const sentence = t(`analysis:why.${why}`, {
      usualGap: format.value(usualGap, 'days'),
      silentDays: format.value(silentDays, 'days'),
      recentValue: format.money(recent?.value ?? '0'),
      beforeValue: format.money(before?.value ?? '0'),
      recentOrders: format.count(recent?.orderDays ?? 0),
      beforeOrders: format.count(before?.orderDays ?? 0),
    });
    if (standing === 'lost') return sentence;
    return t('shell:labelled', { label: t(`analysis:standing.${standing}`), value: sentence });
  };
}
