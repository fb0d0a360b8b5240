import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { Fact } from '@/src/domain/records/guard';
import type { EntryRef } from '@/src/domain/records/record';
import { claimGroups } from '@/src/domain/registration/claim-groups';

/** A submitted registration; `at` in milliseconds after the first there is. */
function claim(id: string, at: number, fields: Readonly<Record<string, string>>, state = 'submitted'): Fact {
  const submittedAt = new Date(Date.UTC(2026, 10, 23) + at).toISOString();
  return {
    id: id as RecordId,
    kind: 'registration',
    state,
    fields: { ...fields, submittedAt },
    refAt: () => `a.${at}` as EntryRef,
  };
}
const shown = (claims: readonly Fact[], distinctions: readonly Fact[] = []): (readonly [string, number])[][] =>
  claimGroups(claims, distinctions).map((group) => group.map(({ claim: { id }, behind }) => [id, behind] as const));

describe('claimGroups', () => {
  it('puts rivals together in the order of submission, and groups by their first', () => {
    const claims = [
      claim('late', 9000, { client: 'Acme' }),
      claim('alone', 5, { client: 'Northwick' }),
      claim('early', 2, { client: 'ACME Ltd.' }),
    ];
    expect(shown(claims)).toEqual([
      [
        ['early', 0],
        ['late', 8998],
      ],
      [['alone', 0]],
    ]);
    expect(claimGroups([])).toEqual([]);
  });

  it('leaves out what does not wait, but for what a waiting one stands behind', () => {
    const claims = [
      claim('rejected', 1, { client: 'Acme' }, 'rejected'),
      claim('confirmed', 2, { client: 'Acme' }, 'confirmed'),
      claim('waiting', 3, { client: 'Acme' }),
      claim('settled', 4, { client: 'Northwick' }, 'confirmed'),
    ];
    expect(shown(claims)).toEqual([
      [
        ['confirmed', 0],
        ['waiting', 1],
      ],
    ]);
  });

  it('joins what is one client with a second, and this with a third', () => {
    const claims = [
      claim('by name', 1, { client: 'Acme' }),
      claim('by both', 2, { client: 'Acme', phone: '+862155550101' }),
      claim('by phone', 3, { client: 'Works', phone: '+862155550101' }),
    ];
    expect(shown(claims).map((group) => group.length)).toEqual([3]);
  });

  it('keeps apart what somebody said is not the same, whichever was named first', () => {
    const claims = [claim('one', 1, { client: 'Acme' }), claim('two', 2, { client: 'Acme' })];
    const apart = { ...claim('d', 0, { one: 'two', other: 'one' }), kind: 'distinction' };
    expect(shown(claims, [apart])).toEqual([[['one', 0]], [['two', 0]]]);
  });
});
