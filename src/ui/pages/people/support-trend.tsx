import { Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { entryOfSeat, stanceTimeline, type Written } from '@/src/domain/people/stance-timeline';
import { coverageTrend, supportCoverage, type SupportCoverage } from '@/src/domain/people/support-coverage';
import type { StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { COLOURS } from '@/src/domain/analysis/charts/theme-colours';
import { useInterface } from '../../app-context';
import { ChartView } from '../../charts/chart-view';
import classes from './people.module.css';

/** How far back the line goes. */
const MONTHS = 12;

interface Props {
  readonly seats: readonly StakeholderRow[];
  readonly histories: ReadonlyMap<RecordId, readonly Written[]>;
}

/** The support coverage now, in a sentence, and over the last months as a line over its figures (支持面). */
export function SupportTrend({ seats, histories }: Props) {
  const { app, format } = useInterface();
  const { t } = useTranslation('people');
  const today = app.today();
  const { now, trend } = useMemo(() => supportOf({ seats, histories }, today), [seats, histories, today]);
  const title = t('support.chart');
  const share = t('support.share');
  const day = t('support.day');
  const spec = useMemo(() => trendSpec(trend, { share, day }), [trend, share, day]);
  return (
    <Stack gap="xs" data-support={now.share === null ? '' : format.share(now.share)}>
      <Title order={2} size="h4">
        {t('support.title')}
      </Title>
      <Text size="sm">
        {now.share === null
          ? t('support.none')
          : t('support.now', { share: format.share(now.share), supportive: now.supportive, total: now.total })}
        {now.unverified > 0 && ` ${t('support.unverified', { count: now.unverified })}`}
        {now.unscored > 0 && ` ${t('support.unscored', { count: now.unscored })}`}
      </Text>
      {trend.length > 1 && (
        <ChartView name="support-coverage" title={title} origin={[t('support.origin')]} spec={spec} />
      )}
      {trend.length > 0 && <Figures trend={trend} />}
    </Stack>
  );
}

function supportOf({ seats, histories }: Props, today: string) {
  const timelines = seats.map((seat) => stanceTimeline(seat, histories.get(seat.id) ?? []));
  return {
    now: supportCoverage(seats.map(entryOfSeat), today),
    trend: coverageTrend(timelines, today, MONTHS).filter(({ share }) => share !== null),
  };
}

/** What the chart shows, for everybody who cannot see it. */
function Figures({ trend }: { trend: readonly SupportCoverage[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('people');
  return (
    <div className={classes['scroller']} tabIndex={0} role="group" aria-label={t('support.table')}>
      <table style={{ borderSpacing: '16px 2px', fontVariantNumeric: 'tabular-nums' }}>
        <caption style={{ textAlign: 'start' }}>{t('support.table')}</caption>
        <thead>
          <tr>
            {(['day', 'share', 'supportive', 'unverified', 'total'] as const).map((column) => (
              <th key={column} scope="col" style={{ textAlign: 'start' }}>
                {column === 'unverified' ? t('unverified') : t(`support.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.map(({ day, share, supportive, unverified, total }) => (
            <tr key={day}>
              <td>{format.day(day)}</td>
              <td>{share === null ? '–' : format.share(share)}</td>
              <td>{supportive}</td>
              <td>{unverified}</td>
              <td>{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function trendSpec(
  trend: readonly SupportCoverage[],
  words: { readonly share: string; readonly day: string },
): ChartSpec {
  const axis = { format: '%', tickCount: 5 };
  return {
    data: { values: trend.map(({ day, share }) => ({ day, share })) },
    width: 'container',
    height: 180,
    mark: { type: 'line', point: true, color: COLOURS.value },
    encoding: {
      x: { field: 'day', type: 'temporal', title: null, axis: { tickCount: 6 } },
      y: { field: 'share', type: 'quantitative', title: words.share, axis, scale: { domain: [0, 1] } },
      tooltip: [
        { field: 'day', type: 'temporal', title: words.day },
        { field: 'share', type: 'quantitative', title: words.share, format: '.1%' },
      ],
    },
  };
}
