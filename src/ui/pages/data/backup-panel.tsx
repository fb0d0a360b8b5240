import { Alert, Button, Code, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyCheck } from '@/src/app/ports/store';
import { useInterface } from '../../app-context';
import { useBackupAge } from '../../components/use-backup-age';
import { useSentence } from '../../components/use-sentence';

/** Of the problems of one check. */
const SHOWN = 5;

type Work = 'backup' | 'archive' | 'restore' | 'verify';

/** Everything out into one file, a backup or a ZIP for other programs, everything back from one, and a check of what is here. */
export function BackupPanel() {
  const { app, format, tell } = useInterface();
  const { t } = useTranslation('data');
  const sentence = useSentence();
  const age = useBackupAge();
  const [working, setWorking] = useState<Work>();
  const [failed, setFailed] = useState<readonly VerifyCheck[]>([]);
  const during = async (work: Work, run: () => Promise<void>): Promise<void> => {
    setWorking(work);
    await run();
    setWorking(undefined);
  };
  const sumOf = (rows: Readonly<Record<string, number>>): string =>
    format.count(Object.values(rows).reduce((sum, count) => sum + count, 0));
  const write = async (work: 'backup' | 'archive'): Promise<void> => {
    const written = work === 'backup' ? await app.backups.write() : await app.backups.archive(t('archiveReadme'));
    if (!written.ok) return tell({ text: sentence(written.error), tone: 'bad' });
    const { rows, bytes } = written.value;
    return tell({
      text: t(work === 'backup' ? 'backupWritten' : 'archiveWritten', {
        rows: sumOf(rows),
        bytes: format.bytes(bytes),
      }),
    });
  };
  const restore = async (file: File): Promise<void> => {
    const restored = await app.backups.restore(file);
    if (!restored.ok) return tell({ text: sentence(restored.error), tone: 'bad' });
    return tell({ text: t('restored', { rows: sumOf(restored.value.rows) }) });
  };
  const verify = async (): Promise<void> => {
    const { checks } = await app.verify();
    const found = checks.filter(({ problems }) => problems.length > 0);
    setFailed(found);
    const looked = checks.reduce((sum, check) => sum + check.looked, 0);
    if (found.length === 0) tell({ text: t('verifyGood', { looked: format.count(looked) }) });
  };
  return (
    <Stack gap="lg" maw={640}>
      <Stack gap="xs" align="start">
        <Title order={2} size="h4">
          {t('backup')}
        </Title>
        <Text>{t('backupLead')}</Text>
        <Text c={age.isOld ? 'orange' : 'dimmed'}>{age.text}</Text>
        <Button
          loading={working === 'backup'}
          onClick={() => void during('backup', () => write('backup'))}
          data-action="backup"
        >
          {t('backupWrite')}
        </Button>
      </Stack>
      <Stack gap="xs" align="start">
        <Title order={2} size="h4">
          {t('archive')}
        </Title>
        <Text>{t('archiveLead')}</Text>
        <Button
          variant="default"
          loading={working === 'archive'}
          onClick={() => void during('archive', () => write('archive'))}
        >
          {t('archiveWrite')}
        </Button>
      </Stack>
      <Stack gap="xs" align="start">
        <Title order={2} size="h4">
          {t('restore')}
        </Title>
        <Text>{t('restoreLead')}</Text>
        <FileButton
          onChange={(file) => file && void during('restore', () => restore(file))}
          accept=".vitalfew,.zip"
          inputProps={{ 'aria-label': t('restore') }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={working === 'restore'}>
              {t('restore')}
            </Button>
          )}
        </FileButton>
      </Stack>
      <Stack gap="xs" align="start">
        <Title order={2} size="h4">
          {t('verify')}
        </Title>
        <Group>
          <Button variant="default" loading={working === 'verify'} onClick={() => void during('verify', verify)}>
            {t('verify')}
          </Button>
        </Group>
        {failed.length > 0 && (
          <Alert
            color="red"
            role="alert"
            title={t('verifyBad', { count: failed.reduce((sum, { problems }) => sum + problems.length, 0) })}
          >
            {failed.map(({ name, problems }) => (
              <Stack key={name} gap={0} mt="xs">
                <Text size="sm">{t(`verifyProblem.${name}`)}</Text>
                {problems.slice(0, SHOWN).map((problem) => (
                  <Code key={problem}>{problem}</Code>
                ))}
              </Stack>
            ))}
          </Alert>
        )}
      </Stack>
    </Stack>
  );
}
