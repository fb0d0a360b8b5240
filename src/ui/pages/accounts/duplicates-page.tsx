import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../app-context';
import { hashOf } from '../../shell/route';
import { MergeCard } from './merge-card';

/** Most groups shown at once; merging some brings up the next. */
const SHOWN = 50;

/** Records on file that may be one company or person, group by group, each to be merged with a look at every value. */
export function DuplicatesPage() {
  const { t } = useTranslation('accounts');
  const groups = useLive('duplicates', (app) => app.parties.duplicates());
  if (!groups) return <Text role="status">{t('duplicatesLooking')}</Text>;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Anchor href={hashOf(['accounts'])} size="sm">
          {t('title')}
        </Anchor>
        <Title order={1} size="h2">
          {t('duplicates')}
        </Title>
        <Text maw="75ch">{groups.length === 0 ? t('duplicatesNone') : t('duplicatesLead')}</Text>
      </Stack>
      {groups.slice(0, SHOWN).map((group) => (
        <MergeCard key={group.rows.map(({ id }) => id).join()} group={group} />
      ))}
      {groups.length > SHOWN && <Text c="dimmed">{t('duplicatesMore', { count: groups.length - SHOWN })}</Text>}
    </Stack>
  );
}
