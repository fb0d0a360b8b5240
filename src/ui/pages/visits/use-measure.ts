import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';

/** How much of what is required is done, in words. */
export function useMeasure(): (measure: { required: number; done: number; share: number | null }) => string {
  const { format } = useInterface();
  const { t } = useTranslation('visits');
  return ({ required, done, share }) =>
    share === null
      ? t('noStandard')
      : t('measure', { done: format.count(done), required: format.count(required), share: format.share(share) });
}
