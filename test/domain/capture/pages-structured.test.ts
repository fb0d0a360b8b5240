import { describe, expect, it } from 'vitest';
import type { CaptureLine } from '@/scripts/capture/capture-line';
import { f1, readFixtures, tally } from '@/test/support/page-fixtures';

const fixtures = readFixtures('structured');

type Pick = (line: Partial<CaptureLine>) => readonly string[] | undefined;

const parts = (...texts: readonly (string | null | undefined)[]): string => texts.map((text) => text ?? '').join(' | ');

describe('pages with structured data, lies and broken ones among them', () => {
  it('are at least forty', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(40);
  });

  it.each<[string, Pick]>([
    ['company', ({ company }) => (company ? [company.name] : undefined)],
    ['numbers', ({ phones }) => phones?.map(({ e164, raw }) => e164 ?? raw)],
    ['addresses of mailboxes', ({ emails, linked = [] }) => emails?.concat(linked).map(({ value }) => value)],
    ['people and their titles', ({ people }) => people?.map(({ name, title }) => parts(name, title))],
    ['addresses', ({ addresses }) => addresses?.map(({ street, city, postcode }) => parts(street, city, postcode))],
  ])('give the right %s and no others', (_, pick) => {
    const found = tally(fixtures, pick);

    expect(found.misses).toEqual([]);
    // Nothing wanted and nothing found would be no proof.
    expect(f1(found)).toBe(1);
  });
});
