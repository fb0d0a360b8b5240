import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterLines } from '@/src/domain/accounts/segments';
import { LANGUAGES } from '@/src/domain/notebook/notebook';
import { company } from '@/src/domain/parties/company.kind';
import { field, required } from '@/src/domain/records/field';
import { defineKind, kindsByName } from '@/src/domain/records/kind';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { openAccountDesk, type AccountDesk } from '@/test/support/account-desk';
import { content } from '@/test/support/store';

const words = import.meta.glob<Readonly<Record<string, Readonly<Record<string, string>>>>>(
  '@/src/locales/*/segments.json',
  {
    eager: true,
    import: 'default',
  },
);

/** A need as the register of needs declares it, so far as the starter lists know of it. */
const need = defineKind({
  name: 'need',
  evidence: false,
  fields: {
    text: required(field.text()),
    company: required(field.company()),
    kind: field.choice(['implicit', 'explicit']),
  },
});

describe('S67 industry segment starter', () => {
  it('offers finance three needs and four opportunities', () => {
    const lines = starterLines('finance');
    expect(lines.filter(({ about }) => about === 'need')).toHaveLength(3);
    expect(lines.filter(({ about }) => about === 'opportunity')).toHaveLength(4);
    expect([starterLines(undefined), starterLines('shipping')]).toEqual([[], []]);
  });

  it('has words for each line of all eight segments in every language, and no others', () => {
    const segments = company.fields.segment.choices ?? [];
    expect(segments).toHaveLength(8);
    for (const language of LANGUAGES) {
      const own = Object.entries(words).find(([path]) => path.includes(`/${language}/`))?.[1] ?? {};
      for (const segment of segments) {
        const keys = starterLines(segment).map(({ word }) => word.split('.')[1]);
        expect(keys.length).toBeGreaterThan(5);
        expect(Object.keys(own[segment] ?? {})).toEqual(keys);
        expect(new Set(Object.values(own[segment] ?? {})).size).toBe(keys.length);
      }
    }
  });

  describe('on file', () => {
    let desk: AccountDesk;
    afterEach(() => desk.close());
    const opened = async (kinds = kindsByName([...ALL_KINDS.values(), need])): Promise<AccountDesk> => {
      desk = await openAccountDesk(kinds);
      return desk;
    };
    beforeEach(() => opened());

    it('files the lines as the user left them, blank ones not, as one batch that can be undone', async () => {
      const { app, world } = desk;
      const record = await desk.company('Bank', { segment: 'finance' });
      const before = await content(world.db);
      const made = await app.accounts.startNeeds(record, [
        { text: 'Security of the vaults', about: 'need' },
        { text: '  ', about: 'need' },
        { text: 'Escorts', about: 'opportunity' },
      ]);

      expect(made).toMatchObject({ ok: true, value: { made: 2 } });
      expect((await app.records.rows('need')).map(({ fields }) => fields)).toEqual([
        { company: record, text: 'Security of the vaults', kind: 'implicit' },
        { company: record, text: 'Escorts', kind: 'implicit' },
      ]);
      const batch = made.ok ? made.value.batchId : expect.fail('not made');
      expect((await app.history.undo(batch)).ok).toBe(true);
      expect(await content(world.db)).toEqual(before);
      expect(await app.accounts.startNeeds(record, [{ text: ' ', about: 'need' }])).toMatchObject({ ok: false });
    });

    it('offers nothing where needs are not known', async () => {
      expect(desk.app.accounts.canStartNeeds()).toBe(true);
      await desk.close();
      const { app } = await opened(kindsByName([...ALL_KINDS.values()].filter(({ name }) => name !== 'need')));
      const record = await desk.company('Bank');

      expect(app.accounts.canStartNeeds()).toBe(false);
      expect((await app.accounts.startNeeds(record, [{ text: 'x', about: 'need' }])).ok).toBe(false);
    });
  });
});
