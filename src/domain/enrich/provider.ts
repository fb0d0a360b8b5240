import type { CompanyField, FoundValue, Reading } from '../capture/found';
import type { CompanyFields } from '../parties/company.kind';
import type { Source } from '../records/evidence';
import type { SiteLink } from './site-links';
import type { SiteLogo } from './site-logo';

/** What a page of a company's site is for, by where it was found. */
export type PageRole = 'home' | 'contact' | 'imprint' | 'about' | 'team';

export interface PageRequest {
  readonly url: string;
  readonly role: PageRole;
  /** The address to try where this one cannot be reached. */
  readonly otherwise?: string;
  /** No link led there: that it is not there is no fault. */
  readonly isGuess?: boolean;
}

/** A page that was asked for and read. */
export interface VisitedPage {
  readonly role: PageRole;
  /** Where the request ended. */
  readonly url: string;
  readonly reading: Reading;
  readonly links: readonly SiteLink[];
  readonly logo?: SiteLogo | undefined;
}

/** A value that a source offers for a field of a company. */
export interface Suggestion extends Pick<FoundValue, 'raw' | 'confidence' | 'label'> {
  readonly field: CompanyField;
  /** As it would be filed. */
  readonly value: string;
  /** At least one: no evidence, no value. */
  readonly sources: readonly Source[];
  readonly provider: ProviderId;
  readonly role: PageRole;
}

export type ProviderId = 'own-site';

/** When a page was read, and the user's own country, for numbers that no country is given for. */
export interface ReadingTime {
  readonly at: string;
  readonly home: string;
}

/** A source of facts about companies. It asks for nothing itself: it says what is to be asked, and reads what came. */
export interface Provider {
  readonly id: ProviderId;
  /** Whether what it gives can be about people. */
  readonly personalData: boolean;
  /** Requests that one record may cost, that for robots.txt among them. */
  readonly mostRequests: number;
  /** Hosts that it asks about this company; none where it cannot help. */
  hosts(company: CompanyFields): readonly string[];
  /** What is asked first. */
  plan(company: CompanyFields): readonly PageRequest[];
  /** Whether the links of the first page lead so little further that the site's map is worth a request. */
  needsMap?(page: VisitedPage): boolean;
  /** What is asked after the first page: the best first. @param map addresses that the site's map lists. */
  follow(page: VisitedPage, company: CompanyFields, map?: readonly string[]): readonly PageRequest[];
  parse(page: VisitedPage, company: CompanyFields, time: ReadingTime): readonly Suggestion[];
  /** What the suggestions of all pages together make of each. */
  settle?(suggestions: readonly Suggestion[], company: CompanyFields): readonly Suggestion[];
}
