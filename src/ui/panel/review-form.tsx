import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isList } from '@/src/app/list-draft';
import classes from './capture-panel.module.css';
import { ListReview } from './list-review';
import { PartyCard } from './party-card';
import type { Capture } from './this-page';
import type { ReviewState } from './use-capture';

/** A draft to be checked: cards, or a table where many are listed; then saved, kept for later or dropped. */
export function ReviewForm({ review, capture }: { review: ReviewState; capture: Capture }) {
  const { t } = useTranslation('capture');
  const { draft, request } = review;
  const saveButton = useRef<HTMLButtonElement>(null);
  // What was found can be saved with Enter at once.
  useEffect(() => saveButton.current?.focus(), []);
  const ticked = draft.parties.filter((party) => party.ticked).length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        capture.save();
      }}
    >
      <Stack gap="sm">
        {review.navigated && <Alert color="orange">{t('navigated')}</Alert>}
        {review.other && <PageOrList review={review} capture={capture} />}
        {draft.notices.map((notice) => (
          <Text key={notice} size="sm">
            {t(request || draft.url !== '' ? notice : `paste.${notice}`)}
          </Text>
        ))}
        {isList(draft) ? (
          <ListReview draft={draft} review={review} capture={capture} />
        ) : (
          draft.parties.map((party) => (
            <PartyCard
              key={party.id}
              party={party}
              duplicates={review.duplicates.get(party.id) ?? []}
              suppressed={review.suppressed.has(party.id)}
              update={review.updates.get(party.id)}
              onChange={capture.change}
              onChoose={(row) => capture.choose(party.id, row)}
              onShow={capture.show}
            />
          ))
        )}
        <Group className={classes['foot'] ?? ''} justify="space-between" gap={4}>
          <Button ref={saveButton} type="submit" loading={review.saving} disabled={draft.parties.length === 0}>
            {isList(draft) ? t('saveTicked', { count: ticked }) : t('save')}
          </Button>
          <Group gap={0}>
            {request ? (
              <Button size="compact-sm" variant="subtle" onClick={() => capture.again(request)}>
                {t('readAgain')}
              </Button>
            ) : (
              <Button size="compact-sm" variant="subtle" onClick={capture.leave}>
                {t('leave')}
              </Button>
            )}
            {!review.inboxItem && (
              <Button size="compact-sm" variant="subtle" onClick={capture.keep}>
                {t('later')}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** A page that lists others is somebody's, too. */
function PageOrList({ review, capture }: { review: ReviewState; capture: Capture }) {
  const { t } = useTranslation('capture');
  const { draft, other } = review;
  const list = [draft, other].find((one) => one && isList(one));
  const count = list && isList(list) ? list.rows.length : 0;
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('list.which')}
      value={isList(draft) ? 'list' : 'page'}
      onChange={() => capture.inReview((now) => (now.other ? { draft: now.other, other: now.draft } : {}))}
      data={[
        { value: 'page', label: t('list.page') },
        { value: 'list', label: t('list.list', { count }) },
      ]}
    />
  );
}
