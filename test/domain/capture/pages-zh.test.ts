import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { f1, readFixtures, tally, type Tally } from '@/test/support/page-fixtures';

/** What was missed, unless there is little of it. */
const missesBelow = (least: number, all: Tally): readonly string[] => (f1(all) >= least ? [] : all.misses);
const idsOf = (ids: Readonly<Record<string, string>>, isMeant: (scheme: string) => boolean): string[] =>
  Object.entries(ids).flatMap(([scheme, id]) => (isMeant(scheme) ? [`${scheme} ${id}`] : []));
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

  it('give the numbers to call, with their extensions', () => {
    const phones = tally(pages, (line) => line.phones?.map(({ e164, ext }) => `phone ${e164}${ext ? `;${ext}` : ''}`));

    expect(missesBelow(0.98, phones)).toEqual([]);
  });

  it('say what each number is for', () => {
    const kinds = tally(pages, (line) => line.phones?.map(({ e164, kind }) => `kind ${e164}: ${kind}`));

    expect(missesBelow(0.95, kinds)).toEqual([]);
  });

  it('give the name of their company', () => {
    const names = tally(pages, (line) => (line.company ? [`name ${line.company.name}`] : undefined));

    expect(missesBelow(0.95, names)).toEqual([]);
  });

  it('give the numbers of registers, none whose check digit is wrong', () => {
    const ids = tally(pages, (line) =>
      line.company ? idsOf(line.company.ids, (scheme) => scheme !== 'icp') : undefined,
    );
    // The number of a site says whose the site is: on a market place not the company's.
    const sites = tally(
      pages.filter(({ expected }) => expected.company?.ids['icp']),
      (line) => (line.company ? idsOf(line.company.ids, (scheme) => scheme === 'icp') : undefined),
    );

    expect([...ids.misses, ...sites.misses]).toEqual([]);
  });

  it('give the addresses to visit and to write to', () => {
    const places = tally(pages, (line) => line.addresses?.map(({ raw }) => raw));
    const emails = tally(
      pages,
      (line) => line.emails && [...line.emails, ...(line.linked ?? [])].map(({ value }) => value),
    );

    expect(missesBelow(0.95, places)).toEqual([]);
    expect(missesBelow(0.98, emails)).toEqual([]);
  });

  it('give the facts of their business-information blocks', () => {
    const facts = tally(
      pages,
      (line) => line.facts && Object.entries(line.facts).map(([key, fact]) => `${key} ${fact}`),
    );

    expect(missesBelow(0.97, facts)).toEqual([]);
  });
});
