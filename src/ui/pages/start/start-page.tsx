import { Button, Card, Collapse, FileButton, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useUndo } from '../../components/use-undo';
import { goTo } from '../../shell/route';
import { handOver } from '../data/handed-over';
import { SALES_FILES } from '../data/sales-files';
import { FirstSteps } from './first-steps';

/** The first minute: one's own sales file, a page, or sample data. */
export function StartPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="xl">
      <Stack gap={4}>
        <Title order={1}>{t('start.title')}</Title>
        <Text c="dimmed">{t('start.lead')}</Text>
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Choice title={t('start.salesTitle')} text={t('start.salesText')}>
          <FileButton
            accept={SALES_FILES}
            multiple
            onChange={(files) => {
              if (files.length === 0) return;
              handOver({ files });
              goTo(['data', 'files']);
            }}
            inputProps={{ 'aria-label': t('start.salesAction') }}
          >
            {(props) => <Button {...props}>{t('start.salesAction')}</Button>}
          </FileButton>
        </Choice>
        <CaptureChoice />
        <SampleChoice />
      </SimpleGrid>
      <FirstSteps />
    </Stack>
  );
}

function Choice({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card withBorder padding="lg">
      <Stack gap="sm" align="start" h="100%" justify="space-between">
        <Stack gap="xs">
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm">{text}</Text>
        </Stack>
        {children}
      </Stack>
    </Card>
  );
}

function CaptureChoice() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Choice title={t('start.captureTitle')} text={t('start.captureText')}>
      <Stack gap="xs">
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('start.captureAction')}
        </Button>
        <Collapse expanded={open}>
          <Text size="sm">{t('start.captureHow')}</Text>
        </Collapse>
      </Stack>
    </Choice>
  );
}

function SampleChoice() {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation();
  const { t: data } = useTranslation('data');
  const sentence = useSentence();
  const undo = useUndo();
  const [loading, setLoading] = useState(false);
  const history = useLive('history', (of) => of.history.list(500));
  const installed = history?.find(({ header, undone }) => header.cause === 'sample' && !undone);
  const install = async (): Promise<void> => {
    setLoading(true);
    const done = await app.datasets.installSample(format.language === 'en' ? 'en' : 'zh');
    setLoading(false);
    if (!done.ok) return tell({ text: sentence(done.error), tone: 'bad' });
    tell({ text: data('cause.sample'), undo: done.value.batchId });
    return goTo(['analysis', 'pareto']);
  };
  return (
    <Choice title={t('start.sampleTitle')} text={t('start.sampleText')}>
      {installed ? (
        <Button variant="default" onClick={() => void undo(installed.header.batchId, data('cause.sample'))}>
          {t('start.sampleRemove')}
        </Button>
      ) : (
        <Button variant="default" loading={loading} data-action="sample" onClick={() => void install()}>
          {t('start.sampleAction')}
        </Button>
      )}
    </Choice>
  );
}
