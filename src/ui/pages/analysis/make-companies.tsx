import { Alert, Button, Checkbox, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactPlan } from '@/src/app/import-contacts';
import { namesakes } from '@/src/domain/exchange/cards-of-names';
import { NO_CHOICES, type ImportChoices } from '@/src/domain/exchange/decide-cards';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useWords } from '../../components/use-value-text';

interface Props {
  /** What the names come from. */
  readonly dataset: Row<DatasetFields>;
  /** What customers are called in it → the keys of those of that name. */
  readonly customers: ReadonlyMap<string, readonly string[]>;
  readonly onClose: () => void;
}

/** Files the customers of a table as companies, after saying what that comes to. One batch, which can be undone. */
export function MakeCompanies({ dataset, customers, onClose }: Props) {
  const { app, tell } = useInterface();
  const { t } = useTranslation(['analysis-page', 'tiers']);
  const sentence = useSentence();
  const [label, setLabel] = useState(() => t('keyAccount'));
  const [joins, setJoins] = useState(true);
  const [asksTier, setAsksTier] = useState(true);
  const tiers = useLive('tiers', (of) => of.accounts.tiers());
  const isFirst = tiers?.length === 0;
  const hasTiers = isFirst || (tiers?.some(({ state }) => state === 'used') ?? false);
  const words = useWords();
  const names = useMemo(() => [...customers.keys()], [customers]);
  const plan = usePlan(dataset.fields.name, names, label);
  const setsTier = hasTiers && asksTier;
  if (!plan) {
    return (
      <Modal opened onClose={onClose} title={t('makeCompanies')}>
        <Loader size="sm" />
      </Modal>
    );
  }
  const same = namesakes(plan.cards);
  const choices: ImportChoices = { ...NO_CHOICES, otherwise: 'new', answers: joins ? same : new Map() };
  const decided = app.contacts.decide(plan, choices).cards;
  const count = (...outcomes: readonly string[]): number =>
    decided.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const isNothing = count('new', 'update') === 0 && !setsTier;
  const fileThem = async (): Promise<void> => {
    const done = setsTier
      ? await app.accounts.fileKeyAccounts({
          dataset,
          keys: customers,
          plan,
          choices,
          word: (key) => words(`tiers:${key}`, key),
        })
      : await app.contacts.import(plan, choices);
    if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
    const { batchId } = done.value;
    tell({ text: t('companiesMade', { made: count('new'), changed: count('update') }), undo: batchId });
    return onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('makeCompanies')}>
      <Stack>
        <TextInput
          label={t('importanceLabel')}
          value={label}
          maxLength={60}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Text size="sm">
          {t('companiesPlan', { made: count('new'), changed: count('update'), same: count('same', 'joined') })}
        </Text>
        {same.size > 0 && (
          <Checkbox
            label={t('companiesJoin', { count: same.size })}
            checked={joins}
            onChange={(event) => setJoins(event.currentTarget.checked)}
          />
        )}
        {hasTiers && (
          <Checkbox
            label={t('tiers:makeWithTier')}
            description={isFirst ? t('tiers:makeWithStarters', { standards: t('tiers:installLead') }) : undefined}
            checked={asksTier}
            onChange={(event) => setAsksTier(event.currentTarget.checked)}
            data-action="with-tier"
          />
        )}
        {isNothing && <Alert variant="outline">{t('companiesNothing')}</Alert>}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={isNothing} onClick={() => void fileThem()} data-action="make-companies">
            {t('companiesFile')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What filing would come to; undefined until it is known. */
function usePlan(file: string, names: readonly string[], label: string): ContactPlan | undefined {
  const { app } = useInterface();
  const [plan, setPlan] = useState<ContactPlan>();
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const answer = await app.contacts.planNames(file, names, label);
      if (!gone && answer.ok) setPlan(answer.value);
    };
    void look();
    return () => {
      gone = true;
    };
  }, [app, file, names, label]);
  return plan;
}
