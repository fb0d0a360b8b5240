import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dealOf } from '@/src/domain/pipeline/deal';
import { initiationRisks } from '@/src/domain/pipeline/initiation-risks';
import { isMet } from '@/src/domain/pipeline/is-met';
import {
  evidenceKey,
  opportunity,
  type OpportunityRow,
  type StepEvidence,
} from '@/src/domain/pipeline/opportunity.kind';
import { rate } from '@/src/domain/pipeline/rating';
import type { Criterion, PipelineScheme, SchemeStep } from '@/src/domain/pipeline/scheme';
import { schemeIdOf } from '@/src/domain/pipeline/scheme-of';
import { daysInStep } from '@/src/domain/pipeline/step-times';
import { plainFields } from '@/src/domain/records/values';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { MoveMenu } from '../../records/move-menu';
import { titleIn } from '../../records/use-reading';
import { PassiveBadge } from './passive-badge';
import { StepSheet } from './step-sheet';
import { useLocalText, useSchemes } from './use-schemes';
import { useStepMoves } from './use-step-moves';

/** Where an opportunity stands in its scheme, what is on file for that, how it is rated, and what it risks. */
export function StepPanel({ row }: { row: OpportunityRow }) {
  const schemes = useSchemes();
  const scheme = schemes?.find(({ id }) => id === schemeIdOf(row.fields));
  if (!scheme) return null;
  return (
    <Stack gap="xs" data-steps>
      {initiationRisks(row.fields.initiation).length > 0 && <PassiveBadge />}
      <RatingLines row={row} />
      {scheme.steps.length > 0 && <Standing row={row} scheme={scheme} />}
    </Stack>
  );
}

function RatingLines({ row }: { row: OpportunityRow }) {
  const { t } = useTranslation('pipeline');
  const words = useKindWords()(opportunity);
  const { points, of, missing, fit } = rate(plainFields(opportunity.fields, row.fields));
  const names = missing.map((element) => t(`element.${element}`)).join(t('listed'));
  return (
    <>
      <Text size="sm" data-rating>
        {points === null ? t('ratingMissing', { list: names }) : t('rating', { points, of })}
      </Text>
      <Text size="sm">{fit === undefined ? t('noFit') : t('fit', { fit: words.choice('strategicFit', fit) })}</Text>
    </>
  );
}

function Standing({ row, scheme }: { row: OpportunityRow; scheme: PipelineScheme }) {
  const { app, format } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const moves = useStepMoves(scheme);
  const [open, setOpen] = useState(false);
  const deal = dealOf(row, scheme);
  const here = scheme.steps.find(({ id }) => id === deal.step);
  const isOpen = row.state === 'open';
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h5">
          {t('where')}
        </Title>
        {isOpen && (
          <MoveMenu
            title={titleIn(opportunity, row)}
            options={open ? moves.options(row) : undefined}
            onOpen={async () => setOpen(true)}
            onClose={() => setOpen(false)}
            onMove={(key) => void moves.moveTo(row, key ?? '')}
          />
        )}
      </Group>
      <Text size="sm" fw={600} data-step={deal.step}>
        {here ? text(here.name) : t('goneStep', { name: text(deal.stepName) })} ·{' '}
        {t('daysHere', { count: daysInStep(deal, app.today()) })}
      </Text>
      {here && <StepFile row={row} step={here} />}
      {isOpen && here?.exit.some((one) => !isMet(row.fields, here.id, one)) && (
        <Group>
          <Button size="compact-sm" variant="light" onClick={() => moves.record(row)}>
            {t('recordEvidence')}
          </Button>
        </Group>
      )}
      <Title order={2} size="h5">
        {t('history')}
      </Title>
      <List size="sm" data-stays>
        {deal.stays.map((stay) => (
          <List.Item key={stay.id}>
            {t('stay', {
              step: text(stay.name),
              entered: format.day(stay.entered),
              left: stay.left === undefined ? t('today') : format.day(stay.left),
            })}
          </List.Item>
        ))}
      </List>
      {moves.ask && <StepSheet ask={moves.ask} onClose={moves.close} />}
    </>
  );
}

/** What the step asks for, with what is on file for it, and its work. */
function StepFile({ row, step }: { row: OpportunityRow; step: SchemeStep }) {
  const { format } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const line = (criterion: Criterion): string => {
    const what = text(criterion.text);
    if (!isMet(row.fields, step.id, criterion)) return t('open', { what });
    const found: StepEvidence | undefined = row.fields.evidence?.[evidenceKey(step.id, criterion.id)];
    return found ? t('met', { what, ...found, day: format.day(found.day) }) : t('metField', { what });
  };
  return (
    <>
      {step.keyNode !== undefined && <Text size="sm">{t('keyNode', { node: text(step.keyNode) })}</Text>}
      <List size="sm">
        {step.exit.map((criterion) => (
          <List.Item key={criterion.id} data-met={isMet(row.fields, step.id, criterion)}>
            {line(criterion)}
          </List.Item>
        ))}
      </List>
      {step.work.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('work')}
          </Text>
          <List size="sm">
            {step.work.map((item) => (
              <List.Item key={text(item)}>{text(item)}</List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}
