/** Time and chance, which the rules of the house never reach for themselves. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The day it is where the user is, as an ISO day. */
  today(): string;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
}

export interface IdSource {
  /** A new id, later ids sorting after earlier ones. */
  next(): string;
}

/** What the browser can be asked for. */
export interface Host {
  /** Languages the user prefers, best first. */
  readonly languages: readonly string[];
  /** Opens the workspace at a place, `#/data` and the like, in a tab of its own. */
  openWorkspace(place: string): Promise<void>;
  /** Hands a file to the user. */
  saveFile(name: string, content: Blob): void;
  /** Asks that the data be kept when room gets short. `unknown` where the browser does not answer. */
  keepStorage(): Promise<'kept' | 'not-kept' | 'unknown'>;
  /** Whether our entries stand in the menu of web pages. */
  offerPageMenu(isOffered: boolean): Promise<void>;
  /** Loads the page again, after the database behind it was replaced. */
  reload(): void;
}
