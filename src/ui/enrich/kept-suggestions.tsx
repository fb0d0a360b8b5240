import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptSuggestions as Kept } from '@/src/app/bulk-enrich-uses';
import type { Proposal } from '@/src/domain/enrich/propose';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { ProposalLine } from './proposal-line';
import type { Decision } from './use-enrichment';

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
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [fault, setFault] = useState<string>();
  const { list, job } = kept;
  const save = async (): Promise<void> => {
    const decided = (wanted: Decision): Proposal[] => list.filter(({ id }) => decisions.get(id) === wanted);
    const saved = await app.bulk.decide(kept, decided('accept'), decided('refuse'));
    if (!saved.ok) return setFault(sentence(saved.error));
    onDone();
    return tell({ text: t('decided', { name }), undo: saved.value.batchId });
  };
  return (
    <Stack>
      {job.fields.outcome?.isDoubted && <Text role="alert">{t('enrich:doubted')}</Text>}
      <Stack gap="sm">
        {list.map((one) => (
          <ProposalLine
            key={one.id}
            proposal={one}
            decision={decisions.get(one.id)}
            onDecide={(decision) => setDecisions((known) => withDecision(known, list, one, decision))}
          />
        ))}
      </Stack>
      {fault && <Text role="alert">{fault}</Text>}
      <Group>
        <Button onClick={() => void save()} disabled={decisions.size === 0} data-action="save-kept">
          {t('enrich:save')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Of a field that holds one value only one is accepted. */
function withDecision(
  known: ReadonlyMap<string, Decision>,
  list: readonly Proposal[],
  { id, field }: Proposal,
  decision: Decision | undefined,
): ReadonlyMap<string, Decision> {
  const rivals = decision === 'accept' && !company.fields[field].many ? list.filter((one) => one.field === field) : [];
  const gone = new Set([id, ...rivals.flatMap((one) => (known.get(one.id) === 'accept' ? one.id : []))]);
  const next = new Map([...known].filter(([one]) => !gone.has(one)));
  return decision ? next.set(id, decision) : next;
}
