import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerMatchRow } from '@/src/domain/enrich/own-data/customer-match.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useAnswer } from '../analysis/use-answer';
import { OwnFigures } from './own-figures';
import { useOwnAnswer, versionOf } from './use-own-answer';

interface Props {
  readonly dataset: Row<DatasetFields>;
  readonly match: CustomerMatchRow;
}

/** The customer of a file that a company is, why, and its figures. */
export function OwnCustomer({ dataset, match }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('own-data');
  const sentence = useSentence();
  const answer = useOwnAnswer(dataset);
  const { company, customer: key, label, signs = [] } = match.fields;
  const asked = `${versionOf(dataset)} ${key}`;
  const question = useMemo(() => ({ asked }), [asked]);
  const figures = useAnswer(question, () => app.ownData.figures(dataset.id, key));
  const customer = { key, label, reasons: signs, doubts: [] };
  return (
    <Stack gap={4} data-own-customer={key}>
      <Group justify="space-between" align="start" gap="xs" wrap="nowrap">
        <Stack gap={0}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {label === key ? label : t('named', { label, key })}
          </Text>
          {signs.map(({ rule, own, theirs }) => (
            <Text key={`${rule} ${theirs}`} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t(`sign.${rule}`, { own, theirs })}
            </Text>
          ))}
        </Stack>
        <Button
          size="compact-xs"
          variant="subtle"
          flex="none"
          data-action="not-same"
          aria-label={t('otherOf', { label })}
          onClick={() => answer({ company, customer, answer: 'other' })}
        >
          {t('other')}
        </Button>
      </Group>
      {!figures && <Loader size="xs" role="status" aria-label={t('counting')} />}
      {figures && !figures.ok && <Alert color="red">{sentence(figures.error)}</Alert>}
      {figures?.ok && !figures.value && <Text size="sm">{t('customerGone')}</Text>}
      {figures?.ok && figures.value && <OwnFigures dataset={dataset} figures={figures.value} />}
    </Stack>
  );
}
