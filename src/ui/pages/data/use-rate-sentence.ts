import { useTranslation } from 'react-i18next';
import type { RateFileError } from '@/src/app/ports/datasets';
import { useSentence } from '../../components/use-sentence';

/** What is wrong with rates, or with the file that should hold them, as one sentence. */
export function useRateSentence(): (error: RateFileError) => string {
  const { t } = useTranslation('rates');
  const sentence = useSentence();
  return (error) =>
    'line' in error ? t(`fault.${error.code}`, { line: error.line, text: error.text }) : sentence(error);
}
