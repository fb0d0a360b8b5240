import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { typedValue } from '@/src/domain/records/evidence';
import { archiveCompleteness, completenessByCategory } from '@/src/domain/archive/archive-completeness';
import { archiveRow } from '@/test/support/archive';

const said = (text: string) => typedValue(text, '2026-11-23T00:00:00Z');
const account = (fields: Partial<CompanyFields> = {}) => ({
  id: 'c1' as RecordId,
  fields: { name: said('Quarry Works'), ...fields },
});
const WHOLE = { paperNo: 'P-1', paperLocation: 'cabinet 3', eCode: 'E-1', eLocation: 'x.pdf' };
const FULL = account({
  addresses: { a: said('1 Quay') },
  phones: { p: said('+12025550143') },
  legalRepresentative: said('Ines Roth'),
  owner: said('Lin'),
});

describe('S31 archive completeness', () => {
  it.each([
    ['nothing but a name: 1 of 5 fields of the company, neither wanted category', account(), [], [1, 7]],
    ['a whole company without items', FULL, [], [5, 7]],
    ['a whole item for basics', FULL, [archiveRow('i', WHOLE)], [5 + 1 + 7, 7 + 7]],
    ['an item that has no file', FULL, [archiveRow('i', { paperNo: 'P-1', paperLocation: 'cabinet 3' })], [11, 14]],
    [
      'a contract wants a signing day too',
      FULL,
      [archiveRow('i', WHOLE), archiveRow('c', { ...WHOLE, category: 'contracts' })],
      [5 + 2 + 7 + 7, 7 + 7 + 8],
    ],
    [
      'all there',
      FULL,
      [archiveRow('i', WHOLE), archiveRow('c', { ...WHOLE, category: 'contracts', signedOn: '2026-01-02' })],
      [22, 22],
    ],
    ['a category that need not be', FULL, [archiveRow('t', { ...WHOLE, category: 'trend' })], [5 + 7, 7 + 7]],
    ['items of another account do not count', FULL, [archiveRow('x', { company: 'c2' as RecordId })], [5, 7]],
  ])('%s', (_, company, items, [done, wanted]) => {
    expect(archiveCompleteness(items, company)).toEqual({ done, wanted });
  });

  it('is the sum of its six categories', () => {
    const items = [archiveRow('i', WHOLE), archiveRow('t', { category: 'trend' })];
    const parts = [...completenessByCategory(items, account())];

    expect(parts).toEqual([
      ['basics', { done: 1 + 1 + 7, wanted: 5 + 1 + 7 }],
      ['contracts', { done: 0, wanted: 1 }],
      ['arrears', { done: 0, wanted: 0 }],
      ['complaints', { done: 0, wanted: 0 }],
      ['trend', { done: 3, wanted: 7 }],
      ['promotion', { done: 0, wanted: 0 }],
    ]);
    const sum = (of: 'done' | 'wanted') => parts.reduce((all, [, one]) => all + one[of], 0);
    expect(archiveCompleteness(items, account())).toEqual({ done: sum('done'), wanted: sum('wanted') });
  });
});
