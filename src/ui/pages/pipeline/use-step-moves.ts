import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId } from '@/src/kernel/ids';
import { actorOf } from '@/src/app/acting';
import { dealOf } from '@/src/domain/pipeline/deal';
import { isMet } from '@/src/domain/pipeline/is-met';
import { judgeStep, type StepVerdict } from '@/src/domain/pipeline/judge-step';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import type { PipelineScheme, SchemeStep } from '@/src/domain/pipeline/scheme';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import type { MoveOption } from '../../records/move-menu';
import { titleIn } from '../../records/use-reading';
import { useLocalText } from './use-schemes';

/** A move that did not pass by itself, or evidence to be put on file: the sheet asks for what is missing. */
export interface StepAsk {
  readonly row: OpportunityRow;
  readonly to: SchemeStep;
  readonly verdict: StepVerdict;
  /** Only evidence is put on file; it stays where it is. */
  readonly isRecord: boolean;
}

export interface StepMoves {
  readonly ask: StepAsk | undefined;
  readonly close: () => void;
  readonly moveTo: (row: OpportunityRow, step: string) => Promise<void>;
  /** Asks for the evidence that the step where it stands still wants. */
  readonly record: (row: OpportunityRow) => void;
  /** Every other step, with what the way there asks for. */
  readonly options: (row: OpportunityRow) => readonly MoveOption[];
}

/** Things that a hint names; of more it tells the number. */
const MOST_NAMED = 3;

/** Moving opportunities of one scheme from step to step: what passes is told with its undo, what does not is asked for. */
export function useStepMoves(scheme: PipelineScheme): StepMoves {
  const { app, settings, format, tell } = useInterface();
  const { t } = useTranslation(['pipeline', 'board']);
  const sentence = useSentence();
  const text = useLocalText();
  const tellStep = useTellStep();
  const [ask, setAsk] = useState<StepAsk>();
  const judge = (row: OpportunityRow, to: string): StepVerdict | undefined =>
    judgeStep({
      scheme,
      from: row.fields.step,
      to,
      isMet: (step, criterion) => isMet(row.fields, step, criterion),
      actor: actorOf(settings),
    });
  const hintOf = ({ missing, needsReason }: StepVerdict): string => {
    const list = missing.map(({ criterion }) => text(criterion.text)).join(t('listed'));
    const asks = missing.length > MOST_NAMED ? t('asksMany', { count: missing.length }) : t('evidenceFor', { list });
    return [...(list === '' ? [] : [asks]), ...(needsReason ? [t('asksReason')] : [])].join(' · ');
  };
  return {
    ask,
    close: () => setAsk(undefined),
    moveTo: async (row, step) => {
      const to = scheme.steps.find(({ id }) => id === step);
      const moved = await app.pipeline.moveStep({ record: row.id, to: step, language: format.language });
      if (moved.ok) return tellStep(row, to, moved.value.batchId);
      if ('verdict' in moved.error && to) return setAsk({ row, to, verdict: moved.error.verdict, isRecord: false });
      const title = titleIn(opportunity, row);
      return tell({ text: t('board:notMoved', { title, why: sentence(moved.error) }), tone: 'bad' });
    },
    record: (row) => {
      const here = dealOf(row, scheme).step;
      const to = scheme.steps.find(({ id }) => id === here);
      if (!to) return;
      const missing = to.exit
        .filter((criterion) => !isMet(row.fields, to.id, criterion))
        .map((criterion) => ({ step: to, criterion }));
      setAsk({ row, to, verdict: { missing, needsReason: false, mayOverride: false }, isRecord: true });
    },
    options: (row) => {
      const here = dealOf(row, scheme).step;
      return scheme.steps.flatMap(({ id, name }) => {
        const verdict = id === here ? undefined : judge(row, id);
        return verdict ? [{ key: id, label: text(name), hint: hintOf(verdict), forbidden: false }] : [];
      });
    },
  };
}

/** Says where an opportunity is now, with the way back; without a step, that evidence was put on file. */
export function useTellStep(): (row: OpportunityRow, step: SchemeStep | undefined, batch: BatchId) => void {
  const { tell } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  return (row, step, undo) => {
    const title = titleIn(opportunity, row);
    tell({ text: step ? t('moved', { title, step: text(step.name) }) : t('recorded', { title }), undo });
  };
}
