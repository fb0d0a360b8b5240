import { useTranslation } from 'react-i18next';
import type { MissedPage } from '@/src/app/visit-site';

const OWN = ['gave-up', 'broken', 'no-site'] as const;

/** Why nothing came of a company or a page, in words. */
export function useReason(): (code: string) => string {
  const { t } = useTranslation(['bulk-enrich', 'enrich']);
  return (code) => {
    const own = OWN.find((one) => one === code);
    // Safe: all other reasons of jobs are those of the pages that were missed.
    return own ? t(`reason.${own}`) : t(`enrich:missed.${code as MissedPage['why']}`);
  };
}
