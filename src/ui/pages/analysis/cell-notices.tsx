import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CellNotice } from '@/src/app/ports/cells';

/** What was done to a result before it was handed over. */
export function CellNotices({ notices }: { notices: readonly CellNotice[] }) {
  const { t } = useTranslation('notebook');
  return notices.map((notice) => (
    <Text key={notice.code} size="sm" c="orange" data-notice={notice.code}>
      {t(`notice.${notice.code}`, { kept: 0, rows: 0, ...notice })}
    </Text>
  ));
}
