import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { goTo } from '../../shell/route';

const PLACES = {
  companies: ['accounts'],
  people: ['accounts', 'people'],
  tiers: ['accounts', 'tiers'],
} as const;
type Tab = keyof typeof PLACES;

/** The lists of the room of accounts. */
export function AccountTabs({ here }: { here: Tab }) {
  const { t } = useTranslation(['accounts', 'tiers']);
  return (
    <SegmentedControl
      aria-label={t('title')}
      value={here}
      // Safe: only tabs are offered.
      onChange={(name) => goTo(PLACES[name as Tab])}
      data={[
        { value: 'companies', label: t('companiesTab') },
        { value: 'people', label: t('peopleTitle') },
        { value: 'tiers', label: t('tiers:tab') },
      ]}
    />
  );
}
