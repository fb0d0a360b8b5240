import { Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDecimal, toNumber } from '@/src/kernel/money';
import { barsChart } from '@/src/domain/analysis/charts/bars-chart';
import { funnelOf, type Funnel } from '@/src/domain/pipeline/funnel';
import { textIn } from '@/src/domain/pipeline/scheme';
import { useInterface } from '../../app-context';
import { ChartView } from '../../charts/chart-view';
import { goTo, type Route } from '../../shell/route';
import { Figures } from './figures';
import { LossesPart } from './losses-part';
import { SchemeSelect } from './scheme-select';
import { TimesPart } from './times-part';
import { useMoneyText } from './use-money-text';
import { chosenOf, useFollowed, useLocalText, type Followed } from './use-schemes';

/** What can be counted on: the weighted funnel of a scheme, how long its steps take, and why things were lost. */
export function ForecastPage({ route }: { route: Route }) {
  const all = useFollowed();
  const chosen = all && chosenOf(all, route.params['scheme']);
  if (!chosen) return null;
  return (
    <Stack gap="lg">
      <SchemeSelect all={all} chosen={chosen} onChoose={(scheme) => goTo(['pipeline', 'forecast'], { scheme })} />
      <FunnelPart followed={chosen} />
      <TimesPart followed={chosen} />
      <LossesPart opportunities={all.flatMap(({ rows }) => rows)} />
    </Stack>
  );
}

function FunnelPart({ followed: { scheme, deals } }: { followed: Followed }) {
  const { app, settings, format } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const money = useMoneyText('\n');
  const isCapped = settings['forecast-cap'] !== 'off';
  const funnel = useMemo(() => funnelOf(scheme, deals, isCapped), [scheme, deals, isCapped]);
  const hasWeights = scheme.steps.some(({ probability }) => probability !== undefined);
  const rows = funnel.steps.map(({ id, name, step, deals: own, sums, weighted }) => {
    const percent = step?.probability;
    const called = step ? text(name) : t('goneStep', { name: text(name) });
    const shown = percent === undefined ? '–' : t('probability', { percent });
    return { key: id, cells: [called, format.count(own.length), shown, money(sums), money(weighted)] };
  });
  return (
    <Stack gap="xs" component="section" aria-label={t('funnel')}>
      <Group justify="space-between" align="start" gap="xs">
        <Title order={2} size="h4">
          {t('funnel')}
        </Title>
        <Switch
          label={t('cap')}
          description={t('capHint')}
          checked={isCapped}
          maw={420}
          onChange={(event) => void app.settings.change('forecast-cap', event.currentTarget.checked ? 'on' : 'off')}
        />
      </Group>
      {!hasWeights && <Text size="sm">{t('noWeights')}</Text>}
      {funnel.withoutAmount > 0 && <Text size="sm">{t('noAmount', { count: funnel.withoutAmount })}</Text>}
      {funnel.count === 0 && <Text c="dimmed">{t('noneHere')}</Text>}
      {funnel.weighted.map(({ currency }) => (
        <CurrencyChart key={currency} currency={currency} funnel={funnel} />
      ))}
      <Figures
        name="funnel"
        caption={t('perCurrency')}
        head={[t('step'), t('count'), t('percent'), t('sum'), t('weightedSum')]}
        rows={rows}
        total={[t('total'), format.count(funnel.count), '', money(funnel.sums), money(funnel.weighted)]}
      />
    </Stack>
  );
}

function CurrencyChart({ currency, funnel }: { currency: string; funnel: Funnel }) {
  const { format } = useInterface();
  const { t } = useTranslation('pipeline');
  const title = t('funnelIn', { currency });
  const axis = t('weightedSum');
  const spec = useMemo(() => {
    const bars = funnel.steps.map(({ name, weighted }) => {
      const amount = parseDecimal(weighted.find((one) => one.currency === currency)?.amount ?? '0');
      // Drawn as a double: the digits are in the table.
      return { name: textIn(name, format.language), value: amount ? toNumber(amount) : 0 };
    });
    return barsChart(bars, { title: axis, format: ',.0f' });
  }, [funnel, currency, axis, format.language]);
  return <ChartView name={`funnel-${currency}`} title={title} origin={[t('perCurrency')]} spec={spec} />;
}
