import { Loader } from '@mantine/core';
import { lazy, Suspense, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

const Editor = lazy(async () => ({ default: (await import('./code-editor')).CodeEditor }));

/** The editor, none of which is loaded before a cell is edited. */
export function LazyEditor(props: ComponentProps<typeof Editor>) {
  const { t } = useTranslation('notebook-page');
  return (
    <Suspense fallback={<Loader size="sm" role="status" aria-label={t('editorOpens')} />}>
      <Editor {...props} />
    </Suspense>
  );
}
