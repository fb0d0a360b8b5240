import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import type { Patch } from '@/src/domain/records/journal';
import type { EntryRef, Image } from '@/src/domain/records/record';
import { pastImages } from '@/src/domain/records/rewind';

// Safe, both: names of a test.
const id = 'r' as RecordId;
const origin = { base: 'd.1' as EntryRef };
const base = { id, kind: 'card' };
const present: Image = { state: 'closed', fields: { name: 'New', phones: { b: '2' } }, origin };

const made: Patch = { ...base, made: { state: 'active', fields: { name: 'Old', phones: { a: '1' } } } };
const set: Patch = {
  ...base,
  set: {
    name: { from: 'Old', to: 'New' },
    '@state': { from: 'active', to: 'closed' },
    'phones/a': { from: '1' },
    'phones/b': { to: '2' },
  },
};

describe('the images of a record', () => {
  it('are what it held after each patch, the present one first', () => {
    expect(pastImages(present, [set, made])).toMatchObject([
      present,
      { state: 'active', fields: { name: 'Old', phones: { a: '1' } } },
    ]);
    expect(pastImages(present, [])).toEqual([]);
  });

  it('tell of the time in which it was deleted', () => {
    const gone: Patch = { ...base, gone: { state: 'active', fields: { name: 'Old' }, origin } };
    const back: Patch = { ...base, made: { state: 'active', fields: { name: 'Old' } } };
    expect(pastImages({ ...present, fields: { name: 'Old' } }, [back, gone, made]).map((one) => one?.fields)).toEqual([
      { name: 'Old' },
      undefined,
      { name: 'Old' },
    ]);
  });
});
