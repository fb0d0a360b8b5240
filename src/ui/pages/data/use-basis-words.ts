import { useTranslation } from 'react-i18next';
import { basisOf } from '@/src/domain/tabular/roles/amount-basis';

/** On what an amount rests as far as its header says: 'paid, with tax'; nothing where it says nothing. */
export function useBasisWords(): (header: string) => string {
  const { t } = useTranslation('data');
  return (header) => {
    const { basis, tax } = basisOf(header);
    const words = [...(basis ? [t(`basis.${basis}`)] : []), ...(tax ? [t(`basis.tax.${tax}`)] : [])];
    return words.join(t('basis.between'));
  };
}
