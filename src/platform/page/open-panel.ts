import { browser } from 'wxt/browser';

/**
 * Opens the panel of a window. To be called in the very turn of a click or a shortcut: after any waiting the browser no
 * longer takes it for the user's wish.
 */
export function openPanel(windowId: number): void {
  // Safe: Firefox has a sidebar, Chromium a side panel; the types know only the latter, and absence is asked for.
  const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };
  if (sidebarAction) void sidebarAction.open();
  else void browser.sidePanel.open({ windowId });
}
