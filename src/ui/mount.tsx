import { Alert, Button, MantineProvider, Stack, Text } from '@mantine/core';
import '@mantine/core/styles.css';
import './base.css';
import type { i18n } from 'i18next';
import { useEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { must } from '@/src/kernel/assert';
import type { Settings } from '@/src/app/settings';
import type { App } from '@/src/app/create-app';
import { AppProvider, useLiveOf } from './app-context';
import { StopSign } from './components/stop-sign';
import { Toasts } from './components/toasts';
import { ChangeReason } from './records/change-reason';
import { pickLanguage, startWords } from './i18n/i18n';
import { readable, theme } from './theme';

/**
 * Puts a page on the screen: settings and words first, so that nothing flashes in another language or colour. When the
 * data cannot be opened the page says so instead of staying white.
 */
export async function mount(open: () => Promise<App>, page: ReactNode): Promise<App> {
  const place = must(document.querySelector('#root'), 'the page has a root');
  try {
    const app = await open();
    const settings = await app.settings.read();
    const words = await startWords(pickLanguage(settings.language, app.host.languages));
    createRoot(place).render(
      <I18nextProvider i18n={words}>
        <StopSign sign={(detail) => <Trouble words={words} said="broken" detail={detail} />}>
          <Root app={app} first={settings} words={words}>
            {page}
          </Root>
        </StopSign>
      </I18nextProvider>,
    );
    // Extensions are answered without a prompt; asked each time, since a cleared profile forgets.
    void app.host.keepStorage();
    return app;
  } catch (thrown) {
    const words = await startWords(pickLanguage(undefined, navigator.languages));
    createRoot(place).render(<Trouble words={words} said="cannotOpen" detail={String(thrown)} />);
    throw thrown;
  }
}

/** Said in place of the page when it cannot go on. */
function Trouble({ words, said, detail }: { words: i18n; said: 'cannotOpen' | 'broken'; detail: string }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readable} defaultColorScheme="auto">
      <Stack p="lg" maw={560} align="start">
        <Alert color="red" role="alert" title={words.t(said)}>
          {words.t(`${said}What`)}
        </Alert>
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
        <Button onClick={() => window.location.reload()}>{words.t('reload')}</Button>
      </Stack>
    </MantineProvider>
  );
}

function Root(props: { app: App; first: Settings; words: i18n; children: ReactNode }) {
  const { app, first, words, children } = props;
  const settings = useLiveOf(app, 'settings', (of) => of.settings.read()) ?? first;
  const language = pickLanguage(settings.language, app.host.languages);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.getFixedT(language)('product');
    void words.changeLanguage(language);
  }, [language, words]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      defaultColorScheme="auto"
      {...colourScheme(settings.theme)}
    >
      <AppProvider app={app} settings={settings} language={language}>
        {children}
        <ChangeReason />
        <Toasts />
      </AppProvider>
    </MantineProvider>
  );
}

function colourScheme(chosen: string | undefined): { forceColorScheme?: 'light' | 'dark' } {
  return chosen === 'light' || chosen === 'dark' ? { forceColorScheme: chosen } : {};
}
