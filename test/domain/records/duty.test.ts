import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { dayFromIso, dutiesOf, type DutyRule } from '@/src/domain/records/duty';
import { field } from '@/src/domain/records/field';
import { defineKind } from '@/src/domain/records/kind';

const kindWith = (rule: DutyRule) =>
  defineKind({
    name: 'case',
    evidence: false,
    fields: {
      seen: field.date(),
      day: field.number(),
      checked: field.date(),
      tier: field.choice(['A', 'B', 'C']),
      owner: field.user(),
    },
    states: ['open', 'done'],
    duties: [{ name: 'check', while: ['open'], since: 'seen', rule, for: 'owner', endedBy: 'checked' }],
  });
const due = (rule: DutyRule, fields: Record<string, string | number>, state = 'open'): string | undefined =>
  dutiesOf(kindWith(rule), { state, fields })[0]?.due;

describe('dutiesOf', () => {
  it.each<[string, DutyRule, string, string]>([
    ['seven days after', { after: 7 }, '2026-02-25', '2026-03-04'],
    ['the same day', { after: 0 }, '2026-02-25', '2026-02-25'],
    ['the Monday after a Monday', { every: 'week', day: 1 }, '2026-11-23', '2026-11-30'],
    ['the Monday after a Sunday', { every: 'week', day: 1 }, '2026-11-22', '2026-11-23'],
    ['the Sunday after a Monday', { every: 'week', day: 7 }, '2026-11-23', '2026-11-29'],
    ['a weekday before 1970', { every: 'week', day: 3 }, '1969-12-30', '1969-12-31'],
    ['the first of the next month', { every: 'month', day: 1 }, '2026-12-01', '2027-01-01'],
    ['later this month', { every: 'month', day: 15 }, '2026-11-14', '2026-11-15'],
    ['the 31st of a month that has none', { every: 'month', day: 31 }, '2026-01-31', '2026-02-28'],
    ['the first of the next quarter', { every: 'quarter', day: 1 }, '2026-11-22', '2027-01-01'],
    ['the tenth day of this quarter', { every: 'quarter', day: 10 }, '2026-10-09', '2026-10-10'],
  ])('falls due on %s', (_, rule, seen, expected) => {
    expect(due(rule, { seen })).toBe(expected);
  });

  it.each([
    [31, '2026-01-31', '2026-02-28'],
    [31, '2026-02-27', '2026-02-28'],
    [31, '2026-02-28', '2026-03-31'],
    [15, '2026-02-15', '2026-03-15'],
    [15.9, '2026-02-14', '2026-02-15'],
    [undefined, '2026-02-14', undefined],
  ])('goes by the day of the month that a field holds: %s after %s', (day, seen, expected) => {
    const rule: DutyRule = { every: 'month', dayIn: 'day' };

    expect(due(rule, { seen, ...(day === undefined ? {} : { day }) })).toBe(expected);
  });

  it('goes by tier, and a tier that is not named has none', () => {
    const rule: DutyRule = { tier: 'tier', days: { A: 30, B: 90 } };

    expect(due(rule, { seen: '2026-01-01', tier: 'A' })).toBe('2026-01-31');
    expect(due(rule, { seen: '2026-01-01', tier: 'B' })).toBe('2026-04-01');
    expect(due(rule, { seen: '2026-01-01', tier: 'C' })).toBeUndefined();
    expect(due(rule, { seen: '2026-01-01' })).toBeUndefined();
  });

  it.each([
    ['without the event', {}, 'open'],
    ['with a day that does not exist', { seen: '2026-02-30' }, 'open'],
    ['once it is done', { seen: '2026-02-25', checked: '2026-02-26' }, 'open'],
    ['in another state', { seen: '2026-02-25' }, 'done'],
  ])('there is none %s', (_, fields, state) => {
    expect(due({ after: 7 }, fields, state)).toBeUndefined();
  });

  it('is always later than what it follows, by no more than its period', () => {
    const periods = { week: 7, month: 31, quarter: 92 } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
        fc.integer({ min: 1, max: 7 }),
        (day, every, wanted) => {
          const found = dayFromIso(due({ every, day: wanted }, { seen: formatDay(day) }) ?? expect.fail());

          expect(found).toBeGreaterThan(day);
          expect(found - day).toBeLessThanOrEqual(periods[every]);
        },
      ),
    );
  });

  it('tells whose they are, the earliest first', () => {
    const kind = defineKind({
      name: 'case',
      evidence: false,
      fields: { seen: field.date(), owner: field.user() },
      duties: [
        { name: 'late', while: ['active'], since: 'seen', rule: { after: 9 }, for: 'manager' },
        { name: 'soon', while: ['active'], since: 'seen', rule: { after: 2 }, for: 'owner' },
      ],
    });

    expect(dutiesOf(kind, { state: 'active', fields: { seen: '2026-01-01', owner: 'Lin' } })).toEqual([
      { name: 'soon', due: '2026-01-03', for: 'owner', owner: 'Lin' },
      { name: 'late', due: '2026-01-10', for: 'manager', owner: 'Lin' },
    ]);
  });
});
