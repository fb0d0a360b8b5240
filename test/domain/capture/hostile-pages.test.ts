import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/src/domain/capture/limits';
import { hostilePages } from '@/test/support/hostile-pages';
import { readHtml } from '@/test/support/page';

/** One page of each of fifteen kinds, or ten. */
const PAGES = hostilePages(process.env['VITAL_FEW_LONG'] ? 10 : 1);

describe('a page made to break a reader', () => {
  it.each(PAGES.map(({ name, html }) => [name, html] as const))(
    'is read or left, but never breaks it: %s',
    (_, html) => {
      const reading = readHtml(html, 'https://www.marlcombe.example/', () => performance.now());
      const values = reading.parties.flatMap((party) => party.values);

      expect(reading.parties[0]?.values.some(({ raw }) => raw === 'Marlcombe Ropes Ltd')).toBe(true);
      expect(values.length).toBeLessThanOrEqual(LIMITS.values * 4);
      expect(values.every(({ raw }) => raw.length <= LIMITS.addressCharacters)).toBe(true);
      expect(values.every(({ field, raw }) => field !== 'website' || !/^javascript:/i.test(raw))).toBe(true);
      // Whoever takes longer than the budget says that there was more.
      expect(reading.ms <= LIMITS.budgetMs || reading.notices.includes('stopped')).toBe(true);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
