import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Misfit } from '@/src/app/open-together';
import { useSentence } from '../../components/use-sentence';
import type { Target } from './handed-over';
import type { ImportSession } from './import-session';

interface Props {
  readonly misfits: readonly Misfit[];
  /** Where none could be appended: what they were meant for. */
  readonly onto?: Target | undefined;
  readonly session: ImportSession;
}

/** The files that do not go with the others, each with what is different, and the way to open one by itself. */
export function MisfitFiles({ misfits, onto, session }: Props) {
  const { t } = useTranslation('join');
  const why = useWhy();
  return (
    <Alert color="orange" role="alert" title={onto ? t('noneFits', { name: onto.name }) : t('misfits')}>
      <Stack gap="xs">
        {misfits.map((misfit, i) => (
          // Two files may have one name; their places do not change.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={i} justify="space-between" gap="xs" data-misfit={misfit.file.name}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {why(misfit)}
            </Text>
            {!('error' in misfit) && (
              <Button size="compact-sm" variant="default" onClick={() => session.open([misfit.file])}>
                {t('alone')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}

function useWhy(): (misfit: Misfit) => string {
  const { t } = useTranslation('join');
  const sentence = useSentence();
  return (misfit) => {
    const file = misfit.file.name;
    if ('error' in misfit) return t('unread', { file, reason: sentence(misfit.error) });
    const { missing, more } = misfit.differs;
    return [
      missing.length > 0 ? t('missing', { file, columns: missing.join(t('between')) }) : '',
      more.length > 0 ? t('more', { file, columns: more.join(t('between')) }) : '',
    ].join(' ');
  };
}
