import { describe, expect, it } from 'vitest';
import { readFixtures, tally } from '@/test/support/page-fixtures';
import { describePages } from './describe-pages';

const pages = readFixtures('eu');

describe('contact pages of Europe, none of which lists companies', () => {
  it('are at least eight', () => {
    expect(pages.length).toBeGreaterThanOrEqual(8);
  });

  describePages(pages);

  it('give their people', () => {
    const people = tally(pages, (line) => line.people?.map(({ name }) => name));

    expect(people.misses).toEqual([]);
  });

  it('give no list of companies', () => {
    expect(
      pages.filter(({ line }) => (line.records ?? []).some(({ company }) => company)).map(({ name }) => name),
    ).toEqual([]);
  });
});
