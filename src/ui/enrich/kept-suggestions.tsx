import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptSuggestions as Kept } from '@/src/app/bulk-enrich-uses';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { decidedAs, withDecision, type Decisions } from './decisions';
import { ProposalList } from './proposal-list';

/** What enrichment of many kept for this company, to be decided on one by one. */
export function KeptSuggestions({ row }: { row: Row<CompanyFields> }) {
  const { format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const { t: shell } = useTranslation();
  const [opened, setOpened] = useState(false);
  const kept = useLive(`kept:${row.id}`, (app) => app.bulk.keptFor(row));
  if (!kept) return null;
  const count = kept.list.length;
  return (
    <Group>
      <Button size="compact-sm" variant="light" data-action="kept" onClick={() => setOpened(true)}>
        {t('kept', { count, number: format.count(count) })}
      </Button>
      {opened && (
        <Modal
          opened
          onClose={() => setOpened(false)}
          size="lg"
          title={t('keptTitle', { name: row.fields.name.value })}
          closeButtonProps={{ 'aria-label': shell('action.close') }}
        >
          <Review kept={kept} name={row.fields.name.value} onDone={() => setOpened(false)} />
        </Modal>
      )}
    </Group>
  );
}

function Review({ kept, name, onDone }: { kept: Kept; name: string; onDone: () => void }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation(['bulk-enrich', 'enrich']);
  const sentence = useSentence();
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [fault, setFault] = useState<string>();
  const { list, job } = kept;
  const save = async (): Promise<void> => {
    const saved = await app.bulk.decide(
      kept,
      decidedAs(decisions, list, 'accept'),
      decidedAs(decisions, list, 'refuse'),
    );
    if (!saved.ok) return setFault(sentence(saved.error));
    onDone();
    return tell({ text: t('decided', { name }), undo: saved.value.batchId });
  };
  return (
    <Stack>
      {job.fields.outcome?.isDoubted && <Text role="alert">{t('enrich:doubted')}</Text>}
      <ProposalList
        list={list}
        decisions={decisions}
        onDecide={(one, decision) => setDecisions((known) => withDecision(known, list, one, decision))}
      />
      {fault && <Text role="alert">{fault}</Text>}
      <Group>
        <Button onClick={() => void save()} disabled={decisions.size === 0} data-action="save-kept">
          {t('enrich:save')}
        </Button>
      </Group>
    </Stack>
  );
}
