import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says what a passive opportunity risks, see `initiationRisks`. */
export function PassiveBadge() {
  const { t } = useTranslation('pipeline');
  return (
    <Badge
      color="orange"
      variant="light"
      data-risk="passive"
      h="auto"
      c="var(--mantine-color-text)"
      tt="none"
      maw="100%"
      styles={{ label: { whiteSpace: 'normal' } }}
    >
      {t('passive')}
    </Badge>
  );
}
