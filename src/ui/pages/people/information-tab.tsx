import { Anchor, Badge, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import {
  FACTORS,
  informationPoint,
  type InformationPointRow,
  type Point,
} from '@/src/domain/people/information-point.kind';
import { informationScore, type PointScore } from '@/src/domain/people/information-score';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useKindWords } from '../../records/kind-words';
import { RecordWays } from '../../records/record-ways';
import { useRecordWrites } from '../../records/use-record-writes';
import { useNames, useViewFields } from '../../records/use-reading';
import { ValueInput } from '../../records/value-input';
import classes from './people.module.css';

/** The nine points, each with what is known, by what and since when (九个信息点). */
export function InformationTab({ chain }: { chain: PeopleOf }) {
  const { app } = useInterface();
  const { t } = useTranslation('people');
  const [adding, setAdding] = useState<Point>();
  const score = informationScore(chain.findings, app.today());
  return (
    <Stack gap="sm" data-score={score.verified}>
      <Text>
        {t('points.score', { count: score.verified })}
        {score.partial > 0 && ` · ${t('points.partial', { count: score.partial })}`}
      </Text>
      <ul className={classes['points']}>
        {score.points.map((one) => (
          <PointCard key={one.point} score={one} missing={score.factorsMissing} onAdd={() => setAdding(one.point)} />
        ))}
      </ul>
      {adding && <FindingForm chain={chain} point={adding} onClose={() => setAdding(undefined)} />}
    </Stack>
  );
}

function PointCard({ score, missing, onAdd }: { score: PointScore; missing: number; onAdd: () => void }) {
  const { t } = useTranslation('people');
  const words = useKindWords()(informationPoint);
  const { point, state, age, isStale, findings } = score;
  const name = words.choice('point', point);
  const said = [age === undefined ? '' : t('points.age', { count: age }), isStale ? t('points.stale') : ''];
  return (
    <li className={classes['point']} data-point={point} data-state={state}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
        <Title order={2} size="h6">
          {name}
        </Title>
        <Badge variant="default" tt="none" style={{ flexShrink: 0 }}>
          {t(`points.state.${state}`)}
        </Badge>
      </Group>
      {said.some((part) => part !== '') && (
        <Text size="xs" c="dimmed">
          {said.filter((part) => part !== '').join(' · ')}
        </Text>
      )}
      {point === FACTORS && (
        <Text size="xs">{missing > 0 ? t('points.factorsMissing', { count: missing }) : t('points.factorsFull')}</Text>
      )}
      {findings.map((row) => (
        <Finding key={row.id} row={row} />
      ))}
      <Group>
        <Button
          size="compact-xs"
          variant="light"
          aria-label={t('points.addTo', { point: name })}
          onClick={onAdd}
          data-action="add-finding"
        >
          {t('points.add')}
        </Button>
      </Group>
    </li>
  );
}

function Finding({ row }: { row: InformationPointRow }) {
  const { format } = useInterface();
  const { t } = useTranslation('people');
  const writes = useRecordWrites(informationPoint);
  const { finding, evidence, source, seenOn } = row.fields;
  return (
    <Stack gap={2} data-finding={row.id}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {finding}
      </Text>
      {evidence && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {evidence}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {seenOn && format.day(seenOn)}{' '}
        {source && /^https?:\/\//i.test(source) && (
          <Anchor href={source} target="_blank" rel="noreferrer" size="xs">
            {t('points.source')}
          </Anchor>
        )}
      </Text>
      <Group gap="xs" justify="space-between">
        <RecordWays kind={informationPoint} row={row} />
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('points.removeOf', { finding })}
          onClick={() => void writes.remove([row.id])}
        >
          {t('points.remove')}
        </Button>
      </Group>
    </Stack>
  );
}

const ASKED = new Set(['finding', 'evidence', 'source', 'seenOn']);

function FindingForm({ chain, point, onClose }: { chain: PeopleOf; point: Point; onClose: () => void }) {
  const { t: shell } = useTranslation();
  const { t } = useTranslation('people');
  const words = useKindWords()(informationPoint);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('points.addTo', { point: words.choice('point', point) })}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <FindingFields chain={chain} point={point} onClose={onClose} />
    </Modal>
  );
}

function FindingFields({ chain, point, onClose }: { chain: PeopleOf; point: Point; onClose: () => void }) {
  const { app, tell } = useInterface();
  const { t: shell } = useTranslation();
  const { t } = useTranslation('records');
  const sentence = useSentence();
  const words = useKindWords()(informationPoint);
  const fields = useViewFields(informationPoint);
  const names = useNames(informationPoint);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({ seenOn: app.today() });
  const [fault, setFault] = useState<{ readonly path?: string; readonly text: string }>();
  const save = async (): Promise<void> => {
    const about = chain.opportunity ? { opportunity: chain.opportunity.id } : {};
    const made = await app.people.note(app.newRecord(), { ...texts, point }, { company: chain.company.id, ...about });
    if (!made.ok) {
      const { error } = made;
      if (error.code === 'not-admitted') return setFault({ text: error.refusals.map(words.refusal).join(' ') });
      return setFault({ ...('path' in error && error.path ? { path: error.path } : {}), text: sentence(error) });
    }
    tell({ text: t('made', { kind: words.one }), undo: made.value.batchId });
    return onClose();
  };
  if (!fields || !names) return null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        {fields
          .filter(({ path }) => ASKED.has(path))
          .map((field) => (
            <ValueInput
              key={field.path}
              field={field}
              label={words.field(field)}
              text={texts[field.path] ?? ''}
              onText={(text) => setTexts((all) => ({ ...all, [field.path]: text }))}
              names={names}
              choice={(value) => words.choice(field.path, value)}
              error={fault?.path === field.path ? fault.text : undefined}
              // As in the form of a seat.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={field.path === 'finding'}
            />
          ))}
        {fault && fault.path === undefined && <div role="alert">{fault.text}</div>}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button type="submit">{shell('action.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
