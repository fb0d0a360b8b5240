import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface, useLive } from '../../app-context';
import { useSentence } from '../../components/use-sentence';

/** What columns of files mean, as the user has said: to be taken to another machine, or over from one. */
export function MappingPanel() {
  const { app, tell } = useInterface();
  const { t } = useTranslation('mappings');
  const sentence = useSentence();
  const mappings = useLive('mappings', (one) => one.datasets.mappings());
  const take = async (file: File): Promise<void> => {
    const taken = await app.datasets.importMappings(file);
    if (taken.ok) {
      const { taken: count, batchId } = taken.value;
      tell(batchId === undefined ? { text: t('none') } : { text: t('imported', { count }), undo: batchId });
    } else {
      const { error } = taken;
      tell({ text: 'text' in error ? t(`fault.${error.code}`, { text: error.text }) : sentence(error), tone: 'bad' });
    }
  };
  if (!mappings) return null;
  return (
    <Stack gap="xs" data-mappings={mappings.length}>
      <Title order={2} size="h5">
        {t('title')}
      </Title>
      <Text size="sm">{t('lead', { count: mappings.length })}</Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-sm"
          disabled={mappings.length === 0}
          onClick={() => void app.datasets.exportMappings(t('fileName'))}
        >
          {t('export')}
        </Button>
        <FileButton
          onChange={(file) => file && void take(file)}
          accept=".json,application/json"
          inputProps={{ 'aria-label': t('import') }}
        >
          {(props) => (
            <Button {...props} variant="default" size="compact-sm">
              {t('import')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}
