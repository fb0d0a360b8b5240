import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '@/src/kernel/result';
import { readMappings, writeMappings, type Mapping } from '@/src/domain/tabular/mapping-file';
import { ROLES } from '@/src/domain/tabular/roles/roles';
import { runs } from '@/test/support/runs';

const file = (mappings: unknown, rest: object = {}): string =>
  JSON.stringify({ format: 'vital-few-mappings', version: 1, mappings, ...rest });
const columns = (...all: readonly object[]): unknown => [{ columns: all }];

describe('a file of what columns mean', () => {
  it('says what was chosen, column by column, and nothing of the rows', () => {
    const mapping: Mapping = [
      { name: '客户名称', role: 'customer', chosen: true },
      { name: '备注', role: null, chosen: true },
      { name: '日期', role: 'date' },
    ];

    expect(JSON.parse(writeMappings([mapping]))).toEqual({
      format: 'vital-few-mappings',
      version: 1,
      mappings: [{ columns: [{ name: '客户名称', role: 'customer' }, { name: '备注', role: null }, { name: '日期' }] }],
    });
  });

  it('is read as it was written', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, 'x'));
    const mapping = fc
      .tuple(fc.array(name, { minLength: 1, maxLength: 8 }), fc.shuffledSubarray([...ROLES]))
      .map(([names, roles]) =>
        names.map((own, i) => {
          const role = i % 3 === 2 ? undefined : roles[i];
          if (role) return { name: own, role, chosen: true };
          return { name: own, role: null, ...(i % 2 === 0 ? { chosen: true } : {}) };
        }),
      );
    fc.assert(
      fc.property(fc.array(mapping, { maxLength: 5 }), (mappings) => {
        expect(readMappings(writeMappings(mappings))).toEqual(ok(mappings));
      }),
      runs(50, 1000),
    );
  });

  it('may have more in it than this version knows', () => {
    expect(readMappings(file(columns({ name: 'a', role: 'date', note: 'x' }), { by: 'someone' }))).toEqual(
      ok([[{ name: 'a', role: 'date', chosen: true }]]),
    );
  });

  it.each<[string, string, string]>([
    ['', 'not-mappings', ''],
    ['客户,日期\n', 'not-mappings', ''],
    ['null', 'not-mappings', ''],
    ['[]', 'not-mappings', ''],
    ['{"format":"other","version":1,"mappings":[]}', 'not-mappings', ''],
    ['{"format":"vital-few-mappings","mappings":[]}', 'not-mappings', ''],
    [file([], { version: 2 }), 'newer-mappings', '2'],
    [file({}), 'not-mappings', ''],
    [file([1]), 'not-mappings', ''],
    [file([{ columns: [] }]), 'not-mappings', ''],
    [file([{ columns: {} }]), 'not-mappings', ''],
    [file(columns({ role: 'date' })), 'not-mappings', ''],
    [file(columns({ name: 7, role: 'date' })), 'not-mappings', ''],
    [file(columns({ name: 'a', role: 7 })), 'not-mappings', ''],
    [file(columns({ name: 'a', role: 'orbit' })), 'mapping-role', 'orbit'],
    [file(columns({ name: 'a', role: '__proto__' })), 'mapping-role', '__proto__'],
    [file(columns({ name: 'a', role: 'x'.repeat(500) })), 'mapping-role', 'x'.repeat(40)],
    [file(columns({ name: 'a', role: 'date' }, { name: 'b', role: 'date' })), 'mapping-twice', 'date'],
    [file(Array.from({ length: 501 }, () => ({ columns: [{ name: 'a' }] }))), 'too-large', '501'],
    [file(columns(...Array.from({ length: 501 }, (_, i) => ({ name: `c${i}` })))), 'too-large', '501'],
    ['['.repeat(100_000), 'not-mappings', ''],
  ])('is refused whole where anything is wrong: %#', (text, code, said) => {
    expect(readMappings(text)).toEqual(err({ code, text: said }));
  });

  it('keeps names as short as a header is, in one line', () => {
    const read = readMappings(file(columns({ name: `a\n${'b'.repeat(1000)}`, role: 'date' })));

    expect(read.ok && read.value[0]?.[0]?.name).toMatch(/^a b{1,198}…?$/);
  });
});
