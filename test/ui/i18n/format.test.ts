import { expect, it } from 'vitest';
import { createFormat } from '@/src/ui/i18n/format';

it.each([
  [0, '0 B'],
  [179, '179 B'],
  [1023, '1,023 B'],
  [1536, '1.5 KB'],
  [2 ** 20 - 1, '1,024 KB'],
  [2 ** 20, '1 MB'],
  [123_456_789, '117.7 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(createFormat('en').bytes(bytes)).toBe(text);
});
