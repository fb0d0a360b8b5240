import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tradeStates, type TradeState } from '@/src/app/install-trade';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useWords } from '../../components/use-value-text';
import { useCustomFields } from '../../records/use-reading';

/** The trades, each with the fields it brings to a client's requirement, and the way to add them. */
export function TradeFields() {
  const { t } = useTranslation('trades');
  const customs = useCustomFields();
  if (!customs) return null;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('text')}</Text>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {tradeStates(customs).map((state) => (
          <li key={state.trade} data-trade={state.trade}>
            <Trade state={state} />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

function Trade({ state: { trade, fields, missing } }: { state: TradeState }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('trades');
  const words = useWords();
  const sentence = useSentence();
  const name = words(`trades:trade.${trade}`, trade);
  const install = async (): Promise<void> => {
    const installed = await app.trades.install(trade, (key) => words(`trades:${key}`, key));
    if (!installed.ok) return tell({ text: sentence(installed.error), tone: 'bad' });
    const { made: count, batchId } = installed.value;
    return tell({ text: t('added', { count }), undo: batchId });
  };
  return (
    <Group justify="space-between" gap="xs">
      <Stack gap={0} flex={1} miw={200}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {fields.map((field) => words(`trades:field.${field.name}`, field.name)).join(' · ')}
        </Text>
      </Stack>
      {missing.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('isAdded')}
        </Text>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          h="auto"
          py={4}
          maw="100%"
          styles={{ label: { whiteSpace: 'normal' } }}
          onClick={() => void install()}
        >
          {t('add', { trade: name })}
        </Button>
      )}
    </Group>
  );
}
