import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { actorOf } from '@/src/app/acting';
import { isAmong } from '@/src/domain/records/actor';
import type { Row } from '@/src/domain/records/record';
import { registration } from '@/src/domain/registration/registration.kind';
import type { ClaimGroup, RankedClaim } from '@/src/domain/registration/claim-groups';
import { useInterface } from '../../app-context';
import { useSpan, useWho } from '../../claims/use-claim-words';
import { useKindWords } from '../../records/kind-words';
import { MoveDialog } from '../../records/move-dialog';
import { useMove } from '../../records/use-move';
import { addressOf } from '../../shell/address-of';
import { useClaimDecisions } from './use-claim-decisions';

/** The registrations of one client beside each other: who was first, by how much, and what the manager can decide. */
export function ClaimGroupCard({ group, rows }: { group: ClaimGroup; rows: readonly Row[] }) {
  const { t } = useTranslation('claims');
  const [first, ...later] = group;
  if (!first) return null;
  return (
    <Card withBorder padding="sm" data-group={first.claim.id}>
      <Stack gap="sm">
        {later.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('contested')}
          </Text>
        )}
        {group.map((ranked) => (
          <ClaimLine
            key={ranked.claim.id}
            ranked={ranked}
            row={rows.find(({ id }) => id === ranked.claim.id)}
            first={first}
            isAlone={later.length === 0}
          />
        ))}
      </Stack>
    </Card>
  );
}

interface LineProps {
  readonly ranked: RankedClaim;
  readonly row: Row | undefined;
  readonly first: RankedClaim;
  readonly isAlone: boolean;
}

function ClaimLine(props: LineProps) {
  const { ranked, first, isAlone } = props;
  const { settings, format } = useInterface();
  const { t } = useTranslation('claims');
  const [span, who] = [useSpan(), useWho()];
  const words = useKindWords()(registration);
  const { claim, behind } = ranked;
  const isFirst = ranked === first;
  const { client, submittedAt, submittedBy } = claim.fields;
  const when = format.time(Date.parse(String(submittedAt)));
  const distance = behind === 0 ? t('sameMoment') : t('later', { span: span(behind) });
  const mayDecide = isAmong(['manager'], actorOf(settings), undefined);
  return (
    <Stack gap={4} data-claim={claim.id} data-state={claim.state}>
      <Group gap="xs">
        <Anchor size="sm" fw={600} href={addressOf(registration, claim.id)} style={{ overflowWrap: 'anywhere' }}>
          {String(client)}
        </Anchor>
        {!isAlone && (
          <Badge variant={isFirst ? 'filled' : 'default'} tt="none">
            {isFirst ? t('first') : distance}
          </Badge>
        )}
        {claim.state === 'confirmed' && (
          <Badge variant="light" tt="none">
            {words.state(claim.state)}
          </Badge>
        )}
      </Group>
      <Text size="sm">{t('bySubmitted', { who: who(submittedBy), when })}</Text>
      <Decisions {...props} mayDecide={mayDecide} />
    </Stack>
  );
}

function Decisions({ ranked, row, first, isAlone, mayDecide }: LineProps & { readonly mayDecide: boolean }) {
  const { t } = useTranslation('claims');
  const mover = useMove();
  const decide = useClaimDecisions();
  const isFirst = ranked === first;
  const mayNow = mayDecide && ranked.claim.state === 'submitted' && row !== undefined;
  const button = (name: string, label: string, act: () => Promise<void>, isMain = false) => (
    <Button
      key={name}
      size="compact-sm"
      variant={isMain ? 'filled' : 'default'}
      data-action={name}
      onClick={() => void act()}
    >
      {label}
    </Button>
  );
  return (
    <Group gap="xs">
      {mayNow &&
        isFirst &&
        button(
          'confirm',
          isAlone ? t('confirm') : t('confirmFirst'),
          () => mover.move(registration, row, 'confirmed'),
          true,
        )}
      {mayNow && isFirst && button('reject', t('reject'), () => mover.move(registration, row, 'rejected'))}
      {mayNow && !isFirst && button('reject-later', t('rejectLater'), () => decide.rejectLater(row))}
      {mayNow && !isFirst && button('apart', t('apart'), () => decide.tellApart(first.claim.id, row.id))}
      {button('evidence', t('evidence'), () => decide.saveEvidence(ranked.claim.id))}
      {mover.ask && <MoveDialog ask={mover.ask} onClose={mover.close} />}
    </Group>
  );
}
