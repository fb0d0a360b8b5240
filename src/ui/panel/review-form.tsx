import { Alert, Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isList } from '@/src/app/list-draft';
import type { ReadingNotice } from '@/src/domain/capture/found';
import { CHANNELS } from '@/src/domain/parties/company.kind';
import classes from './capture-panel.module.css';
import { ListReview } from './list-review';
import { useKindWords } from '../records/kind-words';
import { PageBar } from './page-bar';
import { ElsewhereNotice, StaleNotice } from './page-notice';
import { PartyCards } from './party-cards';
import { useStale } from './use-stale';
import type { Capture } from './this-page';
import type { ReviewState } from './use-capture';

/** A draft to be checked: cards, or a table where many are listed; then saved, kept for later or dropped. */
export function ReviewForm({ review, capture }: { review: ReviewState; capture: Capture }) {
  const { t } = useTranslation(['capture', 'registers']);
  const { draft, request } = review;
  const form = useRef<HTMLFormElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  // What was found can be saved with Enter at once; what lacks a name is given it first.
  useEffect(() => {
    const asked = form.current?.querySelector<HTMLElement>(
      '[data-whose] ~ [data-field="name"] input:not([type="checkbox"])',
    );
    (asked ?? saveButton.current)?.focus();
  }, []);
  const ticked = draft.parties.filter((party) => party.ticked).length;
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        capture.save();
      }}
    >
      <Stack gap="sm">
        {request && review.site && (
          <PageBar
            url={review.shownUrl}
            site={review.site}
            as={review.as}
            onReadAs={(as) => capture.again(request, as)}
          />
        )}
        <PageNotice review={review} capture={capture} />
        {review.other && !review.isRunning && <PageOrList review={review} capture={capture} />}
        {review.obstacle && (
          <Alert color="orange" role="status" p="xs">
            {t(`registers:obstacle.${review.obstacle}`)}
          </Alert>
        )}
        {noticesOf(review).map((notice) => (
          <Text key={notice} size="sm">
            {t(request || draft.url !== '' ? notice : `paste.${notice}`)}
          </Text>
        ))}
        {isList(draft) ? (
          <ListReview draft={draft} review={review} capture={capture} />
        ) : (
          <PartyCards parties={draft.parties} review={review} capture={capture} />
        )}
        <HowComeBy review={review} capture={capture} />
        <Group className={classes['foot'] ?? ''} justify="space-between" gap={4} wrap="nowrap">
          <Button
            ref={saveButton}
            type="submit"
            loading={review.saving}
            disabled={draft.parties.length === 0 || review.isRunning}
          >
            {isList(draft) ? t('saveTicked', { count: ticked }) : t('save')}
          </Button>
          <Group gap={0} wrap="nowrap">
            {request ? (
              <Button size="compact-xs" variant="subtle" onClick={() => capture.again(request, review.as)}>
                {t('readAgain')}
              </Button>
            ) : (
              <Button size="compact-xs" variant="subtle" onClick={capture.leave}>
                {t('leave')}
              </Button>
            )}
            {!review.inboxItem && (
              <Button size="compact-xs" variant="subtle" onClick={capture.keep}>
                {t('later')}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** A page with something before it does not only say nothing. */
function noticesOf({ draft, obstacle }: ReviewState): readonly ReadingNotice[] {
  return obstacle ? draft.notices.filter((notice) => notice !== 'nothing') : draft.notices;
}

/** What has become of the page since it was read. */
function PageNotice({ review, capture }: { review: ReviewState; capture: Capture }) {
  const { t } = useTranslation('capture');
  const { request, isRunning, shownUrl } = review;
  const stale = useStale(request?.part || isRunning ? undefined : request, review.batch);
  const { elsewhere } = capture;
  if (!request || isRunning) return null;
  if (elsewhere && elsewhere.url !== shownUrl) return <ElsewhereNotice page={elsewhere} onRead={capture.again} />;
  if (review.navigated) return <Alert color="orange">{t('navigated')}</Alert>;
  return stale ? <StaleNotice onAgain={() => capture.again(request, review.as)} /> : null;
}

/** The source channel of new companies; and for a text the way to file it as something else than somebody. */
function HowComeBy({ review, capture }: { review: ReviewState; capture: Capture }) {
  const { t } = useTranslation('capture');
  const words = useKindWords();
  const { draft, text, channel } = review;
  const hasNew = draft.parties.some(({ id, kind }) => kind === 'company' && !review.updates.has(id));
  return (
    <Group gap="xs" justify="space-between" align="end">
      {hasNew && (
        <NativeSelect
          size="xs"
          label={words({ name: 'company' }).field({ path: 'channel', label: undefined })}
          value={channel}
          onChange={(event) => {
            const chosen = CHANNELS.find((one) => one === event.currentTarget.value) ?? '';
            capture.inReview(() => ({ channel: chosen }));
          }}
          data={[
            { value: '', label: '–' },
            ...CHANNELS.map((value) => ({ value, label: words({ name: 'company' }).choice('channel', value) })),
          ]}
        />
      )}
      {text !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => capture.clip(text, { url: draft.url, title: draft.title })}
        >
          {t('asClip')}
        </Button>
      )}
    </Group>
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
