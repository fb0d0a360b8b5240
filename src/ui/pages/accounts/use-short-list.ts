import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';

const SHOWN = 8;

/** The first eight of names in one line, and how many more there are. */
export function useShortList(): (names: readonly string[]) => string {
  const { format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  return (names) => {
    const rest = names.length - SHOWN;
    const more = rest > 0 ? [t('more', { number: format.count(rest) })] : [];
    return [...names.slice(0, SHOWN), ...more].join(t('and'));
  };
}
