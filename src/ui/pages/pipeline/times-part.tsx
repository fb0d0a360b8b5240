import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { barsChart } from '@/src/domain/analysis/charts/bars-chart';
import { opportunity } from '@/src/domain/pipeline/opportunity.kind';
import { textIn } from '@/src/domain/pipeline/scheme';
import { CYCLE_MONTHS, cycleOf, stepTimes } from '@/src/domain/pipeline/step-times';
import { useInterface } from '../../app-context';
import { ChartView } from '../../charts/chart-view';
import { titleIn } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';
import { Figures } from './figures';
import { useLocalText, type Followed } from './use-schemes';

/** Opportunities listed one by one, those that take longest first. */
const MOST = 50;

/** How long opportunities stay in each step, and each as a whole against what is usual. */
export function TimesPart({ followed: { scheme, deals, rows } }: { followed: Followed }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const today = app.today();
  const { language } = format;
  const times = useMemo(() => stepTimes(scheme, deals, today), [scheme, deals, today]);
  const spec = useMemo(() => {
    const bars = scheme.steps.map(({ name }, i) => ({ name: textIn(name, language), value: times[i]?.median ?? 0 }));
    return barsChart(bars, { title: t('median'), format: ',.1~f' });
  }, [scheme, times, language, t]);
  const titles = new Map(rows.map((row) => [row.id, titleIn(opportunity, row)]));
  const cycles = deals
    .map((deal) => ({ id: deal.id, ...cycleOf(deal, scheme.sale, today) }))
    .toSorted((a, b) => b.days - a.days)
    .slice(0, MOST);
  const days = (value: number | null): string => (value === null ? '–' : format.value(value, 'days'));
  const [least, most] = CYCLE_MONTHS[scheme.sale];
  const slow = cycles.filter(({ standing }) => standing === 'long');
  if (deals.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('times')}>
      <Title order={2} size="h4">
        {t('times')}
      </Title>
      {times.some(({ median }) => (median ?? 0) > 0) && (
        <ChartView name="step-times" title={t('timesChart')} origin={[]} spec={spec} />
      )}
      <Figures
        name="times"
        caption={t('times')}
        head={[t('step'), t('stays'), t('median'), t('longest')]}
        rows={scheme.steps.map(({ id, name }, i) => {
          const { stays = 0, median = null, longest = null } = times[i] ?? {};
          return { key: id, cells: [text(name), format.count(stays), days(median), days(longest)] };
        })}
      />
      <Figures
        name="cycles"
        caption={t('cycle', { least, most })}
        head={[t('opportunity'), t('days'), t('against')]}
        rows={cycles.map(({ id, days: taken, standing }) => ({
          key: id,
          cells: [titles.get(id) ?? id, format.count(taken), t(`standing.${standing}`)],
        }))}
      />
      {slow.map(({ id }) => (
        <Text key={id} size="sm">
          <Anchor href={addressOf(opportunity, id)}>{titles.get(id) ?? id}</Anchor> – {t('standing.long')}
        </Text>
      ))}
    </Stack>
  );
}
