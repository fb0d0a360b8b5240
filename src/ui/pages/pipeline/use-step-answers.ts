import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepError } from '@/src/app/move-step';
import { evidenceKey } from '@/src/domain/pipeline/opportunity.kind';
import type { MissingItem } from '@/src/domain/pipeline/judge-step';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { REASON } from '../../records/use-answers';
import { useTellStep, type StepAsk } from './use-step-moves';

type Texts = Readonly<Record<string, string>>;

/** What the user has answered so far to what a step asks for, by {@link pathOf}. */
export interface StepAnswers {
  readonly texts: Texts;
  readonly days: Texts;
  readonly reason: string;
  readonly faults: Texts;
  readonly trouble: string | undefined;
  readonly busy: boolean;
  readonly setText: (path: string, text: string) => void;
  readonly setDay: (path: string, day: string) => void;
  readonly setReason: (reason: string) => void;
  readonly send: (override: boolean) => Promise<void>;
}

/** Where the answer to a criterion is written. */
export function pathOf({ step, criterion }: MissingItem): string {
  return criterion.field ?? `evidence/${evidenceKey(step.id, criterion.id)}`;
}

/** What passes is told and closes, what does not stays open with a sentence. */
export function useStepAnswers({ row, to, verdict, isRecord }: StepAsk, onDone: () => void): StepAnswers {
  const { app, format } = useInterface();
  const { t } = useTranslation('pipeline');
  const sentence = useSentence();
  const tellStep = useTellStep();
  const [texts, setTexts] = useState<Texts>({});
  const [days, setDays] = useState<Texts>({});
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Texts>({});
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const refused = (error: StepError): void => {
    if (error.code === 'reason-needed') setFaults({ [REASON]: sentence(error) });
    else if (error.code === 'needs-fields')
      setFaults(Object.fromEntries(error.verdict.missing.map((item) => [pathOf(item), t('stillMissing')])));
    else if ('path' in error && error.path !== undefined) setFaults({ [error.path]: sentence(error) });
    else setTrouble(sentence(error));
  };
  const send = async (override: boolean): Promise<void> => {
    setBusy(true);
    setFaults({});
    setTrouble(undefined);
    const written = verdict.missing.filter((item) => (texts[pathOf(item)] ?? '').trim() !== '');
    const moved = await app.pipeline.moveStep({
      record: row.id,
      to: to.id,
      evidence: written.map((item) => ({
        step: item.step.id,
        criterion: item.criterion.id,
        text: texts[pathOf(item)] ?? '',
        day: days[pathOf(item)] ?? app.today(),
      })),
      inputs: Object.fromEntries(
        written.flatMap(({ criterion }) => (criterion.field ? [[criterion.field, texts[criterion.field] ?? '']] : [])),
      ),
      reason,
      override,
      language: format.language,
    });
    setBusy(false);
    if (!moved.ok) return refused(moved.error);
    if (moved.value.changed > 0) tellStep(row, isRecord ? undefined : to, moved.value.batchId);
    onDone();
  };
  return {
    texts,
    days,
    reason,
    faults,
    trouble,
    busy,
    setText: (path, text) => setTexts((before) => ({ ...before, [path]: text })),
    setDay: (path, day) => setDays((before) => ({ ...before, [path]: day })),
    setReason,
    send,
  };
}
