import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { App } from '@/src/app/create-app';
import type { Language } from '@/src/domain/notebook/notebook';
import { AppProvider } from '@/src/ui/app-context';
import { Toasts } from '@/src/ui/components/toasts';
import { startWords } from '@/src/ui/i18n/i18n';

// What the page of a test has not, and growing text areas ask for.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** A part of the interface over an app, as `mount` puts it on the page, without animations. See `hands` for what is done to it. */
export async function showOn(
  app: App,
  node: ReactNode,
  language: Language = 'en',
): Promise<{ readonly container: HTMLElement; readonly cleanup: () => void }> {
  const container = document.body.appendChild(document.createElement('div'));
  const words = await startWords(language);
  const settings = await app.settings.read();
  const root = createRoot(container);
  root.render(
    <I18nextProvider i18n={words}>
      <MantineProvider env="test">
        <AppProvider app={app} settings={settings} language={language}>
          {node}
          <Toasts />
        </AppProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  const cleanup = (): void => {
    root.unmount();
    container.remove();
  };
  return { container, cleanup };
}
