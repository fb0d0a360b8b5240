import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerMatchRow } from '@/src/domain/enrich/own-data/customer-match.kind';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface, useLive } from '../../app-context';
import { hashOf } from '../../shell/route';
import { OwnCustomer } from './own-customer';
import { OwnProposals } from './own-proposals';

/** As many datasets as the worker keeps in memory are looked into at once; another would push one of them out. */
const AT_ONCE = 2;

/** What the user's own sales files say of a company, the newest file first. */
export function OwnData({ row }: { row: Row<CompanyFields> }) {
  const { settings } = useInterface();
  return settings['enrich-own-data'] === 'off' ? null : <OwnDatasets row={row} />;
}

function OwnDatasets({ row }: { row: Row<CompanyFields> }) {
  const { t } = useTranslation('own-data');
  const datasets = useLive('datasets', (app) => app.datasets.list());
  const answers = useLive(`own-data:${row.id}`, (app) => app.ownData.answers(row.id));
  if (!datasets || !answers) return null;
  const ready = datasets.filter(({ state }) => state === 'ready').toReversed();
  const same = answers.filter(({ fields }) => fields.answer === 'same');
  const lost = same.filter(({ fields }) => !ready.some(({ id }) => id === fields.dataset));
  return (
    <Stack gap="xs" data-own-data>
      <Title order={2} size="h5">
        {t('title')}
      </Title>
      {ready.length === 0 && (
        <Text size="sm">
          {t('none')} <Anchor href={hashOf(['data'])}>{t('toData')}</Anchor>
        </Text>
      )}
      {ready.map((dataset, i) => (
        <OwnDataset
          key={dataset.id}
          row={row}
          dataset={dataset}
          answers={answers.filter(({ fields }) => fields.dataset === dataset.id)}
          known={same.filter(({ fields }) => fields.dataset !== dataset.id).map(({ fields }) => fields.customer)}
          looksNow={i < AT_ONCE}
        />
      ))}
      {lost.map(({ id, fields }) => (
        <Text key={id} size="sm" c="dimmed">
          {t('fileGone', { customer: fields.label })}
        </Text>
      ))}
    </Stack>
  );
}

interface Props {
  readonly row: Row<CompanyFields>;
  readonly dataset: Row<DatasetFields>;
  /** What was said of this company and customers of this file. */
  readonly answers: readonly CustomerMatchRow[];
  /** The keys that the company has in other files. */
  readonly known: readonly string[];
  readonly looksNow: boolean;
}

/** One file: the figures of the customer that the company is, or the customers that it may be. */
function OwnDataset({ row, dataset, answers, known, looksNow }: Props) {
  const { t } = useTranslation('own-data');
  const [looks, setLooks] = useState(looksNow);
  const same = answers.filter(({ fields }) => fields.answer === 'same');
  return (
    <Stack gap={4} data-own-dataset={dataset.id}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {dataset.fields.name}
      </Text>
      {!looks && (
        <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setLooks(true)}>
          {t('look')}
        </Button>
      )}
      {looks && same.map((match) => <OwnCustomer key={match.id} dataset={dataset} match={match} />)}
      {looks && same.length === 0 && <OwnProposals row={row} dataset={dataset} answers={answers} known={known} />}
    </Stack>
  );
}
