/** The user's own keys for providers: kept in this browser alone, in no backup and no log, and never shown again. */
export interface Keys {
  has(provider: string): Promise<boolean>;
  /** An empty one is forgotten. */
  set(provider: string, key: string): Promise<void>;
}
