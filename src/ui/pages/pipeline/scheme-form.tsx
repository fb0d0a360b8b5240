import { Alert, Button, Card, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import { SALES, type PipelineScheme } from '@/src/domain/pipeline/scheme';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { stepOf, textsOfStep, type StepTexts } from './step-texts';

/** A scheme as it is begun to be changed. */
export interface SchemeDraft {
  /** The record that it becomes, or is. */
  readonly record: RecordId;
  readonly scheme: PipelineScheme;
  readonly name: string;
}

/** All steps of a scheme of the user's own, to be changed as a whole. What is not touched keeps its words in every language. */
export function SchemeForm({ draft, onClose }: { draft: SchemeDraft; onClose: () => void }) {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation(['pipeline', 'shell']);
  const sentence = useSentence();
  const { language } = format;
  const [name, setName] = useState(draft.name);
  const [sale, setSale] = useState(draft.scheme.sale);
  const [steps, setSteps] = useState(() => draft.scheme.steps.map((step) => textsOfStep(step, language)));
  const [trouble, setTrouble] = useState<string>();
  const set = (at: number, next: Partial<StepTexts>): void =>
    setSteps(steps.map((step, i) => (i === at ? { ...step, ...next } : step)));
  const add = (): void =>
    setSteps([...steps, { id: app.newRecord(), name: '', percent: '', node: '', exit: '', work: '', from: undefined }]);
  const save = async (): Promise<void> => {
    const kept = await app.pipeline.saveScheme({
      record: draft.record,
      name,
      sale,
      steps: steps.map((step) => stepOf(step, language, () => app.newRecord())),
    });
    if (kept.ok) {
      tell({ text: t('saved', { name }), undo: kept.value.batchId });
      return onClose();
    }
    const { code } = kept.error;
    return setTrouble(code === 'required' || code === 'out-of-range' ? t('fillIn') : sentence(kept.error));
  };
  return (
    <Modal opened onClose={onClose} title={name} size="lg" closeButtonProps={{ 'aria-label': t('shell:action.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            required
            label={t('schemeName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('sale')}
            value={sale}
            data={SALES.map((value) => ({ value, label: t(`saleName.${value}`) }))}
            onChange={(event) => setSale(event.currentTarget.value === 'project' ? 'project' : 'account')}
          />
          {steps.map((step, i) => (
            <StepFields
              key={step.id}
              number={i + 1}
              step={step}
              onChange={(next) => set(i, next)}
              onUp={() => setSteps(steps.with(i - 1, step).with(i, steps[i - 1] ?? step))}
              onRemove={() => setSteps(steps.toSpliced(i, 1))}
            />
          ))}
          {trouble !== undefined && (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          )}
          <Group justify="space-between" gap="xs">
            <Button variant="light" onClick={add}>
              {t('stepAdd')}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('shell:action.cancel')}
              </Button>
              <Button type="submit">{t('shell:action.save')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface StepFieldsProps {
  /** From 1. */
  readonly number: number;
  readonly step: StepTexts;
  readonly onChange: (next: Partial<StepTexts>) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

function StepFields({ number, step, onChange, onUp, onRemove }: StepFieldsProps) {
  const { t } = useTranslation('pipeline');
  return (
    <Card withBorder padding="xs" data-step-form={number}>
      <Stack gap="xs">
        <Group gap="xs" align="end">
          <TextInput
            required
            flex="1 1 160px"
            label={t('stepName', { number })}
            value={step.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <TextInput
            w={140}
            inputMode="decimal"
            label={t('stepPercent')}
            value={step.percent}
            onChange={(event) => onChange({ percent: event.currentTarget.value })}
          />
        </Group>
        <TextInput
          label={t('stepNode')}
          value={step.node}
          onChange={(event) => onChange({ node: event.currentTarget.value })}
        />
        <Textarea
          autosize
          maxRows={8}
          label={t('stepExit')}
          value={step.exit}
          onChange={(event) => onChange({ exit: event.currentTarget.value })}
        />
        <Textarea
          autosize
          maxRows={8}
          label={t('stepWork')}
          value={step.work}
          onChange={(event) => onChange({ work: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={number === 1} onClick={onUp}>
            {t('stepUp', { number })}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onRemove}>
            {t('stepRemove', { number })}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
