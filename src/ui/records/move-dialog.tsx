import { Alert, List, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import { useKindWords } from './kind-words';
import { QuestionForm } from './question-form';
import { useAnswers, type Answers } from './use-answers';
import type { Ask } from './use-move';
import { NO_NAMES, titleIn, useNames } from './use-reading';
import { ValueInput } from './value-input';

/** Asks for exactly what keeps a record from moving on, and moves it once that is given. Escape leaves it as it was. */
export function MoveDialog({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const { t } = useTranslation('board');
  const words = useKindWords()(ask.kind);
  const title = t('moveTitle', {
    transition: words.transition(ask.verdict.transition.name),
    title: titleIn(ask.kind, ask.row),
  });
  // Without a button to close in its head, so that the first thing to fill in has the keyboard.
  return (
    <Modal opened onClose={onClose} title={title} withCloseButton={false} size="md">
      <Questions ask={ask} onClose={onClose} />
    </Modal>
  );
}

function Questions({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const { t } = useTranslation('board');
  const answers = useAnswers(ask, onClose);
  const { verdict, asked } = answers;
  const mayOverride = verdict.mayOverride && verdict.missing.length + verdict.refusals.length > 0;
  return (
    <QuestionForm answers={answers} needsReason={verdict.needsReason} mayOverride={mayOverride} onClose={onClose}>
      {asked.length > 0 && <Text size="sm">{t('missing', { count: asked.length })}</Text>}
      {asked.map((field) => (
        <Question key={field.path} kind={ask.kind} field={field} answers={answers} />
      ))}
      <Refusals kind={ask.kind} codes={verdict.refusals} />
    </QuestionForm>
  );
}

function Refusals({ kind, codes }: { kind: Kind; codes: readonly string[] }) {
  const { t } = useTranslation('board');
  const words = useKindWords()(kind);
  if (codes.length === 0) return null;
  return (
    <Alert color="orange" title={t('against')} role="alert">
      <List size="sm">
        {codes.map((code) => (
          <List.Item key={code}>{words.refusal(code)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Question({ kind, field, answers }: { kind: Kind; field: ViewField; answers: Answers }) {
  const words = useKindWords()(kind);
  const [name = ''] = field.path.split('/');
  // Only records that this field may point to are offered.
  const names = useNames({ ...kind, fields: { [name]: field.spec } });
  return (
    <ValueInput
      field={field}
      label={words.field({ path: name, label: field.label })}
      text={answers.texts[field.path] ?? ''}
      onText={(text) => answers.setText(field.path, text)}
      names={names ?? NO_NAMES}
      choice={(value) => words.choice(name, value)}
      error={answers.faults[field.path]}
    />
  );
}
