/** `never`: no extension may read there. `askable`: only after the shortcut, until the user says otherwise. */
export type SiteState = 'granted' | 'askable' | 'never';

/** What the user lets be read without being asked each time: sites, each by its host. Nothing at first. */
export interface SiteAccess {
  state(url: string): Promise<SiteState>;
  /** Asks the user for the site of a page. To be called in the very turn of a click. @returns whether they agreed. */
  ask(url: string): Promise<boolean>;
  /** The same for several sites at once, with one question. */
  askAll(urls: readonly string[]): Promise<boolean>;
  /** Gives the site of a page back. @returns whether it was given by itself: what was given for all sites stays. */
  drop(url: string): Promise<boolean>;
  /** Calls back at once, and when the user gave or took back sites, here or in the browser's settings. Returns how to stop. */
  watch(url: string, listener: (state: SiteState) => void): () => void;
}
