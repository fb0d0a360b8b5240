import { Button, Drawer, Group, Loader, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NotebookRow, NotebookVersion } from '@/src/app/notebooks';
import { useInterface, useLive } from '../../app-context';
import { useNotebookFiles } from './use-notebook-files';

interface Props {
  readonly row: NotebookRow;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRevert: (text: string) => void;
}

/** The versions that were saved, and the way back to each. */
export function NotebookHistory({ row, opened, onClose, onRevert }: Props) {
  const { t } = useTranslation('notebook-page');
  const files = useNotebookFiles();
  const revert = async ({ batch, text }: NotebookVersion): Promise<void> => {
    if (!(await files.revert(row, batch))) return;
    onRevert(text);
    onClose();
  };
  return (
    <Drawer opened={opened} onClose={onClose} position="right" title={t('history')}>
      {opened && <Versions row={row} onRevert={(version) => void revert(version)} />}
    </Drawer>
  );
}

function Versions({ row, onRevert }: { row: NotebookRow; onRevert: (version: NotebookVersion) => void }) {
  const { format } = useInterface();
  const { t } = useTranslation('notebook-page');
  const versions = useLive(`versions ${row.id}`, (app) => app.notebooks.versions(row.id));
  if (!versions) return <Loader size="sm" />;
  return (
    <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {versions.map((version, i) => (
        <Group component="li" key={version.batch} justify="space-between" data-version={i}>
          <Text size="sm">
            {format.time(version.wall)} · {t('lines', { count: version.text.split('\n').length })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={version.text === row.fields.text}
            onClick={() => onRevert(version)}
          >
            {t('revert')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
