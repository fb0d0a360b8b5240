import { browser } from 'wxt/browser';
import type { CaptureRequest } from '@/src/app/ports/page-reader';

/** Where the choice is kept that the background must know before any page of ours is open. */
const CHOICE = 'page-menu';

const ENTRIES = ['page', 'selection', 'clip', 'link', 'later'] as const;
type Entry = (typeof ENTRIES)[number];

/** Where on a page each entry is offered. */
const CONTEXTS: Readonly<Record<Entry, ['page'] | ['selection'] | ['link'] | ['page', 'selection']>> = {
  page: ['page'],
  selection: ['selection'],
  clip: ['selection'],
  link: ['link'],
  later: ['page', 'selection'],
};

/** Puts our entries into the menu of pages, or takes them out; remembers which. */
export async function offerPageMenu(isOffered: boolean): Promise<void> {
  await browser.storage.local.set({ [CHOICE]: isOffered });
  await browser.contextMenus.removeAll();
  if (!isOffered) return;
  // Safe: every browser has it; the types of the framework know only messages that it has generated.
  const words = browser.i18n as unknown as { getMessage(name: string): string };
  const messages = {
    page: 'action',
    selection: 'menuSelection',
    clip: 'menuClip',
    link: 'menuLink',
    later: 'menuLater',
  } as const;
  for (const id of ENTRIES)
    browser.contextMenus.create({ id, title: words.getMessage(messages[id]), contexts: CONTEXTS[id] });
}

/** Offers the entries unless the user has switched them off. */
export async function restorePageMenu(): Promise<void> {
  const stored = await browser.storage.local.get(CHOICE);
  await offerPageMenu(stored[CHOICE] !== false);
}

interface Clicked {
  readonly menuItemId: string | number;
  readonly selectionText?: string | undefined;
  readonly linkUrl?: string | undefined;
}

/** What a choice in the menu asks for. */
export function requestOf(clicked: Clicked, tabId: number, at: number): CaptureRequest {
  const { menuItemId, selectionText = '', linkUrl = '' } = clicked;
  const isLink = menuItemId === 'link';
  const text = (isLink ? linkUrl : selectionText).slice(0, 2000);
  return {
    tabId,
    at,
    ...(text === '' ? {} : { part: { text, isLink } }),
    ...(menuItemId === 'later' ? { isLater: true } : {}),
    ...(menuItemId === 'clip' ? { isClip: true } : {}),
  };
}
