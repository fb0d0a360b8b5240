/** Lets one page at a time do a thing, of all that are open. */
export interface Alone {
  /**
   * Waits until no other page does it, and does it then. The turn of a page that is closed or dies passes on by itself.
   * @param signal ends the waiting.
   */
  hold(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
}
