import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { useHeadline } from './use-headline';

/** The answer in sentences: the first one large, the others small. */
export function Headline({ run }: { run: AnalysisRun }) {
  const { i18n } = useTranslation();
  const [first, ...rest] = useHeadline()(run);
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
