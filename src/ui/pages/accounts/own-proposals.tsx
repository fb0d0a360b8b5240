import { Button, Card, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposed } from '@/src/app/own-data';
import { companySigns } from '@/src/domain/enrich/own-data/company-signs';
import type { Answer, CustomerMatchRow } from '@/src/domain/enrich/own-data/customer-match.kind';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useAnswer } from '../analysis/use-answer';
import { useOwnAnswer, versionOf } from './use-own-answer';

interface Props {
  readonly row: Row<CompanyFields>;
  readonly dataset: Row<DatasetFields>;
  readonly answers: readonly CustomerMatchRow[];
  /** The keys that the company has in other files. */
  readonly known: readonly string[];
}

/** The customers of a file that a company may be, each with what speaks for it, to be decided once. */
export function OwnProposals({ row, dataset, answers, known }: Props) {
  const { app } = useInterface();
  const { t } = useTranslation('own-data');
  const sentence = useSentence();
  const asked = JSON.stringify([
    versionOf(dataset),
    companySigns(row.fields, known),
    answers.map(({ fields }) => fields.customer),
  ]);
  const question = useMemo(() => ({ asked }), [asked]);
  const found = useAnswer(question, () => app.ownData.propose(row, dataset));
  if (!found) return <Loader size="xs" role="status" aria-label={t('looking')} />;
  if (!found.ok) return <Text role="alert">{sentence(found.error)}</Text>;
  const { candidates, equallySure, onlyExact } = found.value;
  const isNone = candidates.every(({ tier }) => tier === 'never');
  return (
    <Stack gap="xs">
      {isNone && <Text size="sm">{t('noneLike')}</Text>}
      {equallySure > 1 && <Text size="sm">{t('equallySure', { count: equallySure })}</Text>}
      {candidates.map((one) => (
        <Proposal key={one.key} row={row} dataset={dataset} proposed={one} />
      ))}
      {onlyExact && (
        <Text size="xs" c="dimmed">
          {t('onlyExact')}
        </Text>
      )}
      <Refused row={row} dataset={dataset} count={answers.length} />
    </Stack>
  );
}

function Proposal({ row, dataset, proposed }: Pick<Props, 'row' | 'dataset'> & { proposed: Proposed }) {
  const { t } = useTranslation(['own-data', 'accounts']);
  const answer = useOwnAnswer(dataset);
  const { key, label, tier, reasons, doubts, takenBy } = proposed;
  const say = (said: Answer): void => answer({ company: row.id, customer: proposed, answer: said });
  return (
    <Card withBorder padding="xs" data-customer={key}>
      <Stack gap={4}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {label === key ? label : t('named', { label, key })}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`accounts:tier.${tier}`)}
        </Text>
        <List size="xs" style={{ overflowWrap: 'anywhere' }}>
          {[...reasons, ...doubts].map(({ rule, own, theirs }) => (
            <List.Item key={`${rule} ${theirs}`}>{t(`sign.${rule}`, { own, theirs })}</List.Item>
          ))}
          {takenBy.map((name) => (
            <List.Item key={`taken ${name}`}>{t('takenBy', { name })}</List.Item>
          ))}
        </List>
        <Group gap="xs">
          {tier !== 'never' && (
            <Button
              size="compact-sm"
              variant="light"
              data-action="same"
              aria-label={t('sameOf', { label })}
              onClick={() => say('same')}
            >
              {t('same')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            data-action="other"
            aria-label={t('otherOf', { label })}
            onClick={() => say('other')}
          >
            {t('other')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** How many are not proposed because the user said so, and the way to have them back. */
function Refused({ row, dataset, count }: Pick<Props, 'row' | 'dataset'> & { count: number }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('own-data');
  const sentence = useSentence();
  if (count === 0) return null;
  const again = async (): Promise<void> => {
    const done = await app.ownData.askAgain(row.id, dataset.id);
    if (!done.ok) tell({ text: sentence(done.error), tone: 'bad' });
  };
  return (
    <Group gap="xs">
      <Text size="xs" c="dimmed">
        {t('refused', { count })}
      </Text>
      <Button size="compact-xs" variant="subtle" data-action="again" onClick={() => void again()}>
        {t('again')}
      </Button>
    </Group>
  );
}
