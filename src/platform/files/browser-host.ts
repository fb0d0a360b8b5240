import { browser } from 'wxt/browser';
import { offerPageMenu } from '../page/page-menu';
import type { Host } from '@/src/app/ports/world';

const PERSIST_TIMEOUT = 2000;

export const browserHost: Host = {
  languages: navigator.languages,
  openWorkspace: async (place) => {
    await browser.tabs.create({ url: new URL(`/workspace.html${place}`, location.href).href });
  },
  saveFile: (name, content) => {
    const url = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The download has begun by then; without this the content would stay in memory.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },
  keepStorage: async () => {
    // Firefox may wait for a prompt that nobody sees; Chromium always says no to extensions, whose data it keeps anyway.
    const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PERSIST_TIMEOUT));
    const kept = await Promise.race([navigator.storage.persist(), timeout]);
    return kept === undefined ? 'unknown' : kept ? 'kept' : 'not-kept';
  },
  offerPageMenu,
  reload: () => location.reload(),
};
