import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondVisits, unsortedFirstVisits } from '@/src/domain/visits/second-visits';
import { PREPARATIONS, visit, type Preparation, type VisitRow } from '@/src/domain/visits/visit.kind';
import { useInterface } from '../../app-context';
import { useTold } from '../../components/use-told';
import { useKindWords } from '../../records/kind-words';
import { RecordForm } from '../../records/record-form';
import type { VisitData } from './use-visits';

const SHOWN = 20;

/** First visits: the checklist before, worth another or not after, and those that a second one has to be planned for. */
export function FirstVisits({ data }: { data: VisitData }) {
  const { t } = useTranslation('visits');
  const toPrepare = data.visits
    .filter(({ state, fields }) => state === 'planned' && fields.occasion === 'first')
    .toSorted((a, b) => (a.fields.day < b.fields.day ? -1 : 1));
  const toSort = unsortedFirstVisits(data.visits);
  const again = secondVisits(data.visits);
  const none = toPrepare.length + toSort.length + again.length === 0;
  return (
    <Stack gap="xs" component="section" aria-labelledby="first-visits">
      <Title order={2} size="h4" id="first-visits">
        {t('first')}
      </Title>
      {none && <Text size="sm">{t('firstNone')}</Text>}
      {toPrepare.slice(0, SHOWN).map((row) => (
        <Checklist key={row.id} row={row} name={data.nameOf(row.fields.company)} />
      ))}
      {toSort.slice(0, SHOWN).map((row) => (
        <ToSort key={row.id} row={row} name={data.nameOf(row.fields.company)} />
      ))}
      {again.length > 0 && (
        <Title order={3} size="h5">
          {t('second')}
        </Title>
      )}
      {again.slice(0, SHOWN).map((row) => (
        <SecondVisit key={row.id} row={row} name={data.nameOf(row.fields.company)} />
      ))}
    </Stack>
  );
}

interface LineProps {
  readonly row: VisitRow;
  readonly name: string;
}

function Checklist({ row, name }: LineProps) {
  const { app, format } = useInterface();
  const { t } = useTranslation('visits');
  const words = useKindWords()(visit);
  const told = useTold();
  const ready = Object.values(row.fields.prepared ?? {});
  const tick = async (one: Preparation, isReady: boolean): Promise<void> => {
    told(await app.visits.check(row.id, [one], isReady), t('prepared'));
  };
  return (
    <Checkbox.Group label={t('prepare', { name, day: format.day(row.fields.day) })} value={ready} data-checklist={name}>
      <Group gap="sm" mt={4}>
        {PREPARATIONS.map((one) => (
          <Checkbox
            key={one}
            size="sm"
            value={one}
            label={words.choice('prepared', one)}
            onChange={(event) => void tick(one, event.currentTarget.checked)}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function ToSort({ row, name }: LineProps) {
  const { app, format } = useInterface();
  const { t } = useTranslation('visits');
  const told = useTold();
  const sort = async (verdict: 'worth' | 'not-worth'): Promise<void> => {
    told(await app.visits.classify(row.id, verdict), t('sorted', { name }));
  };
  return (
    <Group gap="xs" data-sort={name}>
      <Text size="sm">{t('sort', { name, day: format.day(row.fields.doneOn ?? row.fields.day) })}</Text>
      <Button size="compact-xs" variant="default" data-verdict="worth" onClick={() => void sort('worth')}>
        {t('worth')}
      </Button>
      <Button size="compact-xs" variant="default" data-verdict="not-worth" onClick={() => void sort('not-worth')}>
        {t('notWorth')}
      </Button>
    </Group>
  );
}

function SecondVisit({ row, name }: LineProps) {
  const { format } = useInterface();
  const { t } = useTranslation('visits');
  const words = useKindWords()(visit);
  const [asks, setAsks] = useState(false);
  const { company, person, doneOn, day } = row.fields;
  return (
    <Group gap="xs" data-second={name}>
      <Text size="sm">{t('secondLine', { name, day: format.day(doneOn ?? day) })}</Text>
      <Button size="compact-xs" variant="default" aria-label={t('planOneFor', { name })} onClick={() => setAsks(true)}>
        {t('planOne')}
      </Button>
      {asks && (
        <RecordForm
          kind={visit}
          given={{
            company,
            occasion: 'second',
            means: 'on-site',
            purpose: words.choice('occasion', 'second'),
            ...(person === undefined ? {} : { person }),
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </Group>
  );
}
