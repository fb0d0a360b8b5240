import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { hashOf } from '../../shell/route';

/** Nobody on file yet: the two ways to change that. */
export function EmptyAccounts() {
  const { t } = useTranslation('accounts');
  return (
    <EmptyState title={t('title')} text={t('none')}>
      <Group>
        <Anchor href={hashOf(['data', 'contacts'])}>{t('importContacts')}</Anchor>
      </Group>
    </EmptyState>
  );
}
