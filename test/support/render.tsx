import { MantineProvider } from '@mantine/core';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { App } from '@/src/app/create-app';
import type { Language } from '@/src/domain/notebook/notebook';
import { AppProvider } from '@/src/ui/app-context';
import { Toasts } from '@/src/ui/components/toasts';
import { ChangeReason } from '@/src/ui/records/change-reason';
import { startWords } from '@/src/ui/i18n/i18n';
import { readable, theme } from '@/src/ui/theme';

// What the page of a test has not, and growing text areas ask for.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** Name of a kind → its words in each language, for kinds that have no file among the locales. */
export type KindTexts = Readonly<Record<string, Readonly<Record<Language, object>>>>;

export interface Rendered {
  readonly container: HTMLElement;
  /** Draws something else in the same place. */
  readonly show: (node: ReactNode) => Promise<void>;
  readonly cleanup: () => Promise<void>;
}

/**
 * Puts a piece of the interface on a page over real use cases, as mount.tsx does. happy-dom lays nothing out: every element
 * is told to be 1000 × 600, so that long lists draw as many lines as such a window has; no test may conclude anything about
 * sizes from it.
 */
export async function renderWith(
  app: App,
  node: ReactNode,
  language: Language = 'en',
  texts: KindTexts = {},
): Promise<Rendered> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  giveSizes();
  const words = await startWords(language);
  for (const [kind, own] of Object.entries(texts))
    for (const [each, text] of Object.entries(own)) words.addResourceBundle(each, `kind-${kind}`, text);
  const settings = await app.settings.read();
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const show = (node: ReactNode): Promise<void> =>
    act(async () =>
      root.render(
        <MantineProvider theme={theme} cssVariablesResolver={readable} env="test">
          <I18nextProvider i18n={words}>
            <AppProvider app={app} settings={settings} language={language}>
              {node}
              <ChangeReason />
              <Toasts />
            </AppProvider>
          </I18nextProvider>
        </MantineProvider>,
      ),
    );
  await show(node);
  return {
    container,
    show,
    cleanup: async () => {
      await act(async () => root.unmount());
      container.remove();
    },
  };
}

function giveSizes(): void {
  const size = (value: number) => ({ configurable: true, get: () => value });
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: size(1000),
    offsetHeight: size(600),
    clientWidth: size(1000),
    clientHeight: size(600),
  });
}

/** Waits, letting React draw, until the probe gives something. Fails with the probe's name after five seconds. */
export async function until<T>(name: string, probe: () => T | undefined | null | false): Promise<T> {
  for (let turn = 0; turn < 500; turn++) {
    const found = probe();
    if (found) return found;
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  throw new Error(`never came: ${name}`);
}

/** Types into an input as a user does: React hears of it. */
export async function typeInto(input: HTMLElement, text: string): Promise<void> {
  const prototype =
    input instanceof HTMLSelectElement
      ? HTMLSelectElement.prototype
      : input instanceof HTMLTextAreaElement
        ? HTMLTextAreaElement.prototype
        : HTMLInputElement.prototype;
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  await act(async () => {
    set?.call(input, text);
    input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
}

export async function press(element: Element, key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
}

export async function click(element: Element, more: MouseEventInit = {}): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));
  });
}
