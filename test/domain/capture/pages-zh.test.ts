import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFixtures, tally } from '@/test/support/page-fixtures';
import { describePages, idsOf, missesBelow } from './describe-pages';

const pages = readFixtures('zh');

describe('Chinese pages', () => {
  it('are at least 60, six of them in GBK and four in Big5', () => {
    const inBytesOf = (charset: string): number =>
      pages.filter(({ name }) =>
        readFileSync(`test/fixtures/pages/zh/${name}.html`, 'latin1').includes(`<meta charset="${charset}">`),
      ).length;

    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect([inBytesOf('gbk'), inBytesOf('big5')]).toEqual([6, 4]);
  });

  describePages(pages);

  it('name the people to ask for, with what they are', () => {
    const people = tally(pages, (line) => line.people?.map(({ name, title }) => `${name}: ${title}`));

    expect(people.wanted).toBeGreaterThanOrEqual(18);
    expect(missesBelow(0.95, people)).toEqual([]);
  });

  it('give the postcode beside an address, whichever way it stands there', () => {
    const coded = pages.filter(({ expected }) => expected.addresses?.some(({ postcode }) => postcode));
    const codes = tally(coded, (line) => line.addresses?.flatMap(({ postcode }) => postcode ?? []));

    expect(codes.wanted).toBeGreaterThanOrEqual(3);
    expect(codes.misses).toEqual([]);
  });

  it('give the accounts in messengers', () => {
    const accounts = tally(pages, (line) => line.im?.map(({ kind, value }) => `${kind} ${value}`));

    expect(accounts.wanted).toBeGreaterThanOrEqual(8);
    expect(missesBelow(0.95, accounts)).toEqual([]);
  });

  it('give the number of their site where it says whose the site is: on a market place it is not the company’s', () => {
    const own = pages.filter(({ expected }) => expected.company?.ids['icp']);
    const sites = tally(own, (line) => line.company && idsOf(line.company.ids, (scheme) => scheme === 'icp'));

    expect(sites.wanted).toBeGreaterThan(0);
    expect(sites.misses).toEqual([]);
  });
});
