import { Button, Checkbox, Group, Modal, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactCard } from '@/src/domain/exchange/contact-card';
import { qrCardText, qrMatrix } from '@/src/domain/exchange/qr-card';
import { person } from '@/src/domain/parties/person.kind';
import { plainFields } from '@/src/domain/records/values';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../../app-context';
import { QrCode } from '../../components/qr-code';
import { useSentence } from '../../components/use-sentence';
import { titleIn, useNames } from '../../records/use-reading';
import { NoticeLetter } from './notice-letter';

/** What is done with one person's data: to a phone, to themselves, a notice to them, and gone for good. */
export function PersonRights({ row }: { row: Row }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const { t: shell } = useTranslation();
  const sentence = useSentence();
  const names = useNames(person);
  const [opened, setOpened] = useState<'qr' | 'notice'>();
  const name = titleIn(person, row);
  const employer = plainFields(person.fields, row.fields)['company'];
  const company = typeof employer === 'string' ? names?.get(employer) : undefined;
  const close = (): void => setOpened(undefined);
  const exportData = async (): Promise<void> => {
    const saved = await app.parties.exportDataOf(row.id);
    tell(saved.ok ? { text: t('dataExported') } : { text: sentence(saved.error), tone: 'bad' });
  };
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={() => setOpened('qr')}>
        {t('qr')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void exportData()}>
        {t('dataExport')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setOpened('notice')}>
        {t('notice')}
      </Button>
      <Erase row={row} name={name} />
      {opened === 'qr' && (
        <Modal opened onClose={close} title={name} closeButtonProps={{ 'aria-label': shell('action.close') }}>
          <Stack align="center">
            <QrCode matrix={qrMatrix(qrCardText(contactCard(row, company)))} label={t('qrLabel', { name })} />
            <Text size="sm">{t('qrText')}</Text>
          </Stack>
        </Modal>
      )}
      {opened === 'notice' && <NoticeLetter row={row} name={name} company={company} onClose={close} />}
    </Group>
  );
}

/** Deleting can be undone; erasing cannot, and says so before it does. */
function Erase({ row, name }: { row: Row; name: string }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('accounts');
  const sentence = useSentence();
  const [suppress, setSuppress] = useState(false);
  const erase = async (): Promise<void> => {
    const erased = await app.parties.erase(row.id, suppress);
    tell(erased.ok ? { text: t('erased') } : { text: sentence(erased.error), tone: 'bad' });
  };
  return (
    <Popover width={260} withArrow trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="red" c="var(--mantine-color-error)">
          {t('erase')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{t('eraseAsk', { name })}</Text>
          <Checkbox
            size="sm"
            label={t('eraseSuppress')}
            checked={suppress}
            onChange={(event) => setSuppress(event.currentTarget.checked)}
          />
          <Button size="compact-sm" color="red" onClick={() => void erase()}>
            {t('eraseConfirm', { name })}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
