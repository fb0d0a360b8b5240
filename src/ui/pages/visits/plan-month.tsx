import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth, monthOf } from '@/src/kernel/calendar';
import { tiersInOrder } from '@/src/domain/accounts/tier-of';
import { dayFromIso } from '@/src/domain/records/duty';
import { planVisits } from '@/src/domain/visits/plan-visits';
import { useInterface } from '../../app-context';
import { useTold } from '../../components/use-told';
import { useCompliance, type VisitData } from './use-visits';

/** Plans for the next month what the tiers still ask for: one press opens what it comes to, another files it. */
export function PlanMonth({ data }: { data: VisitData }) {
  const { app } = useInterface();
  const { t } = useTranslation('visits');
  const { t: shell } = useTranslation();
  const [opened, setOpened] = useState(false);
  const month = monthOf(dayFromIso(app.today())) + 1;
  return (
    <>
      <Button data-action="plan-month" onClick={() => setOpened(true)}>
        {t('planMonth')}
      </Button>
      {opened && (
        <Modal
          opened
          onClose={() => setOpened(false)}
          title={t('planTitle', { month: formatMonth(month) })}
          closeButtonProps={{ 'aria-label': shell('action.close') }}
        >
          <PlanOf data={data} month={month} onClose={() => setOpened(false)} />
        </Modal>
      )}
    </>
  );
}

function PlanOf({ data, month, onClose }: { data: VisitData; month: number; onClose: () => void }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('visits');
  const { t: shell } = useTranslation();
  const told = useTold();
  const [without, setWithout] = useState<readonly string[]>([]);
  const [calls, setCalls] = useState(true);
  const [busy, setBusy] = useState(false);
  const { accounts } = useCompliance(data, { unit: 'month', number: month });
  const today = app.today();
  const contacts = useMemo(() => {
    const wanted = accounts.filter(({ tier }) => !without.includes(tier));
    return planVisits(wanted, month, today).filter(({ means }) => calls || means === 'on-site');
  }, [accounts, without, month, today, calls]);
  const visits = contacts.filter(({ means }) => means === 'on-site').length;
  const tiers = tiersInOrder(data.tiers).filter(({ id }) => accounts.some(({ tier }) => tier === id));
  const file = async (): Promise<void> => {
    setBusy(true);
    const done = await app.visits.plan(contacts, (means) => t(`purpose.${means}`));
    setBusy(false);
    if (told(done, t('planDone', { count: contacts.length }))) onClose();
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('planLead')}</Text>
      {tiers.map(({ id, fields }) => (
        <Checkbox
          key={id}
          label={fields.name}
          checked={!without.includes(id)}
          onChange={(event) =>
            setWithout(event.currentTarget.checked ? without.filter((one) => one !== id) : [...without, id])
          }
        />
      ))}
      <Checkbox label={t('planCalls')} checked={calls} onChange={(event) => setCalls(event.currentTarget.checked)} />
      <Text fw={600} role="status" data-plan>
        {contacts.length === 0
          ? t('planNothing')
          : t('planCount', { visits: format.count(visits), calls: format.count(contacts.length - visits) })}
      </Text>
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          {shell('action.cancel')}
        </Button>
        <Button loading={busy} disabled={contacts.length === 0} data-action="plan" onClick={() => void file()}>
          {t('planDo')}
        </Button>
      </Group>
    </Stack>
  );
}
