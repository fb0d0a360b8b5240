import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cellBlocks, type Cell, type Notebook } from '@/src/domain/notebook/notebook';

const TOLD = ['analysis', 'frame', 'sql', 'js', 'chart'] as const satisfies readonly Cell['kind'][];

/** Over a notebook from elsewhere: what it would run, and the one click that lets it. */
export function TrustBanner({ notebook, onTrust }: { notebook: Notebook; onTrust: () => void }) {
  const { t } = useTranslation('notebook-page');
  const cells = cellBlocks(notebook);
  const counts = TOLD.flatMap((kind) => {
    const count = cells.filter(({ cell }) => cell.kind === kind).length;
    return count === 0 ? [] : [t(`willRun.${kind}`, { count })];
  });
  return (
    <Alert color="orange" variant="outline" title={t('untrustedTitle')} data-untrusted>
      <Stack gap="xs" align="start">
        <Text size="sm">{t('untrustedWhat', { cells: counts.join(t('listed')) })}</Text>
        <Text size="sm">{t('untrustedSafe')}</Text>
        <Button size="sm" onClick={onTrust} data-action="trust">
          {t('trust')}
        </Button>
      </Stack>
    </Alert>
  );
}
