import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import classes from './notebook-view.module.css';

/** Characters of data that are shown. */
const SHOWN = 20_000;

/** What a program gave where it is no table: a text, a figure, or data as they are written in JSON. */
export function ValueView({ name, value }: { name: string; value: unknown }) {
  const { format } = useInterface();
  const { t } = useTranslation('notebook-page');
  if (value === undefined || value === null) return <Text c="dimmed">{t('gaveNothing')}</Text>;
  if (typeof value === 'number') return <Text data-value={name}>{format.value(value, 'number')}</Text>;
  const text = typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');
  return (
    <>
      <pre className={classes['code']} tabIndex={0} role="group" aria-label={name} data-value={name}>
        {text.slice(0, SHOWN)}
      </pre>
      {text.length > SHOWN && (
        <Text size="xs" c="dimmed">
          {t('valueCut', { count: SHOWN })}
        </Text>
      )}
    </>
  );
}
