import { Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface, useLive } from '../../app-context';
import { useTold } from '../../components/use-told';
import { hashOf } from '../../shell/route';

/** Sets the tiers of all companies that are customers of a sales file. */
export function AssignPanel() {
  const { app, format } = useInterface();
  const { t } = useTranslation('tiers');
  const told = useTold();
  const files = useSalesFiles();
  const [chosen, setChosen] = useState<string>();
  const [overHand, setOverHand] = useState(false);
  const [busy, setBusy] = useState(false);
  const dataset = files?.find(({ id }) => id === chosen) ?? files?.[0];
  const assign = async (of: Row<DatasetFields>): Promise<void> => {
    setBusy(true);
    const done = await app.accounts.assignTiers({ dataset: of, overHand });
    setBusy(false);
    told(done, done.ok ? t('assigned', { count: done.value.set, kept: format.count(done.value.kept) }) : '');
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="assign-tiers">
      <Title order={2} size="h4" id="assign-tiers">
        {t('assignTitle')}
      </Title>
      <Text size="sm" maw="75ch">
        {t('assignLead')}
      </Text>
      {files?.length === 0 && <NoSalesFile />}
      {files && dataset && (
        <Group align="end" gap="sm">
          <SalesFileSelect files={files} value={dataset.id} onChange={setChosen} />
          <Checkbox
            label={t('overHand')}
            checked={overHand}
            mb={8}
            onChange={(event) => setOverHand(event.currentTarget.checked)}
          />
          <Button loading={busy} data-action="assign-tiers" onClick={() => void assign(dataset)}>
            {t('assign')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** The sales files whose columns are there, the newest first; undefined until they are read. */
export function useSalesFiles(): readonly Row<DatasetFields>[] | undefined {
  const all = useLive('datasets', (app) => app.datasets.list());
  return all?.filter(({ state }) => state === 'ready').toReversed();
}

export function NoSalesFile() {
  const { t } = useTranslation('tiers');
  return (
    <Text size="sm">
      {t('noFile')} <Anchor href={hashOf(['data'])}>{t('toData')}</Anchor>
    </Text>
  );
}

interface SelectProps {
  readonly files: readonly Row<DatasetFields>[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function SalesFileSelect({ files, value, onChange }: SelectProps) {
  const { t } = useTranslation('tiers');
  return (
    <NativeSelect
      label={t('file')}
      value={value}
      data={files.map(({ id, fields }) => ({ value: id, label: fields.name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
