import { describe, expect, it } from 'vitest';
import { isAmong, type Actor } from '@/src/domain/records/actor';
import { typedValue } from '@/src/domain/records/evidence';
import { field, required } from '@/src/domain/records/field';
import { defineKind } from '@/src/domain/records/kind';
import type { Circumstances } from '@/src/domain/records/guard';
import type { EntryRef } from '@/src/domain/records/record';
import { awaitsDecision, judge, stampsOf, waysOut } from '@/src/domain/records/transition';
import type { RecordId } from '@/src/kernel/ids';

const claim = defineKind({
  name: 'claim',
  evidence: true,
  fields: {
    title: required(field.text()),
    sum: field.number(),
    proof: field.file(),
    on: field.date(),
    owner: field.user(),
  },
  states: ['draft', 'submitted', 'confirmed', 'rejected'],
  transitions: [
    {
      name: 'submit',
      from: ['draft'],
      to: 'submitted',
      needs: ['proof', 'sum'],
      by: ['owner'],
      stamps: { on: 'today' },
    },
    {
      name: 'confirm',
      from: ['submitted'],
      to: 'confirmed',
      by: ['manager'],
      decides: 'approve',
      override: ['executive'],
      guard: ({ fields, pointing }) => [
        ...((fields.sum ?? 0) > 100 ? ['too-much'] : []),
        ...(pointing.some(({ kind }) => kind === 'visit') ? [] : ['no-visit']),
      ],
    },
    { name: 'reject', from: ['submitted'], to: 'rejected', by: ['manager'], decides: 'refuse', reason: true },
  ],
});
const LIN: Actor = { name: 'Lin', role: 'representative' };
const at: Circumstances = {
  actor: LIN,
  today: '2026-11-22',
  now: Date.UTC(2026, 10, 22, 9),
  pointing: [],
  pointed: [],
  beside: [],
  alike: [],
};
const value = <V extends string | number>(one: V) => typedValue(one, '2026-11-22T00:00:00Z');
const row = (state: string, fields: Record<string, unknown> = {}) => ({
  id: 'c1' as RecordId,
  state,
  origin: { base: 'd.1' as EntryRef },
  fields: { title: value('x'), ...fields },
});

describe('waysOut', () => {
  it('leads from the present state only', () => {
    const names = (state: string): string[] => waysOut(claim, row(state), at).map(({ transition }) => transition.name);

    expect(['draft', 'submitted', 'confirmed'].map(names)).toEqual([['submit'], ['confirm', 'reject'], []]);
  });

  it('asks for exactly what is missing, in the order of the kind', () => {
    const missing = (fields: Record<string, unknown>) => waysOut(claim, row('draft', fields), at)[0]?.missing;

    expect(missing({})).toEqual(['sum', 'proof']);
    expect(missing({ sum: value(0) })).toEqual(['proof']);
    expect(missing({ sum: value(0), proof: value('') })).toEqual(['proof']);
    expect(missing({ sum: value(0), proof: value('a.pdf') })).toEqual([]);
  });

  it('hears the guard, which sees plain values and what points to the record', () => {
    const refusals = (sum: number, pointing: Circumstances['pointing']) =>
      waysOut(claim, row('submitted', { sum: value(sum) }), { ...at, pointing })[0]?.refusals;

    expect(refusals(101, [])).toEqual(['too-much', 'no-visit']);
    expect(
      refusals(100, [{ id: 'v1' as RecordId, kind: 'visit', state: 'done', fields: {}, refAt: () => undefined }]),
    ).toEqual([]);
  });

  it('is for those who have the right to it', () => {
    const forbidden = (actor: Actor, owner?: string) =>
      waysOut(claim, row('draft', owner === undefined ? {} : { owner: value(owner) }), { ...at, actor })[0]?.forbidden;

    expect(forbidden(LIN, 'Lin')).toBe(false);
    expect(forbidden(LIN, 'Wu')).toBe(true);
    expect(forbidden(LIN)).toBe(false);
    expect(waysOut(claim, row('submitted'), at).map((verdict) => verdict.forbidden)).toEqual([true, true]);
  });

  it('may be overridden by those who are named, and asks for a reason where one is due', () => {
    const ways = (role: Actor['role']) => waysOut(claim, row('submitted'), { ...at, actor: { ...LIN, role } });

    expect(ways('executive').map(({ mayOverride, needsReason }) => [mayOverride, needsReason])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(ways('manager').map(({ mayOverride }) => mayOverride)).toEqual([false, false]);
  });
});

describe('a transition', () => {
  it('stamps the day and the actor', () => {
    const [submit] = claim.transitions;

    expect(submit && stampsOf({ ...submit, stamps: { on: 'today', owner: 'actor', proof: 'now' } }, at)).toEqual({
      on: '2026-11-22',
      proof: '2026-11-22T09:00:00.000Z',
      owner: 'Lin',
    });
    expect(submit && judge(claim, submit, row('draft'), at).transition.to).toBe('submitted');
  });

  it('makes records of its state await a decision when it decides', () => {
    expect(claim.states.filter((state) => awaitsDecision(claim, state))).toEqual(['submitted']);
  });
});

describe('isAmong', () => {
  it.each([
    [['anyone'], undefined, true],
    [['manager'], 'Lin', false],
    [['representative'], 'Wu', true],
    [['owner'], 'Lin', true],
    [['owner'], 'Wu', false],
    [['owner'], undefined, true],
    [[], 'Lin', false],
  ] as const)('%j with the owner %s: %s', (who, owner, expected) => {
    expect(isAmong(who, LIN, owner)).toBe(expected);
  });
});
