import { Anchor, Stack, Text } from '@mantine/core';
import type { WeekReport } from '@/src/app/registration-uses';
import { followUp } from '@/src/domain/followup/follow-up.kind';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { useNames } from '../../records/use-reading';
import { addressOf } from '../../shell/address-of';

/** The follow-ups of a week, a line each; each opens. */
export function FollowUpLog({ log }: { log: WeekReport['log'] }) {
  const { format } = useInterface();
  const words = useKindWords()(followUp);
  const names = useNames(followUp);
  if (!names) return null;
  return (
    <Stack gap={6} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {log.map(({ id, day, means, company, content, nextStep }) => (
        <li key={id} data-logged={id}>
          <Anchor size="sm" href={addressOf(followUp, id)} style={{ overflowWrap: 'anywhere' }}>
            {content}
          </Anchor>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[format.day(day), words.choice('means', means), names.get(company), nextStep]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
