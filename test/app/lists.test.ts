import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { err, ok } from '@/src/kernel/result';
import { isList, type ListDraft } from '@/src/app/list-draft';
import { readNextPages, type PageRun, type RunEnd } from '@/src/app/read-next-pages';
import type { Reading } from '@/src/domain/capture/found';
import { directoryPage } from '@/test/support/directory-site';
import { readHtml } from '@/test/support/page';
import { createWorld, type World } from '@/test/support/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const AT = 'https://fair.example/exhibitors/';
const request = { tabId: 1, at: 0 };
const pageAt = (page: number): Reading => readHtml(directoryPage(page), `${AT}${page}`);

async function listOf(reading: Reading): Promise<ListDraft> {
  world.page = ok(reading);
  const read = await world.app.capture.read(request, 'GB');
  return must(read.ok ? read.value.list : undefined, 'a list');
}
const namesOf = ({ parties }: ListDraft): string[] =>
  parties.map(
    ({ values }) =>
      must(
        values.find(({ field }) => field === 'name'),
        'a name',
      ).value,
  );

describe('the list of a page', () => {
  it('is rows that are ticked, saved and undone as one', async () => {
    const list = await listOf(pageAt(1));

    expect(list.rows).toHaveLength(30);
    expect(list.columns).toEqual(['name', 'phones', 'emails']);
    expect(list.parties.every(({ ticked }) => ticked)).toBe(true);
    expect(list.next).toBe(`${AT}2`);
    const saved = await world.app.capture.save(world.app.newBatch(), { draft: list, updates: new Map() });
    expect(saved.ok && saved.value.made).toBe(30);
    expect((await world.app.parties.companies()).map(({ fields }) => fields.name.value)).toEqual(namesOf(list));
    expect((await world.app.history.undo(must(saved.ok ? saved.value.batchId : undefined, 'a batch'))).ok).toBe(true);
    expect(await world.app.parties.companies()).toEqual([]);
  });

  it('of people who are of no other company is of those of the page, which is its first row', async () => {
    const people = ['Anna Field', 'Tom Ashby', 'Ruth Calder', 'Jack Mason']
      .map(
        (name, i) =>
          `<div class="person"><h3>${name}</h3><p>Sales Manager</p><p>020 7946 010${i}</p><p>${name.split(' ')[0]?.toLowerCase()}@northwick.example</p></div>`,
      )
      .join('');
    const head =
      '<script type="application/ld+json">{"@type":"Organization","name":"Northwick Tools Ltd","url":"https://northwick.example","telephone":"+44 20 7946 0199"}</script>';
    const list = await listOf(
      readHtml(
        `<html lang="en-GB"><title>Team - Northwick Tools</title>${head}<body><h1>Our team</h1>${people}</body></html>`,
        'https://northwick.example/team',
      ),
    );

    expect(list.rows.map(({ parties }) => parties.length)).toEqual([1, 1, 1, 1, 1]);
    expect(namesOf(list)).toEqual(['Northwick Tools Ltd', 'Anna Field', 'Tom Ashby', 'Ruth Calder', 'Jack Mason']);
    expect(list.parties.slice(1).map(({ worksFor }) => worksFor)).toEqual(['p0', 'p0', 'p0', 'p0']);
  });
});

describe('a run over the pages of a list', () => {
  interface Ran {
    readonly end: RunEnd;
    readonly rows: number;
    readonly visited: readonly string[];
    readonly pauses: readonly number[];
  }
  async function run(more: Partial<PageRun>, served: (url: string) => Reading | undefined): Promise<Ran> {
    const visited: string[] = [];
    const pauses: number[] = [];
    let list = await listOf(pageAt(1));
    const pages: World['ports']['pages'] = {
      ...world.ports.pages,
      goTo: async (_, url) => {
        visited.push(url);
        return served(url) ? ok(undefined) : err({ code: 'not-granted' });
      },
      read: async () => ok(must(served(visited.at(-1) ?? ''), 'a page')),
    };
    const clock = { ...world.ports.clock, wait: async (ms: number) => void pauses.push(ms) };
    const end = await readNextPages(
      { pages, clock },
      {
        request,
        home: 'GB',
        list,
        most: 20,
        signal: new AbortController().signal,
        onPage: (longer) => {
          list = longer;
        },
        ...more,
      },
    );
    expect(new Set(list.parties.map(({ id }) => id)).size).toBe(list.parties.length);
    return { end, rows: list.rows.length, visited, pauses };
  }
  const bySite = (url: string): Reading => pageAt(Number(url.slice(-1)));

  it('goes on until the site asks to log in, slowly, and keeps what it has', async () => {
    expect(await run({}, bySite)).toEqual({
      end: 'login',
      rows: 90,
      visited: [`${AT}2`, `${AT}3`, `${AT}4`],
      pauses: [2500, 2500],
    });
  });

  it('reads no more pages than were asked for', async () => {
    expect(await run({ most: 1 }, bySite)).toMatchObject({ end: 'bound', rows: 60, visited: [`${AT}2`] });
  });

  it('stops where a page gives nothing new, and where it would go round', async () => {
    const again = (url: string): Reading => ({ ...pageAt(1), url });
    expect(await run({}, again)).toMatchObject({ end: 'repetition', rows: 30, visited: [`${AT}2`] });
    const round = (): Reading => ({ ...pageAt(2), next: `${AT}1` });
    expect(await run({}, round)).toMatchObject({ end: 'repetition', rows: 60, visited: [`${AT}2`] });
  });

  it('stops at a captcha, at a page of nobody, at a page it may not read, and at the last', async () => {
    const bare = (html: string) => () => readHtml(`<html lang="en"><body>${html}</body></html>`, `${AT}2`);
    expect(await run({}, bare('<div class="g-recaptcha"></div> I am not a robot'))).toMatchObject({ end: 'captcha' });
    expect(await run({}, bare('<p>Thank you for your visit</p>'))).toMatchObject({ end: 'no-list' });
    expect(await run({}, () => undefined)).toMatchObject({ end: 'not-granted', rows: 30 });
    const last = (): Reading => {
      const { next: _, ...end } = pageAt(2);
      return end;
    };
    expect(await run({}, last)).toMatchObject({ end: 'last-page', rows: 60 });
  });

  it('is stopped by the user', async () => {
    const control = new AbortController();
    control.abort();
    expect(await run({ signal: control.signal }, bySite)).toMatchObject({ end: 'stopped', rows: 30, visited: [] });
  });
});

describe('a pasted text', () => {
  it('gives cards, and rows where it tells of many', () => {
    const one = world.app.capture.readText('Anna Field, Head of Buying\nNorthwick Tools Ltd\n+44 20 7946 0321', 'GB');
    expect(isList(one)).toBe(false);
    expect(one.parties.map(({ kind, ticked }) => [kind, ticked])).toEqual([
      ['company', true],
      ['person', true],
    ]);
    expect(one.parties[0]?.values[0]?.sources).toEqual([
      { kind: 'pasted', snippet: 'Northwick Tools Ltd', url: '', at: expect.any(String), extractor: 'vital-few/1' },
    ]);

    const many = world.app.capture.readText(
      '王建国 13800138001\n李晓红 13800138002\n赵志强 13800138003\n陈美玲 13800138004\n周海涛 13800138005',
      'CN',
    );
    expect(isList(many) && many.rows.length).toBe(5);
    expect(many.parties.every(({ ticked }) => ticked)).toBe(true);
  });

  it('says so where it tells of nobody', () => {
    expect(world.app.capture.readText('See you tomorrow!', 'GB')).toMatchObject({ parties: [], notices: ['nothing'] });
  });
});
