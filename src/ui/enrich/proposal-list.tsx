import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/src/domain/enrich/propose';
import { formatPhone } from '@/src/domain/identity/phone-number';
import { company } from '@/src/domain/parties/company.kind';
import { useInterface } from '../app-context';
import { EvidenceButton } from '../components/evidence-button';
import { useKindWords } from '../records/kind-words';
import type { Decision, Decisions } from './decisions';

interface Props {
  readonly list: readonly Proposal[];
  readonly decisions: Decisions;
  readonly onDecide: (one: Proposal, decision: Decision | undefined) => void;
}

/** What was found, value by value, to be decided on. */
export function ProposalList({ list, decisions, onDecide }: Props) {
  return (
    <Stack gap="sm">
      {list.map((one) => (
        <ProposalLine
          key={one.id}
          proposal={one}
          decision={decisions.get(one.id)}
          onDecide={(decision) => onDecide(one, decision)}
        />
      ))}
    </Stack>
  );
}

interface LineProps {
  readonly proposal: Proposal;
  readonly decision: Decision | undefined;
  readonly onDecide: (decision: Decision | undefined) => void;
}

/** One value that was found: take it, never hear of it again, see where it stands; of one that differs also what it would replace. */
function ProposalLine({ proposal, decision, onDecide }: LineProps) {
  const { format } = useInterface();
  const { t } = useTranslation(['enrich', 'capture', 'shell']);
  const { field, effect, held, label: kindOf } = proposal;
  const value = field === 'phones' ? formatPhone(proposal.value) : proposal.value;
  const words = useKindWords()(company);
  const label = kindOf ? t(`capture:phone.${kindOf}`) : words.field({ path: field, label: undefined });
  const isRefused = decision === 'refuse';
  return (
    <Stack gap={2} data-proposal={proposal.id}>
      <Group gap="xs" wrap="nowrap" justify="space-between" align="start">
        <Checkbox
          checked={decision === 'accept'}
          disabled={isRefused}
          onChange={(event) => onDecide(event.currentTarget.checked ? 'accept' : undefined)}
          label={
            <Text size="sm" td={isRefused ? 'line-through' : undefined} style={{ overflowWrap: 'anywhere' }}>
              {t('shell:labelled', { label, value })}
            </Text>
          }
        />
        <Group gap={4} wrap="nowrap">
          <EvidenceButton label={label} evidence={proposal} />
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t(isRefused ? 'againOf' : 'refuseOf', { value })}
            onClick={() => onDecide(isRefused ? undefined : 'refuse')}
          >
            {t(isRefused ? 'again' : 'refuse')}
          </Button>
        </Group>
      </Group>
      {effect !== 'fills' && (
        <Group gap={4} pl={28} wrap="nowrap">
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {held
              ? t('held', { value: held.value, day: format.day((held.sources[0]?.at ?? '').slice(0, 10)) })
              : t(effect === 'completes' ? 'completes' : 'adds')}
          </Text>
          {held && <EvidenceButton label={t('heldLabel', { label })} evidence={held} />}
        </Group>
      )}
    </Stack>
  );
}
