import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import { need, type NeedRow } from '@/src/domain/needs/need.kind';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import { RecordWays } from '../../records/record-ways';
import { addressOf } from '../../shell/address-of';
import classes from './people.module.css';

/** The needs of the account, by how far each has come from a dissatisfaction to something we deliver. */
export function NeedsTab({ chain }: { chain: PeopleOf }) {
  const { t } = useTranslation('people');
  const words = useKindWords()(need);
  const [adding, setAdding] = useState(false);
  const groups = need.states.map((state) => ({ state, rows: chain.needs.filter((row) => row.state === state) }));
  return (
    <Stack gap="md">
      <Text size="sm" maw="75ch">
        {t('needs.lead')}
      </Text>
      <Group>
        <Button size="compact-md" onClick={() => setAdding(true)} data-action="add-need">
          {t('needs.add')}
        </Button>
      </Group>
      {chain.needs.length === 0 && <Text c="dimmed">{t('needs.none')}</Text>}
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ state, rows }) => (
          <section key={state} aria-label={words.state(state)} data-needs={state}>
            <Title order={2} size="h5" mb="xs">
              {words.state(state)} ({rows.length})
            </Title>
            <ul className={classes['points']}>
              {rows.map((row) => (
                <Need key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))}
      {adding && <RecordForm kind={need} given={{ company: chain.company.id }} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Need({ row }: { row: NeedRow }) {
  const { format } = useInterface();
  const words = useKindWords()(need);
  const { text, kind, contractTerm, raisedOn, dissatisfaction, solution } = row.fields;
  const known = [
    words.choice('kind', kind),
    contractTerm && words.choice('contractTerm', contractTerm),
    raisedOn && format.day(raisedOn),
  ];
  return (
    <li className={classes['point']} data-need={row.id}>
      <Anchor href={addressOf(need, row.id)} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Anchor>
      <Text size="xs" c="dimmed">
        {known.filter(Boolean).join(' · ')}
      </Text>
      {[dissatisfaction, solution].filter(Boolean).map((said) => (
        <Text key={said} size="xs" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {said}
        </Text>
      ))}
      <RecordWays kind={need} row={row} />
    </li>
  );
}
