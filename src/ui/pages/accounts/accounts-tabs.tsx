import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goTo } from '../../shell/route';

const PLACES = {
  companies: ['accounts'],
  people: ['accounts', 'people'],
  registrations: ['accounts', 'registrations'],
  tiers: ['accounts', 'tiers'],
} as const;

/** The lists of the accounts room, and who claims whom. */
export function AccountsTabs({ here }: { here: keyof typeof PLACES }) {
  const { t } = useTranslation(['accounts', 'claims', 'tiers']);
  return (
    <SegmentedControl
      aria-label={t('title')}
      value={here}
      // Safe: the values are the names of the places.
      onChange={(name) => goTo(PLACES[name as keyof typeof PLACES])}
      data={[
        { value: 'companies', label: t('companiesTab') },
        { value: 'people', label: t('peopleTitle') },
        { value: 'registrations', label: t('claims:page') },
        { value: 'tiers', label: t('tiers:tab') },
      ]}
    />
  );
}
