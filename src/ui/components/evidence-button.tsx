import { ActionIcon, Button, Popover, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidenced, Source } from '@/src/domain/records/evidence';
import { useInterface } from '../app-context';
import { useWords } from './use-value-text';

/** Where a value comes from, on demand: the text it stood in, what sort of place that was, its address, when. */
export function EvidenceButton({
  label,
  evidence,
  onShow,
}: {
  label: string;
  evidence: Pick<Evidenced<string>, 'sources' | 'confidence'>;
  /** Where the page is at hand: shows the place of a source on it. */
  onShow?: (source: Source) => void;
}) {
  const { format } = useInterface();
  const { t } = useTranslation(['capture', 'shell']);
  const words = useWords();
  const [opened, setOpened] = useState(false);
  useLeftByEscape(opened, () => setOpened(false));
  return (
    <Popover opened={opened} onChange={setOpened} width={300} withArrow position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          size="sm"
          radius="xl"
          variant="default"
          fz="xs"
          aria-label={t('shell:labelled', { label: t('evidence'), value: label })}
          onClick={() => setOpened(!opened)}
        >
          <span aria-hidden="true">i</span>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {evidence.sources.map((source) => (
            <Stack key={`${source.kind}${source.snippet}`} gap={2}>
              <Text size="xs" fw={600}>
                {words(`capture:source.${source.kind}`, source.kind)}
              </Text>
              <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                “{source.snippet}”
              </Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {[source.url, format.time(Date.parse(source.at))].filter((part) => part !== '').join(' · ')}
              </Text>
              {onShow && source.url !== '' && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  style={{ alignSelf: 'start' }}
                  onClick={() => onShow(source)}
                >
                  {t('showOnPage')}
                </Button>
              )}
            </Stack>
          ))}
          {evidence.confidence < 1 && (
            <Text size="xs" c="dimmed">
              {t('confidence', { percent: format.share(evidence.confidence) })}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What is opened by a key is left by one, wherever the focus is meanwhile; nothing around it is left with it. */
function useLeftByEscape(opened: boolean, leave: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  });
  useEffect(() => {
    if (!opened) return;
    const listener = (event: KeyboardEvent): void => onKey(event);
    globalThis.addEventListener('keydown', listener, { capture: true });
    return () => globalThis.removeEventListener('keydown', listener, { capture: true });
  }, [opened]);
}
