import { describe, expect, it } from 'vitest';
import type { StoredRole } from '@/src/domain/tabular/dataset.kind';
import { asLastTime, withRole, worthKeeping, type ColumnMapping } from '@/src/domain/tabular/remembered-roles';

const guessed = (name: string, role: string | null = null): StoredRole => ({ name, role });
const chosen = (name: string, role: string | null): StoredRole => ({ name, role, chosen: true });
const plain = ({ roles, chosen: places }: ColumnMapping): unknown => [roles, [...places].toSorted()];

describe('a column that is said to mean something', () => {
  const before: ColumnMapping = { roles: ['customer', 'date', 'amount', undefined], chosen: new Set([1]) };

  it('takes the meaning from the column that had it', () => {
    expect(plain(withRole(before, 3, 'customer'))).toEqual([
      [undefined, 'date', 'amount', 'customer'],
      [1, 3],
    ]);
  });

  it('may mean nothing, which is a choice too', () => {
    expect(plain(withRole(before, 2, undefined))).toEqual([
      ['customer', 'date', undefined, undefined],
      [1, 2],
    ]);
  });

  it('stays what it is where nothing changes', () => {
    expect(plain(withRole(before, 0, 'customer'))).toEqual([before.roles, [0, 1]]);
    expect(before.chosen).toEqual(new Set([1]));
  });
});

describe('what was chosen for files before', () => {
  const NAMES = ['Kunde A', 'Kunde B', 'Datum', 'Betrag'];
  const GUESS = ['customer', undefined, 'date', 'amount'] as const;
  const LAST = [
    guessed('Betrag', 'amount'),
    chosen('KUNDE  B', 'customer'),
    guessed('Datum', 'date'),
    guessed('Kunde A'),
  ];

  it.each<[string, readonly (readonly StoredRole[])[], readonly unknown[], readonly number[]]>([
    ['is nothing for the first file', [], GUESS, []],
    ['is proposed for the same columns in another order', [LAST], [undefined, 'customer', 'date', 'amount'], [1]],
    ['is not for files with a column more', [[...LAST, guessed('Ort')]], GUESS, []],
    ['is not for files with a column less', [LAST.slice(1)], GUESS, []],
    ['says nothing where only guesses were kept', [LAST.map(({ name, role }) => guessed(name, role))], GUESS, []],
    [
      'is taken from the newest in which something was chosen',
      [LAST.map(({ name }) => guessed(name)), LAST, LAST.map(({ name }) => chosen(name, null))],
      [undefined, 'customer', 'date', 'amount'],
      [1],
    ],
    [
      'may be that a column means nothing',
      [LAST.map(({ name }) => (name === 'Datum' ? chosen(name, null) : guessed(name)))],
      ['customer', undefined, undefined, 'amount'],
      [2],
    ],
    [
      'is left out where a later version knew a meaning that this one does not',
      [LAST.map(({ name }) => (name === 'Datum' ? chosen(name, 'orbit') : guessed(name)))],
      ['customer', undefined, undefined, 'amount'],
      [2],
    ],
  ])('%s', (_, earlier, roles, places) => {
    expect(plain(asLastTime(NAMES, [...GUESS], earlier))).toEqual([roles, places]);
  });

  it('does not tell columns apart that have one name', () => {
    const earlier = [[chosen('Name', 'customer'), chosen('Name', 'product'), chosen('Datum', 'paidDate')]];

    expect(plain(asLastTime(['Name', 'Name', 'Datum'], [undefined, undefined, 'date'], earlier))).toEqual([
      [undefined, undefined, 'paidDate'],
      [2],
    ]);
  });

  it('is not for columns without names, which are all alike', () => {
    const earlier = [[chosen('#1', 'customer'), chosen('#2', 'amount')]];

    expect(plain(asLastTime(['#1', '#2'], ['date', undefined], earlier))).toEqual([['date', undefined], []]);
  });
});

describe('mappings worth keeping', () => {
  it('are the first of each set of columns in which something was chosen', () => {
    const first = [chosen('Name', 'customer'), guessed('Datum', 'date')];
    const again = [guessed('datum'), chosen('NAME', 'product')];
    const other = [chosen('Kunde', 'customer')];

    expect(worthKeeping([[guessed('Datum'), guessed('Name')], first, again, other])).toEqual([first, other]);
    expect(worthKeeping([])).toEqual([]);
  });
});
