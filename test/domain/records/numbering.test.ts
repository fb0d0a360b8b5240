import { describe, expect, it } from 'vitest';
import { numbered } from '@/src/domain/records/numbering';

const RULE = { number: 'no', year: 'volume', day: 'day', within: ['firm', 'sort'] };
const held = (no: number, volume = '2026', firm = 'a') => ({ no, volume, firm, sort: 'x' });
const next = (others: readonly Readonly<Record<string, unknown>>[], fields = {}) =>
  numbered(RULE, { firm: 'a', sort: 'x', day: '2026-05-01', ...fields }, others, '2027-01-01');

describe('numbered', () => {
  it.each([
    ['the first of a volume', [], {}, { volume: '2026', no: 1 }],
    ['one more than the highest, not into a gap', [held(1), held(4)], {}, { volume: '2026', no: 5 }],
    ['each year anew', [held(4, '2025')], {}, { volume: '2026', no: 1 }],
    ['apart for what is not alike', [held(4, '2026', 'b')], {}, { volume: '2026', no: 1 }],
    ['by today without a day', [held(4)], { day: undefined }, { volume: '2027', no: 1 }],
    ['past what has no number', [{ ...held(1), no: undefined }], {}, { volume: '2026', no: 1 }],
  ])('counts %s', (_, others, fields, wanted) => {
    expect(next(others, fields)).toEqual(wanted);
  });
});
