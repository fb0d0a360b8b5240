import { describe, expect, it } from 'vitest';
import {
  EXPECTED_FOR,
  expectCapture,
  isExpectedAt,
  isStillExpected,
  readExpected,
} from '@/src/domain/enrich/opened/expected-capture';
import type { RecordId } from '@/src/kernel/ids';

const NOW = Date.UTC(2026, 10, 23, 9);
const expected = expectCapture('c1' as RecordId, 'qcc', NOW);

describe('a page that is waited for', () => {
  it.each([
    ['at once', NOW, true],
    ['in the last millisecond of half an hour', NOW + EXPECTED_FOR - 1, true],
    ['after half an hour', NOW + EXPECTED_FOR, false],
    ['the next day', NOW + 86_400_000, false],
    ['when the clock was set back', NOW - 1, false],
  ])('%s', (_, now, still) => {
    expect(isStillExpected(expected, now)).toBe(still);
    expect(isExpectedAt(expected, 'https://www.qcc.com/firm/1.html', now)).toBe(still);
  });

  it('is one of the register that was opened', () => {
    expect(isExpectedAt(expected, 'https://www.tianyancha.com/company/1', NOW)).toBe(false);
    expect(isExpectedAt(expected, 'https://www.lanzhou-jm.example/', NOW)).toBe(false);
  });
});

describe('what was kept outside of the database', () => {
  it('comes back as it was', () => {
    expect(readExpected(JSON.parse(JSON.stringify(expected)))).toEqual(expected);
  });

  it.each([
    [undefined],
    [null],
    ['c1'],
    [[]],
    [{ ...expected, company: '' }],
    [{ ...expected, company: 1 }],
    [{ ...expected, register: 'evil' }],
    [{ ...expected, register: undefined }],
    [{ ...expected, until: '9' }],
    [{ ...expected, until: Number.NaN }],
    [{ ...expected, until: Number.POSITIVE_INFINITY }],
  ])('is nothing when it is not whole: %j', (kept) => {
    expect(readExpected(kept)).toBeUndefined();
  });
});
