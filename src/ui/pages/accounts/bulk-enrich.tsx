import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkPlan, BulkSource } from '@/src/app/bulk-enrich-uses';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useKindWords } from '../../records/kind-words';
import { goTo } from '../../shell/route';
import { useShortList } from './use-short-list';

/** Ages in days after which values can be compared with their source again. */
const AGES = [30, 90, 180, 365];

/** Enriches all companies that are ticked: first the plan in words, then the queue. */
export function BulkEnrich({ rows }: { rows: readonly Row<CompanyFields>[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const { t: shell } = useTranslation();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const number = format.count(rows.length);
  return (
    <>
      <Button size="compact-sm" variant="default" data-action="bulk-enrich" onClick={() => setOpened(true)}>
        {t('action', { number })}
      </Button>
      {opened && (
        <Modal
          opened
          onClose={close}
          size="lg"
          title={t('title', { count: rows.length, number })}
          closeButtonProps={{ 'aria-label': shell('action.close') }}
        >
          <PlanOf rows={rows} onAdded={close} />
        </Modal>
      )}
    </>
  );
}

function PlanOf({ rows, onAdded }: { rows: readonly Row<CompanyFields>[]; onAdded: () => void }) {
  const { app, settings, tell, format } = useInterface();
  const { t } = useTranslation('bulk-enrich');
  const sentence = useSentence();
  const [now] = useState(() => app.now());
  const [olderThan, setOlderThan] = useState<number>();
  const [fault, setFault] = useState<string>();
  const plan = app.bulk.plan(rows, settings, { olderThan, now });
  /** In the very turn of the click: the browser asks for the sites. */
  const start = async (): Promise<void> => {
    const added = await app.bulk.add(plan, olderThan);
    if (!added.ok) return setFault(added.error.code === 'not-allowed' ? t('notAllowed') : sentence(added.error));
    onAdded();
    const count = added.value;
    tell({ text: count === 0 ? t('addedNone') : t('added', { count, number: format.count(count) }) });
    goTo(['accounts', 'enrichment']);
  };
  return (
    <Stack>
      <NativeSelect
        label={t('wish')}
        value={olderThan ?? ''}
        onChange={(event) => setOlderThan(Number(event.currentTarget.value) || undefined)}
        data={[
          { value: '', label: t('wishFill') },
          ...AGES.map((days) => ({ value: String(days), label: t('wishOlder', { days }) })),
        ]}
      />
      <PlanWords plan={plan} compares={olderThan !== undefined} />
      {fault && <Text role="alert">{fault}</Text>}
      {plan.rows.length > 0 && (
        <Group>
          <Button onClick={() => void start()} data-action="queue">
            {t('start')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Whom the run asks, how often, with what; what it does with the answers; who is passed over. */
function PlanWords({ plan, compares }: { plan: BulkPlan; compares: boolean }) {
  const { format } = useInterface();
  const { t } = useTranslation(['bulk-enrich', 'enrich']);
  const shortList = useShortList();
  const { without, fresh, over, mostRequests, rows } = plan;
  const counted = (count: number) => ({ count, number: format.count(count) });
  return (
    <Stack gap="xs" data-bulk-plan>
      {rows.length === 0 && <Text>{t('nothingToAsk')}</Text>}
      {plan.sources.map((source) => (
        <Source key={source.provider} source={source} />
      ))}
      {rows.length > 0 && (
        <>
          <Text size="sm">{t('planMost', counted(mostRequests))}</Text>
          <Text size="sm">{t('planLeaves')}</Text>
          {plan.personalData && <Text size="sm">{t('enrich:planPeople')}</Text>}
          <Text size="sm">{t(compares ? 'planCompares' : 'planFiles')}</Text>
          <Text size="sm">{t('planWorks')}</Text>
          <Text size="sm" c="dimmed">
            {t('planPermission')}
          </Text>
        </>
      )}
      {without.length > 0 && (
        <Text size="sm" data-without style={{ overflowWrap: 'anywhere' }}>
          {t('without', {
            ...counted(without.length),
            names: shortList(without.map(({ fields }) => fields.name.value)),
          })}
        </Text>
      )}
      {fresh > 0 && <Text size="sm">{t('fresh', counted(fresh))}</Text>}
      {over > 0 && <Text size="sm">{t('over', counted(over))}</Text>}
    </Stack>
  );
}

function Source({ source: { provider, hosts, companies, sends } }: { source: BulkSource }) {
  const { format } = useInterface();
  const { t } = useTranslation(['bulk-enrich', 'enrich']);
  const words = useKindWords()(company);
  const shortList = useShortList();
  const isSite = provider === 'own-site';
  // A site and its twin with www are one.
  const named = isSite ? hosts.filter((host) => !host.startsWith('www.')) : hosts;
  const count = isSite ? named.length : companies;
  const number = format.count(count);
  const fields = sends.map((field) => words.field({ path: field, label: undefined })).join(t('and'));
  return (
    <Text size="sm" data-plan={provider} style={{ overflowWrap: 'anywhere' }}>
      {isSite
        ? t('planSites', { count, number, hosts: shortList(named) })
        : t('planRegister', {
            count,
            number,
            hosts: shortList(hosts),
            fields,
            provider: t(`enrich:provider.${provider}`),
          })}
    </Text>
  );
}
