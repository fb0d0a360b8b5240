import type { RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';

/** Asks web servers for text: nothing that the user has not allowed, nothing on their own network, no cookies. */
export interface Web {
  /** Rejects never. The same address asked again within the age of the cache is answered from it. */
  get(request: WebRequest, signal: AbortSignal): Promise<Result<WebText, WebError>>;
  /** Lets go of all answers that are kept: they may be about somebody who is erased. */
  forget(): Promise<void>;
}

export interface WebRequest {
  readonly url: string;
  /** `page`: HTML. `text`: any text. `xml`: XML. */
  readonly expects: 'page' | 'text' | 'json' | 'xml';
  /** The media type to be asked for, where that of what is expected will not do. */
  readonly accept?: string;
  /** Sent with the user's own key for the provider. */
  readonly key?: true;
  readonly sent: SentFor;
}

/** What the request is for, for the log of what left this browser. */
export interface SentFor {
  readonly provider: string;
  readonly record: RecordId;
  /** Fields of the record whose values are in the request. */
  readonly fields: readonly string[];
}

export interface WebText {
  /** Where the request ended. */
  readonly url: string;
  readonly text: string;
  /** Where redirects made it more than one: the requests that it took, as far as the browser shows them. */
  readonly requests?: number;
}

/**
 * Why there is no text. `forbidden-address`: not public, or no web address. `not-granted`: the user has not allowed the site.
 * `left-site`: led to another site, which was not asked. `refused`, `not-found`, `server-error`, `empty`: what the server said.
 * `busy`: it wants to be left alone for `retryAfter` milliseconds. `not-logged`: the log could not be written, so nothing was sent. `no-key`: the
 * user has given none. `bad-key`: the server does not take it. `unreadable`: no JSON where JSON was expected.
 */
export interface WebError {
  readonly code:
    | 'forbidden-address'
    | 'not-granted'
    | 'offline'
    | 'unreachable'
    | 'slow'
    | 'cancelled'
    | 'left-site'
    | 'redirect-loop'
    | 'refused'
    | 'not-found'
    | 'server-error'
    | 'empty'
    | 'busy'
    | 'too-large'
    | 'not-a-page'
    | 'not-logged'
    | 'no-key'
    | 'bad-key'
    | 'unreadable';
  readonly retryAfter?: number;
  /** As in {@link WebText}. */
  readonly requests?: number;
}
