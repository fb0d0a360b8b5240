import { describe, expect, it } from 'vitest';
import { isPartyRow } from '@/src/domain/parties/party-row';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';

describe('a party', () => {
  it('is a row of a company or a person, and of no other kind there is', () => {
    expect([...ALL_KINDS.keys()].filter((kind) => isPartyRow({ kind })).sort()).toEqual(['company', 'person']);
  });

  it('is not a row of a kind that only sounds like one, or that has no name', () => {
    const kinds = ['', 'Company', 'people', 'company ', 'toString'];
    expect(kinds.filter((kind) => isPartyRow({ kind }))).toEqual([]);
  });
});
