import { Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { parseDecimal } from '@/src/kernel/money';
import type { StoredFacts } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useMoneyWords } from './use-facts-words';

interface Props {
  readonly facts: StoredFacts;
  /** The name of the file, or of what came of it. */
  readonly name: string;
  /** Where the rows themselves can be had from, saved or not. */
  readonly dataset?: RecordId | undefined;
}

/** The rows that do not count, by reason, and the way to have them as a file. */
export function SetAsideList({ facts, name, dataset }: Props) {
  const { app, format } = useInterface();
  const { t } = useTranslation('data');
  const money = useMoneyWords();
  const { setAside, currency, currencies = [] } = facts;
  const rows = setAside.reduce((sum, one) => sum + one.rows, 0);
  if (rows === 0) return null;
  const save = async (id: RecordId): Promise<void> => {
    const content = await app.datasets.setAside(id);
    if (content) app.host.saveFile(`${name.replace(/\.\w{1,5}$/, '')}-${t('setAsideFile')}.csv`, content);
  };
  return (
    <Stack gap={4} align="start" data-set-aside={rows}>
      <Text size="sm" fw={600}>
        {t('setAsideCount', { count: rows })}
      </Text>
      <List size="sm">
        {setAside.map(({ reason, rows: count, amount }) => {
          // Amounts of several currencies cannot be added up: what they come to is not said.
          const isOne = reason !== 'other-currency' && currencies.length < 2;
          const worth = isOne && parseDecimal(amount)?.units !== 0n;
          return (
            <List.Item key={reason} data-reason={reason}>
              {format.count(count)} · {t(`setAsideReason.${reason}`)}
              {worth && ` · ${t('setAsideWorth', { amount: money(amount, currency ?? undefined) })}`}
            </List.Item>
          );
        })}
      </List>
      {dataset !== undefined && (
        <Button size="compact-sm" variant="light" onClick={() => void save(dataset)}>
          {t('exportSetAside')}
        </Button>
      )}
    </Stack>
  );
}
