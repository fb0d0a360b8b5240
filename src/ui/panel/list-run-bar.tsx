import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListDraft } from '@/src/app/list-draft';
import { MOST_PAGES } from '@/src/app/read-next-pages';
import type { Capture } from './this-page';
import type { ReviewState } from './use-capture';
import { useListRun } from './use-list-run';

/** Where a list goes on: the next page, or a run over several that can be stopped at any time. */
export function ListRunBar({ draft, review, capture }: { draft: ListDraft; review: ReviewState; capture: Capture }) {
  const { t } = useTranslation('capture');
  const run = useListRun(draft, review.request, capture.inReview);
  if (run.pages !== undefined) {
    return (
      <Group gap="xs">
        <Loader size="xs" />
        <Text size="sm" role="status">
          {t('list.running', { count: run.pages, rows: draft.rows.length })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={run.stop}>
          {t('list.stop')}
        </Button>
      </Group>
    );
  }
  const canGoOn = draft.next !== undefined && review.request !== undefined;
  return (
    <Stack gap={4}>
      {run.end && (
        <Text size="sm" role="status">
          {t(`list.end.${run.end}`, { rows: draft.rows.length })}
        </Text>
      )}
      {canGoOn && (
        <Group gap={4}>
          <Button size="compact-sm" variant="default" onClick={() => run.start(1)}>
            {t('list.next')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => run.start(MOST_PAGES)}>
            {t('list.all', { count: MOST_PAGES })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
