import { Group, Modal, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { must } from '@/src/kernel/assert';
import { opportunity } from '@/src/domain/pipeline/opportunity.kind';
import type { MissingItem } from '@/src/domain/pipeline/judge-step';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { QuestionForm } from '../../records/question-form';
import { NO_NAMES, titleIn } from '../../records/use-reading';
import { ValueInput } from '../../records/value-input';
import { useLocalText } from './use-schemes';
import { pathOf, useStepAnswers, type StepAnswers } from './use-step-answers';
import type { StepAsk } from './use-step-moves';

/** Asks for exactly what a step is missing: what shows it, and the day. Escape leaves everything as it was. */
export function StepSheet({ ask, onClose }: { ask: StepAsk; onClose: () => void }) {
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const words = { title: titleIn(opportunity, ask.row), step: text(ask.to.name) };
  // Without a button to close in its head, so that the first thing to fill in has the keyboard.
  return (
    <Modal
      opened
      onClose={onClose}
      title={ask.isRecord ? t('sheetRecord', words) : t('sheetTitle', words)}
      withCloseButton={false}
      size="md"
    >
      <Questions ask={ask} onClose={onClose} />
    </Modal>
  );
}

function Questions({ ask, onClose }: { ask: StepAsk; onClose: () => void }) {
  const { t } = useTranslation('pipeline');
  const answers = useStepAnswers(ask, onClose);
  const { missing, needsReason, mayOverride } = ask.verdict;
  return (
    <QuestionForm
      answers={answers}
      needsReason={needsReason}
      mayOverride={mayOverride && missing.length > 0}
      {...(ask.isRecord ? { action: t('record') } : {})}
      onClose={onClose}
    >
      {missing.length > 0 && <Text size="sm">{t('missing', { count: missing.length })}</Text>}
      {needsReason && <Text size="sm">{t('back')}</Text>}
      {missing.map((item) => (
        <Question key={pathOf(item)} item={item} answers={answers} />
      ))}
    </QuestionForm>
  );
}

function Question({ item, answers }: { item: MissingItem; answers: StepAnswers }) {
  const { app } = useInterface();
  const { t } = useTranslation('pipeline');
  const text = useLocalText();
  const words = useKindWords()(opportunity);
  const path = pathOf(item);
  const { criterion } = item;
  if (criterion.field !== undefined && Object.hasOwn(opportunity.fields, criterion.field)) {
    // Safe: asked just now.
    const spec = must(opportunity.fields[criterion.field as keyof typeof opportunity.fields], 'a field of the kind');
    return (
      <ValueInput
        field={{ path, spec, label: undefined }}
        label={words.field({ path, label: undefined })}
        text={answers.texts[path] ?? ''}
        onText={(typed) => answers.setText(path, typed)}
        names={NO_NAMES}
        choice={(value) => words.choice(path, value)}
        error={answers.faults[path]}
      />
    );
  }
  const what = text(criterion.text);
  return (
    <Group align="start" gap="xs" wrap="wrap" data-criterion={criterion.id}>
      <Textarea
        label={what}
        flex="1 1 200px"
        autosize
        minRows={1}
        maxRows={8}
        value={answers.texts[path] ?? ''}
        error={answers.faults[path]}
        onChange={(event) => answers.setText(path, event.currentTarget.value)}
      />
      <TextInput
        label={t('day')}
        aria-label={t('dayOf', { what })}
        type="date"
        w={150}
        max={app.today()}
        value={answers.days[path] ?? app.today()}
        onChange={(event) => answers.setDay(path, event.currentTarget.value)}
      />
    </Group>
  );
}
