import type { DeviceId } from '@/src/kernel/ids';
import { createApp, type App, type Ports } from '@/src/app/create-app';
import type { LinkOuts } from '@/src/app/ports/link-outs';
import type { ActivePage, PageError, PageReader } from '@/src/app/ports/page-reader';
import type { SentLine, SentLog } from '@/src/app/ports/sent-log';
import type { SiteAccess, SiteState } from '@/src/app/ports/site-access';
import type { ToolbarMark } from '@/src/app/ports/toolbar';
import type { Host } from '@/src/app/ports/world';
import type { ContactFileError } from '@/src/app/ports/contact-files';
import type { ExpectedCapture } from '@/src/domain/enrich/opened/expected-capture';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import type { ReadAs, Reading } from '@/src/domain/capture/found';
import type { Kinds } from '@/src/domain/records/kind';
import { must } from '@/src/kernel/assert';
import { err, ok, type Result } from '@/src/kernel/result';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { DatabaseBackups, openCurrentDatabase } from '@/src/platform/store/current-database';
import type { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { searchSource } from '@/src/platform/store/search-source';
import { DatasetService } from '@/src/platform/workers/dataset-service';
import { SearchService } from '@/src/platform/workers/search-service';
import { DuplicatesService } from '@/src/platform/workers/duplicates-service';
import { digestOf } from './digest-of';
import { htmlReader } from './html-reader';
import { newId } from './store';

export const NOW = Date.UTC(2026, 10, 21, 9, 0, 0);
export const TODAY = '2026-11-21';

/** The use cases over the real store and the real dataset service, with a page, a host and a clock of the test's. */
export interface World {
  readonly app: App;
  readonly ports: Ports;
  readonly db: Database;
  /** What the next read of a page gives. */
  page: Result<Reading, PageError>;
  /** What the next read of a file of contacts gives. */
  contacts: Result<ReadContacts, ContactFileError>;
  /** What the last read was told that the page is. */
  readAs: ReadAs | undefined;
  /** Calls back whoever waits for a page to change, and whoever waits for another tab. */
  readonly tell: { changed: () => void; activated: (page: ActivePage) => void };
  /** Hosts that the user has granted; a request for one of `refusing` is refused. */
  readonly granted: Set<string>;
  readonly refusing: Set<string>;
  readonly marks: Map<number, ToolbarMark | undefined>;
  readonly saved: { readonly name: string; readonly content: Blob }[];
  /** What left the browser, newest first. */
  readonly sent: SentLine[];
  /** The user's own keys, by provider. */
  readonly keys: Map<string, string>;
  /** What was copied and opened of sites that only the user opens, in order; copying fails where `mayCopy` is false. */
  readonly wentOut: string[];
  mayCopy: boolean;
  reloads: number;
}

/** @param kinds those of the product where a test needs no other. */
export async function createWorld(kinds: Kinds = ALL_KINDS): Promise<World> {
  const db = await openCurrentDatabase(() => undefined);
  const store = new DexieStore(db, kinds, 'device01' as DeviceId);
  let ticks = 0;
  const world: Omit<World, 'app' | 'ports'> = {
    db,
    page: err({ code: 'gone' }),
    contacts: err({ code: 'not-contacts', found: [] }),
    readAs: undefined,
    tell: { changed: () => undefined, activated: () => undefined },
    granted: new Set(),
    refusing: new Set(),
    marks: new Map(),
    saved: [],
    sent: [],
    keys: new Map(),
    wentOut: [],
    mayCopy: true,
    reloads: 0,
  };
  const host: Host = {
    languages: ['en'],
    openWorkspace: async () => undefined,
    saveFile: (name, content) => world.saved.push({ name, content }),
    keepStorage: async () => 'kept',
    offerPageMenu: async () => undefined,
    reload: () => world.reloads++,
  };
  const pages: PageReader = {
    read: async (_, as) => {
      world.readAs = as;
      return world.page;
    },
    onActivated: (listener) => {
      world.tell.activated = listener;
      return () => undefined;
    },
    onChanged: (_, listener) => {
      world.tell.changed = listener;
      return () => undefined;
    },
    onRequest: () => () => undefined,
    onNavigated: () => () => undefined,
    show: async () => err({ code: 'not-shown' as const }),
    marked: async () => err({ code: 'gone' as const }),
    goTo: async () => ok(undefined),
  };
  const service = new DatasetService(store, digestOf);
  const clock = { now: () => NOW + ticks++ * 1000, today: () => TODAY, wait: async () => undefined };
  const ports: Ports = {
    store,
    backups: new DatabaseBackups({ db, kinds, newDevice: () => newId<DeviceId>(), now: clock.now }),
    datasets: {
      preview: service.preview.bind(service),
      readRates: service.readRates.bind(service),
      read: service.read.bind(service),
      join: service.join.bind(service),
      save: service.save.bind(service),
      discard: async (id) => service.discard(id),
      release: async () => service.release(),
      setAside: service.setAside.bind(service),
      customersOfCells: service.customersOfCells.bind(service),
      customersLike: service.customersLike.bind(service),
      customerFigures: service.customerFigures.bind(service),
      slippingCustomers: service.slippingCustomers.bind(service),
      rows: service.rows.bind(service),
      analyse: service.analyse.bind(service),
      frame: async ({ from }, tables) => ok({ table: must(tables[from], 'the table that was asked for'), notices: [] }),
    },
    reports: { program: async () => 'void 0', workbook: async (sheets) => new Blob([JSON.stringify(sheets)]) },
    duplicates: new DuplicatesService(store),
    search: new SearchService(searchSource(db), kinds),
    pages,
    sites: sitesOf(world),
    web: { get: async () => err({ code: 'offline' as const }), forget: async () => undefined },
    html: htmlReader,
    sentLog: sentLogOf(world.sent),
    keys: {
      has: async (provider) => world.keys.has(provider),
      set: async (provider, key) => void world.keys.set(provider, key),
    },
    alone: { hold: async (_, signal, work) => (signal.aborted ? undefined : work()) },
    linkOuts: linkOutsOf(world),
    toolbar: { mark: async (tabId, mark) => void world.marks.set(tabId, mark) },
    contactFiles: { read: async () => world.contacts, writeSheet: async (rows) => new Blob([JSON.stringify(rows)]) },
    clock,
    ids: { next: () => newId<string>() },
    host,
    kinds,
    notebooks: {},
  };
  return Object.assign(world, { app: createApp(ports), ports });
}

function sitesOf({ granted, refusing }: Pick<World, 'granted' | 'refusing'>): SiteAccess {
  const hostOf = (url: string): string => (url.startsWith('http') ? new URL(url).host : '');
  const stateOf = (url: string): SiteState =>
    hostOf(url) === '' ? 'never' : granted.has(hostOf(url)) ? 'granted' : 'askable';
  const watching = new Set<() => void>();
  const told = (isDone: boolean): boolean => {
    for (const look of watching) look();
    return isDone;
  };
  return {
    state: async (url) => stateOf(url),
    askAll: async (urls) => {
      if (urls.some((url) => refusing.has(hostOf(url)))) return told(false);
      for (const url of urls) granted.add(hostOf(url));
      return told(true);
    },
    ask: async (url) => {
      if (!refusing.has(hostOf(url))) granted.add(hostOf(url));
      return told(granted.has(hostOf(url)));
    },
    drop: async (url) => told(granted.delete(hostOf(url))),
    watch: (url, listener) => {
      const look = (): void => listener(stateOf(url));
      watching.add(look);
      look();
      return () => watching.delete(look);
    },
  };
}

function linkOutsOf(world: Pick<World, 'wentOut' | 'mayCopy'>): LinkOuts {
  const watching = new Set<() => void>();
  let expected: ExpectedCapture | undefined;
  return {
    copy: async (text) => world.mayCopy && world.wentOut.push(`copied ${text}`) > 0,
    open: async (url) => void world.wentOut.push(`opened ${url}`),
    expected: async () => expected,
    expect: async (next) => {
      expected = next;
      for (const look of watching) look();
    },
    watch: (listener) => {
      watching.add(listener);
      return () => watching.delete(listener);
    },
  };
}

function sentLogOf(lines: SentLine[]): SentLog {
  return {
    add: async (line) => lines.unshift(line) > 0,
    lines: async () => lines,
    clear: async () => void lines.splice(0),
    drop: async (isGone) => void lines.splice(0, Infinity, ...lines.filter((line) => !isGone(line))),
  };
}

/** A reading as the injected script gives it. */
export function readingOf(parties: Reading['parties'], more: Partial<Reading> = {}): Result<Reading, never> {
  return ok({
    url: 'https://www.acme.cn/about',
    title: 'Acme',
    hints: { countries: ['CN'], host: 'www.acme.cn', lang: 'zh-CN' },
    parties,
    notices: [],
    ms: 1,
    ...more,
  });
}

export const ACME = readingOf([
  {
    kind: 'company',
    values: [
      {
        field: 'name',
        raw: '上海艾克米有限公司',
        confidence: 0.9,
        sources: [{ kind: 'json-ld', snippet: '"name":"上海艾克米有限公司"' }],
      },
      { field: 'name', raw: 'Acme', confidence: 0.6, sources: [{ kind: 'page-head', snippet: 'Acme' }] },
      {
        field: 'website',
        raw: 'https://www.acme.cn/',
        confidence: 0.98,
        sources: [{ kind: 'page-address', snippet: 'https://www.acme.cn/about' }],
      },
      {
        field: 'phones',
        raw: '021-5888 6666',
        confidence: 0.9,
        sources: [{ kind: 'json-ld', snippet: 'ask 王晓明 021-5888 6666' }],
      },
      {
        field: 'emails',
        raw: 'Info@Acme.cn',
        confidence: 0.9,
        sources: [{ kind: 'mailto-link', snippet: 'mailto:Info@Acme.cn' }],
      },
    ],
  },
  {
    kind: 'person',
    worksFor: 0,
    values: [
      { field: 'name', raw: '王晓明', confidence: 0.9, sources: [{ kind: 'json-ld', snippet: '"name":"王晓明"' }] },
      {
        field: 'title',
        raw: '销售总监',
        confidence: 0.9,
        sources: [{ kind: 'json-ld', snippet: '"jobTitle":"销售总监"' }],
      },
      {
        field: 'phones',
        raw: '138 0013 8000',
        confidence: 0.9,
        sources: [{ kind: 'json-ld', snippet: '"telephone":"138 0013 8000"' }],
      },
      {
        field: 'emails',
        raw: 'wang@acme.cn',
        confidence: 0.9,
        sources: [{ kind: 'json-ld', snippet: '"email":"wang@acme.cn"' }],
      },
    ],
  },
]);

export const SALES_CSV = [
  '客户,日期,金额',
  '甲,2024-01-05,100',
  '乙,2024-01-06,50.5',
  '甲,2024-02-01,-20',
  ',2024-02-02,7',
].join('\n');

export const salesFile = (text = SALES_CSV, name = '销售.csv'): File => new File([text], name);
