import { describe, expect, it } from 'vitest';
import { startWords } from '@/src/ui/i18n/i18n';

describe('numbers in sentences', () => {
  it.each([
    ['en', 0, '0 records'],
    ['en', 1, '1 record'],
    ['en', 999, '999 records'],
    ['en', 1000, '1,000 records'],
    ['en', 1_234_567, '1,234,567 records'],
    ['zh-CN', 12_345, '12,345 条记录'],
    ['zh-TW', 12_345, '12,345 筆記錄'],
  ] as const)('are grouped by thousands in %s: %i', async (language, count, sentence) => {
    const words = await startWords(language);

    expect(words.t('count', { ns: 'board', count })).toBe(sentence);
  });

  it('are not looked for in texts', async () => {
    const words = await startWords('en');

    expect(words.t('notMoved', { ns: 'board', title: '12345', why: '1000' })).toBe('“12345” was not moved. 1000');
  });
});
