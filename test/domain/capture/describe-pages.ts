import { expect, it } from 'vitest';
import { f1, tally, type PageFixture, type Tally } from '@/test/support/page-fixtures';

/** What every set of pages of ours has to give, as far as their expectations say it. */
export function describePages(pages: readonly PageFixture[]): void {
  it('give the numbers to call, with their extensions', () => {
    const phones = tally(pages, (line) => line.phones?.map(({ e164, ext }) => `phone ${e164}${ext ? `;${ext}` : ''}`));

    expect(missesBelow(0.98, phones)).toEqual([]);
  });

  it('say what each number is for', () => {
    const kinds = tally(pages, (line) => line.phones?.map(({ e164, kind }) => `kind ${e164}: ${kind}`));

    expect(missesBelow(0.98, kinds)).toEqual([]);
  });

  it('give the name of their company', () => {
    const names = tally(pages, (line) => (line.company ? [`name ${line.company.name}`] : undefined));

    expect(missesBelow(0.98, names)).toEqual([]);
  });

  it('give the numbers of registers, none whose check digit is wrong', () => {
    const ids = tally(pages, (line) => line.company && idsOf(line.company.ids, (scheme) => scheme !== 'icp'));

    expect(ids.misses).toEqual([]);
  });

  it('give the addresses to visit and to write to', () => {
    const places = tally(pages, (line) => line.addresses?.map(({ raw }) => raw));
    const emails = tally(
      pages,
      (line) => line.emails && [...line.emails, ...(line.linked ?? [])].map(({ value }) => value),
    );

    expect(missesBelow(0.98, places)).toEqual([]);
    expect(missesBelow(0.98, emails)).toEqual([]);
  });

  it('give the facts of their statutory parts', () => {
    const facts = tally(
      pages,
      (line) => line.facts && Object.entries(line.facts).map(([key, fact]) => `${key} ${fact}`),
    );

    expect(missesBelow(0.97, facts)).toEqual([]);
  });
}

/** What was missed, unless there is little of it. */
export function missesBelow(least: number, all: Tally): readonly string[] {
  return f1(all) >= least ? [] : all.misses;
}

/** The numbers of registers that are meant, each with what it is. */
export function idsOf(ids: Readonly<Record<string, string>>, isMeant: (scheme: string) => boolean): string[] {
  return Object.entries(ids).flatMap(([scheme, id]) => (isMeant(scheme) ? [`${scheme} ${id}`] : []));
}
