import { Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { barsChart } from '@/src/domain/analysis/charts/bars-chart';
import { groupLosses, lossesOf, priceBand, type Loss, type LossGroup } from '@/src/domain/pipeline/loss-reasons';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import { useInterface } from '../../app-context';
import { ChartView } from '../../charts/chart-view';
import { useWords } from '../../components/use-value-text';
import { useKindWords } from '../../records/kind-words';
import { useRows } from '../../records/use-reading';
import { Figures } from './figures';

const BY = {
  reason: ({ reason }: Loss) => reason,
  competitor: ({ competitor }: Loss) => competitor,
  price: ({ price }: Loss) => price && priceBand(price),
} as const;
type By = keyof typeof BY;
const NAMES: readonly By[] = ['reason', 'competitor', 'price'];

/** The register of unclosed clients, which may not be there. */
const UNCLOSED = 'unclosed-client';

/** Why we lost: what is closed as lost, and the register of unclosed clients, each counted once in every table. */
export function LossesPart({ opportunities }: { opportunities: readonly OpportunityRow[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('pipeline');
  const unclosed = useRows(UNCLOSED);
  const losses = useMemo(() => unclosed && lossesOf(opportunities, unclosed), [opportunities, unclosed]);
  const name = useGroupName();
  if (!losses || !unclosed) return null;
  const groups = NAMES.map((by) => ({ by, groups: groupLosses(losses, BY[by]) }));
  return (
    <Stack gap="xs" component="section" aria-label={t('losses')}>
      <Title order={2} size="h4">
        {t('losses')}
      </Title>
      <Text size="sm" {...(losses.length === 0 ? { c: 'dimmed' } : {})}>
        {losses.length === 0
          ? t('lossNone')
          : t('lossLead', { lost: losses.length - unclosed.length, unclosed: unclosed.length })}
      </Text>
      {losses.length > 0 && <ReasonChart groups={groups[0]?.groups ?? []} />}
      {losses.length > 0 &&
        groups.map(({ by, groups: own }) => (
          <Figures
            key={by}
            name={`losses-${by}`}
            caption={t(`by.${by}`)}
            head={[t(`by.${by}`), t('lossCount')]}
            rows={own.map(({ key, losses: ids }) => ({
              key: key ?? '',
              cells: [name(by, key), format.count(ids.length)],
            }))}
            total={[t('total'), format.count(losses.length)]}
          />
        ))}
    </Stack>
  );
}

function ReasonChart({ groups }: { groups: readonly LossGroup[] }) {
  const { t } = useTranslation('pipeline');
  const name = useGroupName();
  const said = groups.map(({ key, losses }) => `${losses.length} ${name('reason', key)}`).join('\n');
  const spec = useMemo(() => {
    const bars = said.split('\n').map((line) => {
      const [count = '0', ...words] = line.split(' ');
      return { name: words.join(' '), value: Number(count) };
    });
    return barsChart(bars, { title: t('lossCount'), format: 'd' });
  }, [said, t]);
  return <ChartView name="losses" title={t('losesChart')} origin={[]} spec={spec} />;
}

/** What a group is called: reasons by the words of the kinds that have them, prices by where they begin. */
function useGroupName(): (by: By, key: string | undefined) => string {
  const { format } = useInterface();
  const { t } = useTranslation('pipeline');
  const own = useKindWords()(opportunity);
  const words = useWords();
  return (by, key) => {
    if (key === undefined) return t('unknown');
    if (by === 'reason') return words(`kind-${UNCLOSED}:choice.reason.${key}`, own.choice('lostReason', key));
    if (by === 'competitor') return key;
    const [currency = '', amount = '0'] = key.split(' ');
    return t('from', { amount: format.money(amount), currency });
  };
}
