import { Anchor, Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '@/src/app/ports/store';
import type { Approval } from '@/src/app/list-approvals';
import { STATE } from '@/src/domain/records/record';
import { ownerOf, type TransitionSpec } from '@/src/domain/records/transition';
import { plainFields } from '@/src/domain/records/values';
import { valuesAt } from '@/src/domain/records/view';
import { NAMELESS } from '@/src/app/acting';
import { useInterface, useLive } from '../app-context';
import { addressOf } from '../shell/address-of';
import { ShownValue } from './shown-value';
import type { KindReading } from './use-kind-reading';
import type { Mover } from './use-move';
import { titleIn } from './use-reading';
import { WantedChange } from './wanted-change';

interface Props {
  readonly approval: Approval;
  readonly of: KindReading;
  readonly mover: Mover;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

/** One record that waits: what it is, who handed it in and when, and the decisions open to the user. */
export function ApprovalCard({ approval, of, mover, ticked, onTick }: Props) {
  const { t } = useTranslation('board');
  const { kind, row, ways } = approval;
  const { fields, words } = of;
  const title = titleIn(kind, row);
  const columns = (kind.view?.columns ?? []).flatMap((path) => fields.filter((field) => field.path === path));
  const decide = ({ to }: TransitionSpec): void => void mover.move(kind, row, to);
  return (
    <Card withBorder padding="sm" data-approval={row.id}>
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap" align="start">
          <Checkbox aria-label={t('select', { title })} checked={ticked} onChange={onTick} />
          <Anchor href={addressOf(kind, row.id)} fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Anchor>
        </Group>
        <HandedIn approval={approval} />
        {columns.map((field) => {
          const values = valuesAt(row, field);
          return values.length === 0 ? null : (
            <Text key={field.path} size="sm">
              <Text span c="dimmed">
                {words.field(field)}
              </Text>{' '}
              {values.map((value, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- the values of a field have no other key here
                <span key={i}>
                  {i > 0 && ', '}
                  <ShownValue field={field} value={value} reading={of.reading} />
                </span>
              ))}
            </Text>
          );
        })}
        <WantedChange kind={kind} row={row} />
        <Group gap="xs">
          {decisionsOf(ways, 'approve').map((way) => (
            <Button key={way.name} size="sm" onClick={() => decide(way)}>
              {words.transition(way.name)}
            </Button>
          ))}
          {decisionsOf(ways, 'refuse').map((way) => (
            <Button key={way.name} size="sm" variant="default" onClick={() => decide(way)}>
              {words.transition(way.name)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Card>
  );
}

export function decisionsOf(ways: readonly TransitionSpec[], what: 'approve' | 'refuse'): TransitionSpec[] {
  return ways.filter(({ decides }) => decides === what);
}

function HandedIn({ approval: { kind, row } }: Pick<Props, 'approval'>) {
  const { format } = useInterface();
  const { t } = useTranslation('board');
  const { t: records } = useTranslation('records');
  const last = useLive(`handed-in:${row.id}`, async (app) => (await app.records.history(row.id)).find(isMove) ?? null);
  if (!last) return null;
  const by = ownerOf(plainFields(kind.fields, row.fields)) ?? last.header.actor;
  const when = format.time(last.header.wall);
  return (
    <Text size="xs" c="dimmed">
      {t('handedIn', { when, who: by === NAMELESS ? records('me') : by })}
    </Text>
  );
}

/** Whether it brought the record to the state it was in afterwards. */
function isMove({ patch }: HistoryEntry): boolean {
  return 'made' in patch || ('set' in patch && Object.hasOwn(patch.set, STATE));
}
