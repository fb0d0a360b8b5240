import { Anchor, Progress, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface, useLive } from '../../app-context';
import { hashOf } from '../../shell/route';

/** Most accounts shown; the others are chosen by name. */
const SHOWN = 50;

/** The accounts whose archive lacks most, each the way into its archive. */
export function ArchiveAccounts() {
  const { format } = useInterface();
  const { t } = useTranslation('archive');
  const accounts = useLive('archived-accounts', (app) => app.archive.accounts());
  if (!accounts) return null;
  if (accounts.length === 0) return <Text>{t('choose')}</Text>;
  return (
    <Table maw={720} verticalSpacing={4} captionSide="top">
      <Table.Caption ta="start">
        {accounts.length > SHOWN ? t('more', { count: accounts.length - SHOWN }) : t('whose')}
      </Table.Caption>
      <Table.Tbody>
        {accounts.slice(0, SHOWN).map(({ company, name, items, completeness: { done, wanted } }) => (
          <Table.Tr key={company} data-archived={company}>
            <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
              <Anchor href={hashOf(['archive'], { company })} size="sm">
                {name}
              </Anchor>
            </Table.Th>
            <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
              {t('count', { count: items })}
            </Table.Td>
            <Table.Td w="30%">
              <Progress value={(100 * done) / wanted} size="sm" aria-label={name} />
            </Table.Td>
            <Table.Td ta="end">{format.share(done / wanted)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
