import { describe, expect, it, vi } from 'vitest';
import { requestOf } from '@/src/platform/page/page-menu';

vi.mock('wxt/browser', () => ({ browser: {} }));

describe('a choice in the menu of a page', () => {
  it.each([
    [{ menuItemId: 'page' }, {}],
    [{ menuItemId: 'later' }, { isLater: true }],
    [{ menuItemId: 'selection', selectionText: 'Anna Field' }, { part: { text: 'Anna Field', isLink: false } }],
    [
      { menuItemId: 'clip', selectionText: '¥199' },
      { part: { text: '¥199', isLink: false }, isClip: true },
    ],
    [
      { menuItemId: 'later', selectionText: 'Anna Field' },
      { part: { text: 'Anna Field', isLink: false }, isLater: true },
    ],
    [
      { menuItemId: 'link', linkUrl: 'tel:+442079460321', selectionText: 'call us' },
      { part: { text: 'tel:+442079460321', isLink: true } },
    ],
  ])('%j', (clicked, asked) => {
    expect(requestOf(clicked, 7, 5)).toEqual({ tabId: 7, at: 5, ...asked });
  });
});
