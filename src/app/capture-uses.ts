import type { BatchId } from '@/src/kernel/ids';
import { ok, type Result } from '@/src/kernel/result';
import type { Obstacle, ReadAs } from '@/src/domain/capture/found';
import { regionsOf } from '@/src/domain/identity/region';
import { readMessage } from '@/src/domain/capture/message/read-message';
import { draftCapture, type CaptureDraft, type PartyDraft } from './capture-draft';
import { findDuplicates } from './find-duplicates';
import { findSuppressed, peopleMet } from './find-suppressed';
import { inboxItems, keepForLater, type ToKeep } from './inbox';
import { draftList, draftText, type ListDraft } from './list-draft';
import { pageSite, type PageSite } from './page-site';
import type { LinkOuts } from './ports/link-outs';
import type { CaptureRequest, MarkedText, PageError, PageReader } from './ports/page-reader';
import { readNextPages, type PageRun } from './read-next-pages';
import { settleExpected } from './register-uses';
import { saveCapture, type CaptureToSave, type SaveCapturePorts } from './save-capture';

/** What a page offers, and what it lists besides. */
export interface PageDraft extends CaptureDraft {
  readonly list?: ListDraft;
  /** What the page was read as; a text that was pasted is of no site. */
  readonly site?: PageSite;
  /** What stands before the page. */
  readonly obstacle?: Obstacle;
}

export interface CapturePorts extends SaveCapturePorts {
  readonly pages: PageReader;
  readonly linkOuts: LinkOuts;
}

/** What the panel may ask for. @param newBatch a name for what is written next. */
export function captureUses(ports: CapturePorts, newBatch: () => BatchId) {
  const { pages, store, clock } = ports;
  const now = (): string => new Date(clock.now()).toISOString();
  return {
    onRequest: pages.onRequest,
    onNavigated: pages.onNavigated,
    onActivated: pages.onActivated,
    onChanged: pages.onChanged,
    show: pages.show,
    marked: pages.marked,
    /** @param as what the user says that the page is, against its own hints. */
    read: async (request: CaptureRequest, home: string, as?: ReadAs): Promise<Result<PageDraft, PageError>> => {
      const reading = await pages.read(request, as);
      if (!reading.ok) return reading;
      const list = draftList(reading.value, home, now());
      const draft = draftCapture(reading.value, home, now());
      const { obstacle } = reading.value;
      const site = pageSite(reading.value, home);
      return ok({ ...draft, site, ...(list ? { list } : {}), ...(obstacle ? { obstacle } : {}) });
    },
    /**
     * The companies and people that a text tells of. @param page where it was marked, whose country numbers are read by
     * before the user's own; without it, it was pasted.
     */
    readText: (text: string, home: string, page: Pick<MarkedText, 'url' | 'title'> = { url: '', title: '' }) => {
      const host = URL.canParse(page.url) ? new URL(page.url).hostname : '';
      const countries = regionsOf({ countries: [], host, lang: '' }, home);
      const parties = readMessage(text, { hints: { countries, host: '', lang: '' } });
      return draftText(parties, page.title, { regions: countries, page: { url: page.url, at: now() } });
    },
    /** Goes on with a list from page to page. */
    readNext: (run: PageRun) => readNextPages(ports, run),
    keep: (what: ToKeep) => keepForLater(ports, newBatch(), what),
    inbox: () => inboxItems(store),
    duplicates: (drafts: readonly PartyDraft[]) => findDuplicates(store, drafts),
    /** The cards of people who asked not to be filed again: they are not saved. */
    suppressed: (drafts: readonly PartyDraft[]) => findSuppressed(store, peopleMet(drafts)),
    save: async (id: BatchId, capture: CaptureToSave) => {
      const saved = await saveCapture(ports, id, capture);
      if (saved.ok) await settleExpected(ports, capture.updates);
      return saved;
    },
  };
}
