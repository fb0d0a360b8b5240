import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '@/src/domain/identity/folded';
import type { RecordId } from '@/src/kernel/ids';
import type { CustomFieldRow } from '@/src/domain/records/custom-field.kind';
import { customField, viewFieldsOf } from '@/src/domain/records/custom-field.kind';
import { field, many, required } from '@/src/domain/records/field';
import { defineKind } from '@/src/domain/records/kind';
import type { Fields, Row } from '@/src/domain/records/record';
import { textOrder } from '@/src/domain/records/text-order';
import { isMoney } from '@/src/domain/records/values';
import {
  foldTexts,
  groupRows,
  OPERATORS,
  readView,
  selectRows,
  sortRows,
  viewParams,
  type Condition,
  type Reading,
  type ViewState,
} from '@/src/domain/records/view';

const deal = defineKind({
  name: 'deal',
  evidence: false,
  fields: {
    title: required(field.text()),
    worth: field.money(),
    size: field.number(),
    close: field.date(),
    level: field.choice(['gold', 'silver', 'bronze']),
    tags: many(field.text()),
    company: field.company(),
  },
  states: ['open', 'won', 'lost'],
  view: { title: 'title', columns: ['worth'], groups: ['level'] },
});

const base = 'd.1' as Row['origin']['base'];
const custom: CustomFieldRow = {
  id: 'f1' as RecordId,
  kind: customField.name,
  state: 'active',
  fields: { of: 'deal', label: 'Floor', type: 'number' },
  keys: [],
  origin: { base },
};
const fields = viewFieldsOf(deal, [custom]);
const names: Readonly<Record<string, string>> = { c1: '臺灣機械', c2: 'Müller' };
const reading: Reading = {
  text: ({ spec }, value) => {
    if (spec.type === 'link') return names[String(value)] ?? '';
    return isMoney(value) ? `${value.amount} ${value.currency}` : String(value);
  },
  fold: folded,
  order: textOrder('en'),
};
const row = (id: string, fields: Fields, state = 'open'): Row => ({
  id: id as RecordId,
  kind: 'deal',
  state,
  fields: { title: id, ...fields },
  keys: [],
  origin: { base },
});
const money = (amount: string, currency = 'CNY') => ({ amount, currency });
const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);
const select = (rows: readonly Row[], ask: Partial<ViewState>): string[] =>
  ids(selectRows(rows, { text: '', where: [], ...ask }, fields, reading));

describe('readView and viewParams', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const path = fc.oneof(
    fc.constantFrom('@state', 'title', 'custom/f1'),
    text.filter((one) => one !== '' && !one.startsWith('-')),
  );
  const view: fc.Arbitrary<ViewState> = fc.record({
    text,
    where: fc.array(
      fc.record({ path, operator: fc.constantFrom(...OPERATORS), values: fc.array(text, { maxLength: 5 }) }),
      { maxLength: 20 },
    ),
    sort: fc.option(fc.record({ path, descending: fc.boolean() }), { nil: undefined }),
    group: fc.option(path, { nil: undefined }),
    as: fc.constantFrom('list', 'board'),
  });

  it('give back the same view, through the query of an address', () => {
    fc.assert(
      fc.property(view, (one) => {
        const query = new URLSearchParams(viewParams(one)).toString();
        expect(readView(Object.fromEntries(new URLSearchParams(query)))).toEqual(one);
      }),
    );
  });

  it('write a condition so that its signs do not end it', () => {
    const where: Condition[] = [{ path: 'title', operator: 'is', values: ['a~b', 'c;d', '100%', ''] }];
    const params = viewParams({ ...readView({}), where });

    expect(params).toEqual({ where: 'title~is~a%7Eb~c%3Bd~100%25~' });
    expect(readView(params).where).toEqual(where);
  });

  it('leave out what is not understood', () => {
    expect(readView({ where: 'title~is~a;nonsense;~is~b;title~drop~c;size~from~5', as: 'map', sort: '' })).toEqual({
      text: '',
      where: [
        { path: 'title', operator: 'is', values: ['a'] },
        { path: 'size', operator: 'from', values: ['5'] },
      ],
      sort: undefined,
      group: undefined,
      as: 'list',
    });
  });

  it('never throw, whatever an address holds, and keep it within bounds', () => {
    const rows = [row('a', { worth: money('1'), tags: { x: 'one' } }), row('b', {})];
    // Any sixteen bits: halves of characters too.
    const wild = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
      .map((all) => String.fromCharCode(...all));
    const params = fc.record({ q: wild, where: wild, sort: wild, group: wild, as: wild }, { requiredKeys: [] });
    fc.assert(
      fc.property(params, fc.constantFrom('', '%', '~is~%E0%A4%A'), (some, tail) => {
        const one = readView({ ...some, where: `${some.where ?? ''}${tail}` });
        viewParams({ ...one, where: [{ path: '\uD800', operator: 'is', values: ['\uDFFF'] }, ...one.where] });
        const kept = sortRows(deal, rows, one.sort ?? { path: 'title', descending: false }, { fields, reading });
        groupRows(deal, selectRows(kept, one, fields, reading), one.group ?? '', fields);
      }),
    );
    const many = Array.from({ length: 500 }, () => `title~is~${'a~'.repeat(500)}`).join(';');
    const bounded = readView({ where: many, q: 'q'.repeat(5000) });
    expect([bounded.where.length, bounded.where[0]?.values.length, bounded.text.length]).toEqual([20, 50, 200]);
  });
});

describe('selectRows', () => {
  const rows = [
    row('a', { worth: money('9.50'), size: 9, close: '2026-02-28', level: 'gold', tags: { i: 'x', j: 'y' } }),
    row('b', { worth: money('10.00', 'CHF'), size: 10, close: '2026-03-01', company: 'c1' }, 'won'),
    row('c', { worth: money('-3'), size: -2.5, level: 'bronze', company: 'c2', custom: { f1: 7 } }, 'lost'),
    row('d', {}),
  ];

  it.each([
    ['@state', 'is', ['open', 'won'], 'abd'],
    ['@state', 'not', ['open'], 'bc'],
    ['level', 'is', ['gold', 'bronze'], 'ac'],
    ['level', 'not', ['gold'], 'bcd'],
    ['worth', 'from', ['9.5'], 'ab'],
    ['worth', 'to', ['9.500'], 'ac'],
    ['worth', 'is', ['9.50'], 'a'],
    ['worth', 'has', ['chf'], 'b'],
    ['size', 'from', ['9'], 'ab'],
    ['size', 'to', ['-2.5'], 'c'],
    ['custom/f1', 'from', ['7'], 'c'],
    ['close', 'from', ['2026-03-01'], 'b'],
    ['close', 'to', ['2026-02-28'], 'a'],
    ['close', 'empty', [], 'cd'],
    ['close', 'filled', [], 'ab'],
    ['tags', 'is', ['y'], 'a'],
    ['tags', 'not', ['x'], 'bcd'],
    ['tags', 'filled', [], 'a'],
    ['company', 'is', ['c1'], 'b'],
    ['company', 'has', ['台湾机械'], 'b'],
    ['company', 'has', ['mueller'], 'c'],
    ['gone', 'is', ['x'], 'abcd'],
  ] as const)('%s %s %j keeps %s', (path, operator, values, kept) => {
    expect(select(rows, { where: [{ path, operator, values }] }).join('')).toBe(kept);
  });

  it('asks for all conditions at once, and keeps the order', () => {
    const where: Condition[] = [
      { path: 'size', operator: 'filled', values: [] },
      { path: '@state', operator: 'not', values: ['won'] },
    ];
    expect(select(rows.toReversed(), { where })).toEqual(['c', 'a']);
  });

  it('finds a text in any field, without regard to case, width, accents or the form of characters', () => {
    expect(select(rows, { text: '台湾' })).toEqual(['b']);
    expect(select(rows, { text: ' ＭＵＥＬＬＥＲ ' })).toEqual(['c']);
    expect(select(rows, { text: 'nothing like it' })).toEqual([]);
  });

  it('finds by what records are called now, not by what they were called', () => {
    foldTexts(rows, fields, reading);
    const renamed: Reading = {
      ...reading,
      text: (field, value) => (value === 'c1' ? 'Alder' : reading.text(field, value)),
    };

    expect(ids(selectRows(rows, { text: 'alder', where: [] }, fields, renamed))).toEqual(['b']);
    expect(ids(selectRows(rows, { text: 'alder', where: [] }, fields, reading))).toEqual([]);
  });

  it('gives back the very rows where nothing is asked', () => {
    expect(selectRows(rows, { text: ' ', where: [] }, fields, reading)).toBe(rows);
  });

  it('finds the same whatever was searched for before in the same list', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { maxLength: 8 }), (titles, typed) => {
        const rows = titles.map((title, i) => row(`${i}`, { title }));
        for (const text of typed) {
          const expected = rows.filter(({ fields: { title } }) => String(title).toLowerCase().includes(folded(text)));
          expect(select(rows, { text })).toEqual(ids(expected));
        }
      }),
    );
  });
});

describe('sortRows', () => {
  const sort = (rows: readonly Row[], path: string, descending = false): string =>
    ids(sortRows(deal, rows, { path, descending }, { fields, reading })).join('');

  it('puts empty ones last both ways, and ties in the order of their ids', () => {
    const rows = [row('d', {}), row('c', { size: 2 }), row('b', { size: 10 }), row('a', { size: 2 }), row('e', {})];

    expect(sort(rows, 'size')).toBe('acbde');
    expect(sort(rows, 'size', true)).toBe('bacde');
  });

  it('orders amounts by size, choices and states as the kind does, links by their names', () => {
    const rows = [
      row('a', { worth: money('9.5'), level: 'bronze', company: 'c1', close: '2026-02-01' }, 'lost'),
      row('b', { worth: money('10'), level: 'gold', company: 'c2', close: '2025-12-31' }, 'open'),
      row('c', { worth: money('-1'), level: 'silver', custom: { f1: 1 } }, 'won'),
    ];

    expect(sort(rows, 'worth')).toBe('cab');
    expect(sort(rows, 'level')).toBe('bca');
    expect(sort(rows, '@state')).toBe('bca');
    expect(sort(rows, 'company')).toBe('bac');
    expect(sort(rows, 'close')).toBe('bac');
    expect(sort(rows, 'custom/f1')).toBe('cab');
    expect(sort(rows.toReversed(), 'no such field')).toBe('abc');
  });

  it('keeps the last order of a list, and only for the same fields and the same way', () => {
    const rows = [row('a', { size: 2, custom: { f1: 1 } }), row('b', { size: 1, custom: { f1: 2 } })];
    const by = (path: string, of = fields, descending = false): readonly Row[] =>
      sortRows(deal, rows, { path, descending }, { fields: of, reading });

    const once = by('size');
    expect(by('size')).toBe(once);
    expect(ids(by('size', fields, true))).toEqual(['a', 'b']);
    expect(ids(by('custom/f1', fields, true))).toEqual(['b', 'a']);
    expect(ids(by('custom/f1', viewFieldsOf(deal, []), true))).toEqual(['a', 'b']);
  });

  it('keeps every row and does not touch the list it was given', () => {
    const sizes = fc.array(fc.option(fc.integer(), { nil: undefined }), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.boolean(), (all, descending) => {
        const rows = all.map((size, i) => row(`r${i}`, size === undefined ? {} : { size }));
        const before = ids(rows);
        const after = sortRows(deal, rows, { path: 'size', descending }, { fields, reading });
        expect(ids(rows)).toEqual(before);
        expect(ids(after).toSorted()).toEqual(before.toSorted());
      }),
    );
  });
});

describe('groupRows', () => {
  const rows = [
    row('a', { level: 'silver', tags: { j: 'z', i: 'y' } }, 'won'),
    row('b', {}),
    row('c', { level: 'gold', tags: { i: 'x' } }),
    row('d', { level: 'silver' }, 'won'),
  ];
  const group = (path: string): (readonly [string | undefined, string])[] =>
    groupRows(deal, rows, path, fields).map(({ key, rows }) => [key, ids(rows).join('')]);

  it('follows the kind for states and choices, those without rows included, rows without a value last', () => {
    expect(group('@state')).toEqual([
      ['open', 'bc'],
      ['won', 'ad'],
      ['lost', ''],
    ]);
    expect(group('level')).toEqual([
      ['gold', 'c'],
      ['silver', 'ad'],
      ['bronze', ''],
      [undefined, 'b'],
    ]);
  });

  it('follows the rows for everything else, each row once, by its first value', () => {
    expect(group('tags')).toEqual([
      ['y', 'a'],
      ['x', 'c'],
      [undefined, 'bd'],
    ]);
  });
});
