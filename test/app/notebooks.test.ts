import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok } from '@/src/kernel/result';
import type { OpenNotebook } from '@/src/app/notebooks';
import { MOST_NOTEBOOK_TEXT } from '@/src/domain/notebook/parse-notebook';
import { content } from '@/test/support/store';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const TEXT = '---\ntitle: { en: Mine, zh-CN: 我的 }\n---\nSome prose.\n\n```sql name=top\nselect 1\n```\n';

const notebooks = () => world.app.notebooks;
const make = async (text = TEXT, more: object = {}): Promise<RecordId> => {
  const record = world.app.newRecord();
  const made = await notebooks().make({ record, text, origin: 'own', language: 'en', ...more });
  return made.ok ? record : expect.fail(made.error.code);
};
const opened = async (record: RecordId): Promise<OpenNotebook> => must(await notebooks().open(record), 'a notebook');
const save = async (record: RecordId, text: string): Promise<BatchId> => {
  const saved = await notebooks().save(record, text);
  return saved.ok ? must(saved.value, 'a batch').batchId : expect.fail(saved.error.code);
};
const bytes = (...values: number[]): File => new File([new Uint8Array(values)], 'x.md');
const take = async (file: File): Promise<RecordId> => {
  const record = world.app.newRecord();
  const taken = await notebooks().import(file, record, 'zh-CN');
  return taken.ok ? record : expect.fail(taken.error.code);
};

describe('a notebook that is kept', () => {
  it('is called what its head says, and is trusted where the user wrote it', async () => {
    const { row, notebook } = await opened(await make());

    expect(row.fields).toEqual({ title: 'Mine', text: TEXT, origin: 'own', trusted: true });
    expect(notebook.faults).toEqual([]);
    expect((await opened(await make('x', { origin: 'shipped-copy' }))).row.fields).toMatchObject({
      title: 'notebook',
      trusted: true,
    });
    expect((await notebooks().list()).map(({ fields }) => fields.title)).toEqual(['notebook', 'Mine']);
    expect(await notebooks().open('nothing')).toBeUndefined();
  });

  it('has every saved text as a version, and any of them again', async () => {
    const record = await make();
    await save(record, 'second');
    expect(await notebooks().save(record, 'second')).toEqual(ok(undefined));
    await save(record, 'third');
    const versions = await notebooks().versions(record);

    expect(versions.map(({ text }) => text)).toEqual(['third', 'second', TEXT]);
    await notebooks().revert(record, must(versions[2], 'the first').batch);
    expect((await opened(record)).row.fields.text).toBe(TEXT);
    expect(await notebooks().versions(record)).toHaveLength(4);
    expect(await notebooks().revert(record, 'nothing' as BatchId)).toEqual(err({ code: 'missing', id: record }));
  });

  it('goes back by undo, and comes back when it was deleted', async () => {
    const record = await make();
    const batch = await save(record, 'second');
    await world.app.history.undo(batch);
    expect((await opened(record)).row.fields.text).toBe(TEXT);
    const removed = await notebooks().remove(record);
    expect(await notebooks().open(record)).toBeUndefined();
    expect((await world.app.records.bin()).map(({ note }) => note.title)).toEqual(['Mine']);
    await world.app.history.undo(removed.ok ? removed.value.batchId : expect.fail());

    expect((await opened(record)).row.fields.text).toBe(TEXT);
  });

  it('keeps what was not saved beside what was, and no version of it', async () => {
    const record = await make();
    await notebooks().keepDraft(record, 'half a thought');
    expect(await notebooks().keepDraft(record, 'half a thought')).toEqual(ok(undefined));
    expect((await opened(record)).row.fields).toMatchObject({ text: TEXT, draft: 'half a thought' });
    expect(await notebooks().versions(record)).toHaveLength(1);
    await save(record, 'a thought');
    expect((await opened(record)).row.fields).toMatchObject({ text: 'a thought' });
    expect((await opened(record)).row.fields.draft).toBeUndefined();
    await notebooks().keepDraft(record, 'b');
    await notebooks().keepDraft(record, 'a thought');

    expect((await opened(record)).row.fields.draft).toBeUndefined();
  });

  it('has another name where it gets one', async () => {
    const record = await make();
    await notebooks().rename(record, '  Another\u202E one ');

    expect((await opened(record)).row.fields).toMatchObject({ title: 'Another one', text: TEXT });
    expect(await notebooks().rename(record, ' ')).toMatchObject({ ok: false, error: { code: 'required' } });
  });

  it('is refused where it is too large, or not there any more', async () => {
    const record = await make();
    const large = 'x'.repeat(MOST_NOTEBOOK_TEXT + 1);

    expect(await notebooks().save(record, large)).toEqual(err({ code: 'too-large' }));
    expect(await notebooks().keepDraft(record, large)).toEqual(err({ code: 'too-large' }));
    await notebooks().remove(record);
    expect(await notebooks().save(record, 'x')).toMatchObject({ ok: false, error: { code: 'missing' } });
  });
});

describe('a notebook from a file', () => {
  it('is kept byte for byte, and may run nothing until the user says so', async () => {
    const text = `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`;
    const record = await take(new File([text], '外来.md'));

    expect((await opened(record)).row.fields).toEqual({ title: '我的', text, origin: 'file', trusted: false });
    await notebooks().trust(record);
    expect((await opened(record)).row.fields.trusted).toBe(true);
    notebooks().export('a/b: "c"', text);
    const saved = must(world.saved[0], 'a file');
    expect(saved.name).toBe('a b   c.md');
    expect(new Uint8Array(await saved.content.arrayBuffer())).toEqual(new TextEncoder().encode(text));
  });

  it('without a title is called as its file', async () => {
    expect((await opened(await take(new File(['# x'], 'my notes.md')))).row.fields.title).toBe('my notes');
  });

  it.each<[string, () => File, string]>([
    ['too large', () => new File([new Uint8Array(3 * MOST_NOTEBOOK_TEXT + 1)], 'x.md'), 'too-large'],
    ['longer than a notebook', () => new File(['x'.repeat(MOST_NOTEBOOK_TEXT + 1)], 'x.md'), 'too-large'],
    ['not UTF-8', () => bytes(0xc4, 0xe3, 0xba, 0xc3), 'unreadable'],
    ['a program', () => bytes(0x4d, 0x5a, 0, 0), 'unreadable'],
  ])('is refused where it is %s, and nothing is written', async (_, file, code) => {
    expect(await notebooks().import(file(), world.app.newRecord(), 'en')).toEqual(err({ code }));
    expect((await content(world.db)).notebooks).toEqual([]);
  });
});
