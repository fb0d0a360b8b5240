import type { Alone } from '@/src/app/ports/alone';
import type { Backups } from '@/src/app/ports/backups';
import type { ContactFiles } from '@/src/app/ports/contact-files';
import type { Datasets } from '@/src/app/ports/datasets';
import type { Duplicates } from '@/src/app/ports/duplicates';
import type { HtmlReader } from '@/src/app/ports/html-reader';
import type { Keys } from '@/src/app/ports/keys';
import type { LinkOuts } from '@/src/app/ports/link-outs';
import type { PageReader } from '@/src/app/ports/page-reader';
import type { Reports } from '@/src/app/ports/reports';
import type { Search } from '@/src/app/ports/search';
import type { SentLog } from '@/src/app/ports/sent-log';
import type { SiteAccess } from '@/src/app/ports/site-access';
import type { Toolbar } from '@/src/app/ports/toolbar';
import type { Store } from '@/src/app/ports/store';
import type { Web } from '@/src/app/ports/web';
import type { Clock, Host, IdSource } from '@/src/app/ports/world';
import type { Kinds } from '@/src/domain/records/kind';
import { alone } from './alone';
import { newDeviceId, randomIds, systemClock } from './clock';
import { browserHost } from './files/browser-host';
import { reports } from './files/reports';
import { keys } from './net/keys';
import { openWeb } from './net/open-web';
import { sentLog } from './net/sent-log';
import { htmlReader } from './page/html-reader';
import { injectedReader } from './page/injected-reader';
import { linkOuts } from './page/link-outs';
import { siteAccess } from './page/site-access';
import { toolbar } from './page/toolbar';
import { ALL_KINDS } from './store/all-kinds';
import { DatabaseBackups, openCurrentDatabase } from './store/current-database';
import { DexieStore } from './store/dexie-store';
import { createContactFiles } from './workers/contact-client';
import { createDatasets } from './workers/dataset-client';
import { createSearch } from './workers/search-client';
import { createDuplicates } from './workers/duplicates-client';

/** The real things behind the ports of an extension page. Opens the database; everything else waits to be used. */
export async function openPorts(): Promise<{
  readonly store: Store;
  readonly backups: Backups;
  readonly datasets: Datasets;
  readonly reports: Reports;
  readonly search: Search;
  readonly duplicates: Duplicates;
  readonly pages: PageReader;
  readonly sites: SiteAccess;
  readonly web: Web;
  readonly html: HtmlReader;
  readonly sentLog: SentLog;
  readonly keys: Keys;
  readonly alone: Alone;
  readonly linkOuts: LinkOuts;
  readonly toolbar: Toolbar;
  readonly contactFiles: ContactFiles;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly host: Host;
  readonly kinds: Kinds;
}> {
  const db = await openCurrentDatabase(() => browserHost.reload());
  return {
    store: new DexieStore(db, ALL_KINDS, newDeviceId()),
    backups: new DatabaseBackups({ db, kinds: ALL_KINDS, newDevice: newDeviceId, now: systemClock.now }),
    datasets: createDatasets(),
    reports,
    search: createSearch(),
    duplicates: createDuplicates(),
    pages: injectedReader,
    sites: siteAccess,
    web: openWeb(async (url) => (await siteAccess.state(url)) === 'granted', systemClock),
    html: htmlReader,
    sentLog,
    keys,
    alone,
    linkOuts,
    toolbar,
    contactFiles: createContactFiles(),
    clock: systemClock,
    ids: randomIds,
    host: browserHost,
    kinds: ALL_KINDS,
  };
}
