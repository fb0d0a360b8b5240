import { Anchor, Button, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import type { PeopleOf } from '@/src/app/read-people';
import { rankChanges, rankInfluence, type Ranked, type RankChange } from '@/src/domain/people/rank-influence';
import { seatOn, type Written } from '@/src/domain/people/stance-timeline';
import { dayFromIso } from '@/src/domain/records/duty';
import { useInterface, useLive } from '../../app-context';
import { hashOf } from '../../shell/route';
import { ExportPeople } from './export-people';
import classes from './people.module.css';
import { SeatMenu, type SeatMenuProps } from './seat-menu';
import { SupportTrend } from './support-trend';
import { linesOf, usePeopleWrites } from './use-people-writes';
import { useSeatWords } from './use-seat-words';

/** With how many days ago the ranking can be compared. */
const SPANS = [30, 90, 180, 365];

/** The same people as on the map, ranked, with all that the map can do; beneath it their lines and how support has moved. */
export function PeopleList(props: Omit<SeatMenuProps, 'seat'>) {
  const { chain } = props;
  const { app } = useInterface();
  const { t } = useTranslation('people');
  const [span, setSpan] = useState(90);
  const key = chain.seats.map(({ id }) => id).join();
  const histories = useLive(`histories:${key}`, ({ people }) => people.histories(chain.seats));
  const day = formatDay(dayFromIso(app.today()) - span);
  const ranked = rankInfluence(chain.seats);
  const changes = histories && rankChanges(rankedOn(chain, histories, day), ranked);
  const unranked = chain.seats.filter((seat) => !ranked.some(({ row }) => row === seat));
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" gap="xs">
        <Title order={2} size="h4">
          {t('listTitle')}
        </Title>
        <NativeSelect
          size="xs"
          label={t('since')}
          value={String(span)}
          onChange={(event) => setSpan(Number(event.currentTarget.value))}
          data={SPANS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
        />
      </Group>
      <div className={classes['scroller']} tabIndex={0} role="group" aria-label={t('listTitle')}>
        <Table miw={720} data-list>
          <Table.Thead>
            <Table.Tr>
              {(
                ['rank', 'change', 'name', 'role', 'stance', 'influence', 'relation', 'reportsTo', 'actions'] as const
              ).map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ranked.map((one) => (
              <SeatLine key={one.row.id} {...props} seat={one.row} ranked={one} change={changes?.get(one.row.id)} />
            ))}
            {unranked.map((seat) => (
              <SeatLine key={seat.id} {...props} seat={seat} ranked={undefined} change={undefined} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Lines chain={chain} />
      {histories && <SupportTrend seats={chain.seats} histories={histories} />}
      <ExportPeople chain={chain} />
    </Stack>
  );
}

function rankedOn(
  { seats }: PeopleOf,
  histories: ReadonlyMap<RecordId, readonly Written[]>,
  day: string,
): readonly Ranked[] {
  return rankInfluence(seats.flatMap((seat) => seatOn(seat, histories.get(seat.id) ?? [], day) ?? []));
}

interface LineProps extends SeatMenuProps {
  readonly ranked: Ranked | undefined;
  readonly change: RankChange | undefined;
}

function SeatLine({ ranked, change, ...menu }: LineProps) {
  const { chain, seat } = menu;
  const { format } = useInterface();
  const { t } = useTranslation('people');
  const words = useSeatWords(chain);
  const { person, position, influence, relationNow, relationWanted, reportsTo, stanceOn } = seat.fields;
  const stance = words.stance(seat);
  const above = chain.seats.find(({ id }) => id === reportsTo);
  return (
    <Table.Tr data-line={seat.id}>
      <Table.Td>
        {ranked ? ranked.rank : '–'}
        {ranked?.tied && ` (${t('tied')})`}
      </Table.Td>
      <Table.Td>{change === undefined ? '–' : changeText(change)}</Table.Td>
      <Table.Td>
        {person ? <Anchor href={hashOf(['accounts', 'people', person])}>{words.name(seat)}</Anchor> : words.name(seat)}
        <Text size="xs" c="dimmed">
          {position}
        </Text>
      </Table.Td>
      <Table.Td>{words.role(seat) || '–'}</Table.Td>
      <Table.Td>
        <span aria-hidden="true">{stance.shape} </span>
        {stance.text}
        {stance.isUnverified && ` (${t('unverified')})`}
        {stanceOn && (
          <Text size="xs" c="dimmed">
            {format.day(stanceOn)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{influence ?? '–'}</Table.Td>
      <Table.Td>
        {relationNow === undefined && relationWanted === undefined
          ? '–'
          : t('relation', { now: relationNow ?? '–', wanted: relationWanted ?? '–' })}
      </Table.Td>
      <Table.Td>{above ? words.name(above) : '–'}</Table.Td>
      <Table.Td>
        <SeatMenu {...menu} />
      </Table.Td>
    </Table.Tr>
  );

  function changeText(change: RankChange): string {
    if (change === 'new') return t('change.new');
    if (change === 0) return t('change.same');
    return change > 0 ? `↑ ${t('change.up', { count: change })}` : `↓ ${t('change.down', { count: -change })}`;
  }
}

/** Every line of the map as a sentence. */
function Lines({ chain }: { chain: PeopleOf }) {
  const { t } = useTranslation('people');
  const { t: shell } = useTranslation();
  const words = useSeatWords(chain);
  const writes = usePeopleWrites(chain);
  const lines = linesOf(chain).map((line) => ({
    line,
    text: t('line', { from: words.called(line.from), type: words.tie(line.type), to: words.called(line.to) }),
  }));
  if (lines.length === 0) return null;
  return (
    <Stack gap={4} data-lines>
      <Title order={2} size="h4">
        {t('lines')}
      </Title>
      {lines.map(({ line, text }) => (
        <Group key={text} justify="space-between" gap="xs" wrap="nowrap">
          <Text size="sm">{text}</Text>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('removeLine', { line: text })}
            onClick={() => void writes.untie(line)}
          >
            {shell('action.delete')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
