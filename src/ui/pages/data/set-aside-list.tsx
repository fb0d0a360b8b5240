import { Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseDecimal } from '@/src/kernel/money';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';

/** The rows that do not count, by reason, and the way to have them as a file. */
export function SetAsideList({ dataset }: { dataset: Row<DatasetFields> }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('data');
  const { setAside } = dataset.fields.facts;
  const rows = setAside.reduce((sum, one) => sum + one.rows, 0);
  if (rows === 0) return null;
  const save = async (): Promise<void> => {
    const content = await app.datasets.setAside(dataset.id);
    if (content) app.host.saveFile(`${dataset.fields.name}-${t('setAsideFile')}.csv`, content);
  };
  return (
    <Stack gap={4} align="start">
      <Text size="sm" fw={600}>
        {t('setAsideCount', { count: rows })}
      </Text>
      <List size="sm">
        {setAside.map(({ reason, rows: count, amount }) => (
          <List.Item key={reason}>
            {format.count(count)} · {t(`setAsideReason.${reason}`)}
            {parseDecimal(amount)?.units !== 0n && ` · ${t('setAsideWorth', { amount: format.money(amount) })}`}
          </List.Item>
        ))}
      </List>
      {dataset.state === 'ready' && (
        <Button size="compact-sm" variant="light" onClick={() => void save()}>
          {t('exportSetAside')}
        </Button>
      )}
    </Stack>
  );
}
