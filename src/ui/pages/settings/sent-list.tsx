import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentLine } from '@/src/app/ports/sent-log';
import { company } from '@/src/domain/parties/company.kind';
import { useKindWords } from '../../records/kind-words';
import { hashOf } from '../../shell/route';
import { useInterface } from '../../app-context';

const SHOWN = 50;

/** What left this browser: when, to whom, about which record, with which of its fields. */
export function SentList() {
  const { app, format } = useInterface();
  const { t } = useTranslation('enrich');
  const words = useKindWords()(company);
  const wordsOf = (fields: readonly string[]): string =>
    fields.map((path) => words.field({ path, label: undefined })).join(t('and'));
  const [lines, setLines] = useState<readonly SentLine[]>();
  useEffect(() => {
    void app.enrich.sent().then(setLines);
  }, [app]);
  if (!lines) return null;
  if (lines.length === 0) return <Text c="dimmed">{t('sentNone')}</Text>;
  const clear = async (): Promise<void> => {
    await app.enrich.clearSent();
    setLines([]);
  };
  return (
    <Stack gap="xs">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sentAt')}</Table.Th>
            <Table.Th>{t('sentTo')}</Table.Th>
            <Table.Th>{t('sentFields')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.slice(0, SHOWN).map((line) => (
            <Table.Tr key={`${line.at} ${line.url}`} data-sent>
              <Table.Td>{format.time(Date.parse(line.at))}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <a href={hashOf(['accounts', line.record])}>{line.url}</a>
              </Table.Td>
              <Table.Td>{wordsOf(line.fields)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {t('sentMore', { count: lines.length - SHOWN })}
        </Text>
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => void app.enrich.exportSent()}>
          {t('sentExport')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => void clear()}>
          {t('sentClear')}
        </Button>
      </Group>
    </Stack>
  );
}
