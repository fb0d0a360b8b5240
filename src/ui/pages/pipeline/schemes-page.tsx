import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import type { PipelineScheme } from '@/src/domain/pipeline/scheme';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { hashOf, type Route } from '../../shell/route';
import { SchemeForm, type SchemeDraft } from './scheme-form';
import { useLocalText, useSchemes } from './use-schemes';

/** The schemes there are: those that come with the product to be copied, the user's own to be changed. */
export function SchemesPage({ route }: { route: Route }) {
  const { app, tell } = useInterface();
  const sentence = useSentence();
  const { t } = useTranslation(['pipeline', 'shell']);
  const text = useLocalText();
  const schemes = useSchemes();
  const [draft, setDraft] = useState<SchemeDraft>();
  if (!schemes) return null;
  const isShipped = ({ id }: PipelineScheme): boolean => SHIPPED_SCHEMES.some((one) => one.id === id);
  const copy = (scheme: PipelineScheme): void =>
    setDraft({ record: app.newRecord(), scheme, name: t('copyOf', { title: text(scheme.title) }) });
  // Safe: a scheme of the user's own has the id of its record.
  const change = (scheme: PipelineScheme): void =>
    setDraft({ record: scheme.id as SchemeDraft['record'], scheme, name: text(scheme.title) });
  const remove = async (scheme: PipelineScheme): Promise<void> => {
    // Safe: as above.
    const removed = await app.records.remove([scheme.id as SchemeDraft['record']]);
    tell(
      removed.ok
        ? { text: t('gone', { name: text(scheme.title) }), undo: removed.value.batchId }
        : { text: sentence(removed.error), tone: 'bad' },
    );
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('schemesLead')}</Text>
      {schemes.map((scheme) => (
        <Card key={scheme.id} withBorder padding="sm" data-scheme={scheme.id} data-here={route.path[2] === scheme.id}>
          <Group justify="space-between" align="start" gap="xs">
            <Stack gap={2} flex="1 1 220px">
              <Group gap="xs">
                <Title order={2} size="h5">
                  <a href={hashOf(['pipeline', 'board'], { scheme: scheme.id })}>{text(scheme.title)}</a>
                </Title>
                <Badge variant="default" tt="none">
                  {isShipped(scheme) ? t('shipped') : t('own')}
                </Badge>
              </Group>
              <Text size="sm">{t(`saleName.${scheme.sale}`)}</Text>
              <Text size="sm" c="dimmed">
                {scheme.steps.length === 0
                  ? t('noSteps')
                  : t('stepsOf', { list: scheme.steps.map(({ name }) => text(name)).join(' → ') })}
              </Text>
            </Stack>
            <Group gap="xs">
              {!isShipped(scheme) && (
                <Button size="compact-sm" variant="light" onClick={() => change(scheme)}>
                  {t('change')}
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={() => copy(scheme)}>
                {t('copy')}
              </Button>
              {!isShipped(scheme) && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('delete', { name: text(scheme.title) })}
                  onClick={() => void remove(scheme)}
                >
                  {t('shell:action.delete')}
                </Button>
              )}
            </Group>
          </Group>
        </Card>
      ))}
      {draft && <SchemeForm draft={draft} onClose={() => setDraft(undefined)} />}
    </Stack>
  );
}
