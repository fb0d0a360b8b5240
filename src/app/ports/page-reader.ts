import type { ReadAs, Reading } from '@/src/domain/capture/found';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import type { Result } from '@/src/kernel/result';

/**
 * Why a page was not read. `browser-page`, `store-page`, `pdf`: no extension may read it. `not-granted`: the user has
 * not pressed the shortcut on this page. `gone`: the tab was closed or went elsewhere meanwhile. `not-shown`: the page says it
 * only to programs, or says it no more.
 */
export interface PageError {
  readonly code: 'browser-page' | 'store-page' | 'pdf' | 'not-granted' | 'gone' | 'not-shown';
}

/** A press of the toolbar button or a shortcut, or a choice in the menu of the page. */
export interface CaptureRequest {
  readonly tabId: number;
  readonly at: number;
  /** What is certain is to be filed without being looked at. */
  readonly isQuick?: boolean;
  /** What of the page is wanted, where not all of it: the marked text, or a link. */
  readonly part?: PagePart;
  /** To be kept in the Inbox instead of being looked at now. */
  readonly isLater?: boolean;
  /** What is marked is a price, an event or a fact rather than somebody. */
  readonly isClip?: boolean;
}

/** A piece of a page that the user pointed at. */
export interface PagePart {
  /** As the menu gave it; of marked text without its line breaks. */
  readonly text: string;
  readonly isLink: boolean;
}

/** Text that the user marked on a page, in lines. */
export interface MarkedText {
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

/** What the window shows now. */
export interface ActivePage {
  readonly tabId: number;
  /** Browsers tell it where we may read: on granted sites, and in a tab as long as what the user asked for there holds. */
  readonly url?: string;
  /** The user lets the site be read unasked. */
  readonly isGranted: boolean;
}

/** Pages that the user asked to be read. */
export interface PageReader {
  /** @param as what the user says that the page is, against its own hints. */
  read(request: CaptureRequest, as?: ReadAs): Promise<Result<Reading, PageError>>;
  /** The text that is marked on the page now; empty when none is. */
  marked(request: CaptureRequest): Promise<Result<MarkedText, PageError>>;
  /** Loads another page of the same site into the tab; resolves when it has come. `not-granted` for another site. */
  goTo(request: CaptureRequest, url: string): Promise<Result<void, PageError>>;
  /** Scrolls to where the page says it, and marks it for a moment. */
  show(request: CaptureRequest, wanted: Wanted): Promise<Result<void, PageError>>;
  /** Calls back with the last request of this window, if it is recent, and with each new one. Returns how to stop. */
  onRequest(listener: (request: CaptureRequest) => void): () => void;
  /** Calls back when the tab of the request shows another page. Returns how to stop. */
  onNavigated(request: CaptureRequest, listener: () => void): () => void;
  /** Calls back when the window shows another tab, or its tab another page, once that has loaded. Returns how to stop. */
  onActivated(listener: (page: ActivePage) => void): () => void;
  /** Calls back once, when the page says clearly more or less than now, or changed its address. Returns how to stop. */
  onChanged(request: CaptureRequest, listener: () => void): () => void;
}
