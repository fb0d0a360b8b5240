import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/empty-state';
import { hashOf } from './route';

/** Stands in place of a room that is not in the menu of the user's role, and says what that means. */
export function HiddenRoom() {
  const { t } = useTranslation('archive');
  return (
    <EmptyState title={t('hidden')} text={t('hiddenText')}>
      <Anchor href={hashOf(['settings'])}>{t('toSettings')}</Anchor>
    </EmptyState>
  );
}
