import { describe, expect, it } from 'vitest';
import { pageKey } from '@/src/domain/capture/page-key';

describe('pageKey', () => {
  it.each([
    ['https://a.example/x?page=2#top', 'https://a.example/x?page=2'],
    ['https://a.example/x', 'https://a.example/x'],
    ['https://a.example/#/company/7', 'https://a.example/#/company/7'],
    ['https://a.example/#!/company/7#top', 'https://a.example/#!/company/7#top'],
    ['', ''],
  ])('of %s is %s', (url, key) => {
    expect(pageKey(url)).toBe(key);
  });
});
