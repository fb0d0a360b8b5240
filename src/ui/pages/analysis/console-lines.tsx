import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CellSaid } from '@/src/app/ports/cells';
import classes from './notebook-view.module.css';

/** What a program wrote to its console, as the text that it is. */
export function ConsoleLines({ name, said }: { name: string; said: CellSaid }) {
  const { t } = useTranslation('notebook-page');
  const label = t('console.of', { name });
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('console.title')}
      </Text>
      <pre className={classes['code']} tabIndex={0} role="group" aria-label={label} data-console={name}>
        {said.lines.join('\n')}
      </pre>
      {said.isCut && (
        <Text size="xs" c="dimmed">
          {t('console.cut')}
        </Text>
      )}
    </div>
  );
}
