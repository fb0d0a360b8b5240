import type { Reading } from '@/src/domain/capture/found';
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

/** A press of the toolbar button or a shortcut. */
export interface CaptureRequest {
  readonly tabId: number;
  readonly at: number;
  /** What is certain is to be filed without being looked at. */
  readonly isQuick?: boolean;
}

/** Pages that the user asked to be read. */
export interface PageReader {
  read(request: CaptureRequest): Promise<Result<Reading, PageError>>;
  /** Scrolls to where the page says it, and marks it for a moment. */
  show(request: CaptureRequest, wanted: Wanted): Promise<Result<void, PageError>>;
  /** Calls back with the last request of this window, if it is recent, and with each new one. Returns how to stop. */
  onRequest(listener: (request: CaptureRequest) => void): () => void;
  /** Calls back when the tab of the request shows another page. Returns how to stop. */
  onNavigated(request: CaptureRequest, listener: () => void): () => void;
}
