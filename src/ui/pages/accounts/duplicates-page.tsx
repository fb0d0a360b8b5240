import { Anchor, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewProgress } from '@/src/app/ports/duplicates';
import { useInterface } from '../../app-context';
import { hashOf } from '../../shell/route';
import { MergeCard } from './merge-card';
import { useDuplicates } from './use-duplicates';

/** Most groups shown at once; merging some brings up the next. */
const SHOWN = 50;

/** Records on file that may be one company or person, group by group, each to be merged with a look at every value. */
export function DuplicatesPage() {
  const { t } = useTranslation('accounts');
  const { review, progress, stopped, stop, resume } = useDuplicates(SHOWN);
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Anchor href={hashOf(['accounts'])} size="sm">
          {t('title')}
        </Anchor>
        <Title order={1} size="h2">
          {t('duplicates')}
        </Title>
        {review && <Text maw="75ch">{review.count === 0 ? t('duplicatesNone') : t('duplicatesLead')}</Text>}
      </Stack>
      {progress && <LookingBar progress={progress} onCancel={stop} />}
      {stopped && (
        <Group>
          <Text role="status">{t('duplicatesStopped')}</Text>
          <Button size="compact-sm" variant="default" onClick={resume}>
            {t('duplicatesResume')}
          </Button>
        </Group>
      )}
      {review?.groups.map((group) => (
        <MergeCard key={group.rows.map(({ id }) => id).join()} group={group} />
      ))}
      {review && review.count > SHOWN && <Text c="dimmed">{t('duplicatesMore', { count: review.count - SHOWN })}</Text>}
    </Stack>
  );
}

function LookingBar({ progress, onCancel }: { progress: ReviewProgress; onCancel: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: shell } = useTranslation('shell');
  const { format } = useInterface();
  const { stage, done, total } = progress;
  const share = total === 0 ? 0 : done / total;
  return (
    <Stack gap="xs" maw={560} role="group" aria-label={t('duplicatesLooking')}>
      <Text role="status">{t('duplicatesLooking')}</Text>
      <Progress value={share * 100} aria-label={t('duplicatesLooking')} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t(stage === 'reading' ? 'duplicatesReading' : 'duplicatesComparing', {
            done: format.count(done),
            percent: format.share(share),
          })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
