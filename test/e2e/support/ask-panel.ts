import type { Page } from 'puppeteer-core';

/** What the menu of a page asks for, but for the tab and the time. */
interface Asked {
  readonly part?: { readonly text: string; readonly isLink: boolean };
  readonly isClip?: boolean;
  readonly isLater?: boolean;
  readonly isQuick?: boolean;
}

/**
 * Asks the panel for something on the tab that it was last asked about, as the background does at a shortcut or at an entry of
 * the page's menu, neither of which a driver can press.
 */
export function askPanel(panel: Page, asked: Asked): Promise<void> {
  return panel.evaluate(async (more) => {
    const requests = Object.entries(await chrome.storage.session.get(null));
    const [key = '', last] = requests.find(([name]) => name.startsWith('capture-request-')) ?? [];
    const { tabId } = last as { tabId: number };
    await chrome.storage.session.set({ [key]: { tabId, at: Date.now(), ...more } });
  }, asked);
}

/** Puts lines onto a page and selects them, as a reader does with the mouse. */
export async function selectOn(tab: Page, lines: readonly string[]): Promise<void> {
  await tab.evaluate((texts) => {
    const block = document.createElement('div');
    block.append(
      ...texts.map((text) => {
        const line = document.createElement('p');
        line.textContent = text;
        return line;
      }),
    );
    document.querySelector('main')?.append(block);
    window.getSelection()?.selectAllChildren(block);
  }, lines);
}
