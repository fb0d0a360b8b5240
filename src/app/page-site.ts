import type { Reading } from '@/src/domain/capture/found';
import { regionsOf } from '@/src/domain/identity/region';

/** What a page was read as: whose numbers without a country code, in which language. */
export interface PageSite {
  /** Empty where the page has no address. */
  readonly host: string;
  /** ISO 3166-1 alpha-2; undefined where neither the page nor the user's own country gives one. */
  readonly region?: string;
  /** The page's own language tag, empty where it has none. */
  readonly lang: string;
}

/** @param home the user's own country, or empty: what counts where the page gives none. */
export function pageSite({ hints }: Pick<Reading, 'hints'>, home: string): PageSite {
  const [region] = regionsOf(hints, home);
  return { host: hints.host, lang: hints.lang, ...(region === undefined ? {} : { region }) };
}
