import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { applyChange, sameJson, type Change, type Step } from '@/src/domain/records/change';
import type { Patch } from '@/src/domain/records/journal';
import { originAt, type EntryRef, type Path, type Row } from '@/src/domain/records/record';
import { removable, revertPatch, type Kept } from '@/src/domain/records/undo';
import { testKinds } from '@/test/support/kinds';
import { runs } from '@/test/support/runs';

const ID = 'r1' as RecordId;
const entry = (n: number): EntryRef => `d.${n}` as EntryRef;
const making = (fields: Record<string, unknown>): Change => ({ make: ID, kind: 'card', fields });

/** One record and the entries written to it, with the rules of the journal and no database. */
class Desk {
  row: Row | null = null;
  readonly entries: (Patch | null)[] = [];
  goneBy: EntryRef | undefined;

  write(change: Change): this {
    const result = applyChange(this.row, change, testKinds, entry(this.entries.length));
    this.settle(result.ok ? result.value : null);
    return this;
  }

  undo(n: number): readonly Kept[] {
    const patch = this.entries[n];
    if (!patch) return [];
    const reverted = revertPatch(patch, entry(n), { row: this.row, goneBy: this.goneBy, linked: false }, testKinds);
    this.settle(reverted.step);
    return reverted.kept;
  }

  private settle(step: Step | null): void {
    if (step?.after === null) this.goneBy = entry(this.entries.length);
    if (step) this.row = step.after;
    this.entries.push(step?.patch ?? null);
  }

  /** Path → the value, whatever the field. */
  get values(): Record<Path, unknown> {
    const fields = this.row?.fields ?? {};
    const { phones, ...one } = fields as { phones?: Record<string, string> };
    return {
      ...one,
      ...Object.fromEntries(Object.entries(phones ?? {}).map(([item, value]) => [`phones/${item}`, value])),
      ...(this.row ? { '@state': this.row.state } : {}),
    };
  }
}

describe('undo', () => {
  it('puts back what a later entry did not touch and lists what it did', () => {
    const desk = new Desk()
      .write(making({ name: 'Acme', city: 'Graz' }))
      .write({ set: ID, kind: 'card', values: { name: 'ACME', city: 'Wien' } })
      .write({ set: ID, kind: 'card', values: { city: 'Linz' } });

    const kept = desk.undo(1);

    expect(desk.values).toEqual({ name: 'Acme', city: 'Linz', '@state': 'active' });
    expect(kept).toEqual([{ id: ID, kind: 'card', path: 'city', reason: 'changed-later', by: entry(2) }]);
  });

  it('removes a record that nobody changed since', () => {
    const desk = new Desk().write(making({ name: 'Acme', phones: { a: '1' } }));

    expect(desk.undo(0)).toEqual([]);
    expect(desk.row).toBeNull();
  });

  it('keeps a record that was changed since, with that change and what the kind requires', () => {
    const desk = new Desk()
      .write(making({ name: 'Acme', city: 'Graz', phones: { a: '1' } }))
      .write({ set: ID, kind: 'card', values: { 'phones/b': '2' } });

    const kept = desk.undo(0);

    expect(desk.values).toEqual({ name: 'Acme', 'phones/b': '2', '@state': 'active' });
    expect(kept.map(({ path, reason }) => [path, reason])).toEqual([
      ['phones/b', 'changed-later'],
      ['name', 'required'],
    ]);
  });

  it('can finish its work once the later change is itself undone', () => {
    const desk = new Desk().write(making({ name: 'Acme' })).write({ set: ID, kind: 'card', values: { city: 'Linz' } });
    desk.undo(0);
    desk.undo(1);

    expect(desk.undo(0)).toEqual([]);
    expect(desk.row).toBeNull();
  });

  it('of an undo is a redo', () => {
    const desk = new Desk().write(making({ name: 'Acme' })).write({ set: ID, kind: 'card', values: { city: 'Linz' } });
    const before = desk.row;
    desk.undo(1);

    expect(desk.undo(2)).toEqual([]);
    expect(desk.row).toEqual(before);
  });

  it('brings back a deleted record as it was, origins included', () => {
    const desk = new Desk()
      .write(making({ name: 'Acme' }))
      .write({ set: ID, kind: 'card', values: { city: 'Linz' } })
      .write({ set: ID, kind: 'card', values: { '@state': 'closed' } });
    const before = desk.row;
    desk.write({ remove: ID, kind: 'card' });

    expect(desk.row).toBeNull();
    expect(desk.undo(3)).toEqual([]);
    expect(desk.row).toEqual(before);
  });

  it('leaves a deletion alone that came after the one undone', () => {
    const desk = new Desk().write(making({ name: 'Acme' })).write({ remove: ID, kind: 'card' });
    desk.undo(1);
    desk.write({ remove: ID, kind: 'card' });

    expect(desk.undo(1)).toEqual([{ id: ID, kind: 'card', reason: 'changed-later', by: entry(3) }]);
    expect(desk.row).toBeNull();
  });

  it('of a value that was written again, equal, by somebody else leaves it', () => {
    const desk = new Desk()
      .write(making({ name: 'Acme' }))
      .write({ set: ID, kind: 'card', values: { city: 'Linz' } })
      .write({ set: ID, kind: 'card', values: { city: 'Wien' } })
      .write({ set: ID, kind: 'card', values: { city: 'Linz' } });

    expect(desk.undo(1).map((kept) => kept.by)).toEqual([entry(3)]);
    expect(desk.values.city).toBe('Linz');
  });
});

const value = fc.constantFrom('x', 'y', 'z');
const path = fc.constantFrom('city', 'phones/a', 'phones/b', 'name');
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ name: value, city: value }).map((fields) => making(fields)) },
  {
    weight: 6,
    arbitrary: fc
      .dictionary(path, fc.option(value), { minKeys: 1, maxKeys: 3 })
      .map((values): Change => ({ set: ID, kind: 'card', values })),
  },
  { weight: 1, arbitrary: fc.constant<Change>({ remove: ID, kind: 'card' }) },
);
const action = fc.oneof(
  { weight: 3, arbitrary: change },
  { weight: 1, arbitrary: fc.nat(12).map((undo) => ({ undo })) },
);

function play(actions: readonly (Change | { undo: number })[]): Desk {
  const desk = new Desk();
  for (const one of actions) {
    if ('undo' in one) desk.undo(one.undo);
    else desk.write(one);
  }
  return desk;
}

describe('whatever the order of writes and undos', () => {
  it('an undo changes only values that come from the undone entry', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 16 }), fc.nat(15), (actions, target) => {
        const desk = play(actions);
        const before = desk.row;
        const valuesBefore = desk.values;
        const own = new Set([entry(target), ...originsWritten(desk.entries[target] ?? null)]);
        desk.undo(target);

        const touched = new Set([...Object.keys(valuesBefore), ...Object.keys(desk.values)]);
        const changed = [...touched].filter((at) => !sameJson(valuesBefore[at], desk.values[at]));
        const foreign = changed.filter((at) => before && !own.has(originAt(before, at)));

        expect(foreign).toEqual([]);
      }),
      runs(400, 20_000),
    );
  });

  it('an undo lists every value it wrote that it does not put back', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 16 }), fc.nat(15), (actions, target) => {
        const desk = play(actions);
        const patch = desk.entries[target];
        fc.pre(patch !== null && patch !== undefined && 'set' in patch && desk.row !== null);
        const valuesBefore = desk.values;
        const kept = desk.undo(target);

        for (const [at, wrote] of Object.entries(patch.set)) {
          const listed = kept.some((one) => one.path === at);
          if (listed) expect(desk.values[at]).toEqual(valuesBefore[at]);
          else expect(desk.values[at]).toEqual(wrote.from);
        }
      }),
      runs(400, 20_000),
    );
  });

  it('undoing everything from the last to the first leaves nothing', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 16 }), (actions) => {
        const desk = play(actions);
        for (let n = desk.entries.length - 1; n >= 0; n--) desk.undo(n);

        expect(desk.row).toBeNull();
      }),
      runs(400, 20_000),
    );
  });

  it('an undo and its undo leave the record as it was, origins included', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 16 }), fc.nat(15), (actions, target) => {
        const desk = play(actions);
        fc.pre(target < desk.entries.length && desk.entries[target] !== null);
        const before = desk.row;
        desk.undo(target);
        desk.undo(desk.entries.length - 1);

        expect(desk.row).toEqual(before);
      }),
      runs(400, 20_000),
    );
  });
});

/** The entries whose values the patch put in place, when it was itself an undo. */
function originsWritten(patch: Patch | null): (EntryRef | undefined)[] {
  if (!patch || 'gone' in patch || 'erased' in patch) return [];
  if ('made' in patch) return [patch.made.origin?.base, ...Object.values(patch.made.origin?.later ?? {})];
  return Object.values(patch.set).map((one) => one.by ?? undefined);
}

describe('removable', () => {
  const links: Record<string, readonly string[]> = { c: ['p'], p: ['q'], q: [] };
  const pointersTo = (id: RecordId): readonly RecordId[] => (links[id] ?? []) as RecordId[];

  it.each([
    [
      ['c', 'p', 'q'],
      ['c', 'p', 'q'],
    ],
    [['c', 'p'], []],
    [['c', 'q'], ['q']],
    [[], []],
  ])('of %j lets go %j', (candidates, expected) => {
    expect([...removable(candidates as RecordId[], pointersTo)]).toEqual(expected);
  });
});
