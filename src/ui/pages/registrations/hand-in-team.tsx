import { Badge, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HandInLine, HandInState } from '@/src/domain/followup/hand-in-status';
import { useInterface } from '../../app-context';
import { useWho } from '../../claims/use-claim-words';

/** What the manager has to see at once. */
const STANDS_OUT: ReadonlySet<HandInState> = new Set(['late', 'missing']);

/** Who handed in, when, and who did not. */
export function HandInTeam({ lines }: { lines: readonly HandInLine[] }) {
  const { format } = useInterface();
  const { t } = useTranslation('claims');
  const who = useWho();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="hand-in-team">
      <Title order={2} size="h4" id="hand-in-team" mb="xs">
        {t('team')}
      </Title>
      <Table maw={640} verticalSpacing={4}>
        <Table.Tbody>
          {lines.map(({ owner, state, handedIn }) => (
            <Table.Tr key={owner} data-hand-in={owner} data-state={state}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                {who(owner)}
              </Table.Th>
              <Table.Td>
                <Badge variant={STANDS_OUT.has(state) ? 'filled' : 'default'} tt="none">
                  {t(`state.${state}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{handedIn ? format.time(handedIn.at) : ''}</Table.Td>
              <Table.Td ta="end">{handedIn ? format.count(handedIn.count) : ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
