import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { useInterface } from '../../app-context';
import { useWords } from '../../components/use-value-text';
import { SENTENCES } from './sentences';
import { factText } from './use-fact-text';

/** The answer in sentences: the first one large, the others small. */
export function Headline({ run }: { run: AnalysisRun }) {
  const { format } = useInterface();
  const { i18n } = useTranslation();
  const words = useWords();
  const { facts } = run.outcome;
  const shown: Record<string, unknown> = Object.fromEntries(
    Object.keys(facts).map((name) => [name, factText(format, run, name)]),
  );
  if (facts['nonPositiveSum'] !== undefined) shown['nonPositiveSum'] = format.money(String(facts['nonPositiveSum']));
  if (facts['slippingValue'] !== undefined) shown['slippingValue'] = format.shortMoney(String(facts['slippingValue']));
  shown['entities'] = words(`analysis:entity.${facts['entity']}`, '', { count: Number(facts['k'] ?? 2) });
  const sentences = (SENTENCES[run.analysis] ?? (() => []))(facts).map(({ key, count }) =>
    words(`analysis:headline.${key}`, '', { ...shown, ...(count === undefined ? {} : { count }) }),
  );
  const [first, ...rest] = sentences;
  return (
    <Stack gap={4} lang={i18n.language} data-headline={run.analysis}>
      <Text fz={{ base: '1.3rem', sm: '1.6rem' }} fw={650} lh={1.3}>
        {first}
      </Text>
      {rest.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </Stack>
  );
}
