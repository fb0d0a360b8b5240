import { useTranslation } from 'react-i18next';
import { CONTACT_LABELS } from '@/src/domain/parties/contact-values';
import { useWords } from './use-value-text';

/** The headings of our own sheet in the language of the interface. */
export function useExportHeading(): (key: string) => string {
  const { t } = useTranslation('accounts');
  const words = useWords();
  return (key) => {
    if (key === 'kind' || key === 'company' || key === 'person') return t(`exportWord.${key}`);
    const label = CONTACT_LABELS.find((one) => one === key);
    return label ? words(`records:label.${label}`, label) : words(`capture:field.${key}`, key);
  };
}
