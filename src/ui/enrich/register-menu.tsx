import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lookUpsFor, type LookUp } from '@/src/domain/enrich/opened/registers';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../app-context';

/**
 * Registers that only the user opens, those of the company's country first. Each entry says what is copied and what the site
 * is told, before the click.
 */
export function RegisterMenu({ row }: { row: Row<CompanyFields> }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('registers');
  const { fitting, others } = lookUpsFor(row.fields);
  const open = async (lookUp: LookUp): Promise<void> => {
    const { isCopied } = await app.registers.lookUp(row.id, lookUp);
    const { text } = lookUp;
    if (isCopied) tell({ text: t('opened', { text }) });
    else tell({ text: t('notCopied', { text }), tone: 'bad' });
  };
  const entries = (lookUps: readonly LookUp[]) =>
    lookUps.map((lookUp) => <Entry key={lookUp.register.id} lookUp={lookUp} onOpen={() => void open(lookUp)} />);
  return (
    <Menu position="bottom-start" withinPortal width={320}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" data-action="registers">
          {t('menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('then', { name: row.fields.name.value })}</Menu.Label>
        {entries(fitting)}
        {fitting.length > 0 && <Menu.Divider />}
        {fitting.length > 0 && <Menu.Label>{t('others')}</Menu.Label>}
        {entries(others)}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ lookUp, onOpen }: { lookUp: LookUp; onOpen: () => void }) {
  const { t } = useTranslation('registers');
  const { register, text, url, isSent } = lookUp;
  const host = new URL(url).host;
  return (
    <Menu.Item onClick={onOpen} data-register={register.id}>
      <Text size="sm">{t(`register.${register.id}`)}</Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t(isSent ? 'sends' : 'copies', { text, host })}
      </Text>
    </Menu.Item>
  );
}
