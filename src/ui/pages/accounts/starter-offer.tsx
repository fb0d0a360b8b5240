import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { starterLines, type StarterLine } from '@/src/domain/accounts/segments';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface, useLive } from '../../app-context';
import { useTold } from '../../components/use-told';
import { useWords } from '../../components/use-value-text';
import { useKindWords } from '../../records/kind-words';

/** Offers the starter list of the account's industry, as long as it has no need on file. */
export function StarterOffer({ row }: { row: Row<CompanyFields> }) {
  const { app } = useInterface();
  const { t } = useTranslation('segments');
  const [opened, setOpened] = useState(false);
  const pointing = useLive(`needs:${row.id}`, (of) => of.records.pointing(row.id));
  const segment = row.fields.segment?.value;
  const hasNeeds = pointing?.some(({ kind }) => kind === 'need') ?? true;
  if (!segment || hasNeeds || !app.accounts.canStartNeeds()) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" w="fit-content" data-action="starter" onClick={() => setOpened(true)}>
        {t('offer')}
      </Button>
      {opened && <StarterDialog row={row} segment={segment} onClose={() => setOpened(false)} />}
    </>
  );
}

interface Line extends StarterLine {
  readonly text: string;
  readonly taken: boolean;
}

function StarterDialog({ row, segment, onClose }: { row: Row<CompanyFields>; segment: string; onClose: () => void }) {
  const { app } = useInterface();
  const { t } = useTranslation('segments');
  const { t: shell } = useTranslation();
  const words = useWords();
  const kindWords = useKindWords()(company);
  const told = useTold();
  const [lines, setLines] = useState<readonly Line[]>(() =>
    starterLines(segment).map((line) => ({ ...line, text: words(`segments:${line.word}`, ''), taken: true })),
  );
  const change = (word: string, patch: Partial<Line>): void =>
    setLines(lines.map((line) => (line.word === word ? { ...line, ...patch } : line)));
  const taken = lines.filter((line) => line.taken && line.text.trim() !== '');
  const file = async (): Promise<void> => {
    const done = await app.accounts.startNeeds(row.id, taken);
    if (told(done, t('made', { count: taken.length }))) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('title', { segment: kindWords.choice('segment', segment) })}
      closeButtonProps={{ 'aria-label': shell('action.close') }}
    >
      <Stack gap="xs">
        {(['need', 'opportunity'] as const).map((about) => (
          <Stack key={about} gap={4} data-starter={about}>
            <Text fw={600} size="sm">
              {t(about === 'need' ? 'needs' : 'opportunities')}
            </Text>
            {about === 'opportunity' && (
              <Text size="xs" c="dimmed">
                {t('lead')}
              </Text>
            )}
            {lines
              .filter((line) => line.about === about)
              .map((line) => (
                <Group key={line.word} gap="xs" wrap="nowrap">
                  <Checkbox
                    aria-label={t('take', { text: line.text })}
                    checked={line.taken}
                    onChange={(event) => change(line.word, { taken: event.currentTarget.checked })}
                  />
                  <TextInput
                    flex={1}
                    size="xs"
                    aria-label={t(about === 'need' ? 'needs' : 'opportunities')}
                    value={line.text}
                    maxLength={500}
                    onChange={(event) => change(line.word, { text: event.currentTarget.value })}
                  />
                </Group>
              ))}
          </Stack>
        ))}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button disabled={taken.length === 0} onClick={() => void file()} data-action="start-needs">
            {t('make', { count: taken.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
