import type { CompanyField, FoundValue, Reading } from '../capture/found';
import type { CompanyFields } from '../parties/company.kind';
import type { Source } from '../records/evidence';
import type { SiteLink } from './site/site-links';
import type { SiteLogo } from './site/site-logo';

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
  readonly role: PageRole | 'register';
}

export const PROVIDER_IDS = ['own-site', 'dns', 'rdap', 'gleif', 'wikidata', 'vies', 'companies-house'] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** When a page was read, and the user's own country, for numbers that no country is given for. */
export interface ReadingTime {
  readonly at: string;
  readonly home: string;
}

/** Servers that resolve names and answer in JSON. */
export const DNS_SERVERS = ['google', 'cloudflare'] as const;
export type DnsServer = (typeof DNS_SERVERS)[number];

/** What the user chose of how sources are asked. */
export interface ProviderChoices {
  readonly dns: DnsServer;
}

/** What is known of a source before it is asked. */
interface Described {
  readonly id: ProviderId;
  /** Asked unless the user says otherwise; all others only where they say so. */
  readonly isOnAtFirst: boolean;
  /** Only with a key that the user has from it. */
  readonly needsKey: boolean;
  /** Whether what it gives can be about people. */
  readonly personalData: boolean;
  /** Requests that one record may cost; of a site that for robots.txt among them. */
  readonly mostRequests: number;
  /** Fields of the record whose values can leave this browser. */
  readonly sends: readonly CompanyField[];
  /** Hosts that it asks about this company; none where it cannot help. */
  hosts(company: CompanyFields, choices: ProviderChoices): readonly string[];
}

/** The company's own site. It asks for nothing itself: it says which pages are to be asked for, and reads what came. */
export interface SiteProvider extends Described {
  readonly asks: 'pages';
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

/** A register or service that answers in JSON. It asks for nothing itself either. */
export interface RegisterProvider extends Described {
  readonly asks: 'register';
  /** What is asked next, given what was answered; undefined when there is nothing more to ask. */
  next(
    company: CompanyFields,
    answers: readonly RegisterAnswer[],
    choices: ProviderChoices,
  ): RegisterRequest | undefined;
  /** What the answers say. They come from a stranger: anything can stand in them. */
  parse(company: CompanyFields, answers: readonly RegisterAnswer[], time: ReadingTime): RegisterFindings;
}

export type Provider = SiteProvider | RegisterProvider;

export interface RegisterRequest {
  readonly url: string;
  /** What is asked for, in the provider's own words: answers are told apart by it. */
  readonly step: string;
  /** Fields of the record whose values are in the address. */
  readonly fields: readonly CompanyField[];
  /** The media type to be asked for where it is not `application/json`. */
  readonly accept?: string;
  /** Sent with the user's own key. */
  readonly key?: true;
  /** It has an answer to everything: a 404 is a fault, and says nothing of the company. */
  readonly answersAll?: true;
}

export interface RegisterAnswer {
  readonly step: string;
  /** Where the answer came from. */
  readonly url: string;
  /** Undefined where the register has nothing of the kind (404). */
  readonly body: unknown;
}

export interface RegisterFindings {
  readonly suggestions: readonly Suggestion[];
  readonly remarks: readonly Remark[];
}

/**
 * What a register says that fills no field. `not-listed`: it does not know the company. `several`: it knows `count` that could be
 * it, and none for certain. `mail`, `no-mail`: mail to `domain` is received by `host`, or by nobody. `domain-since`: when
 * `domain` was first registered, as an ISO `day`. `vat-valid`, `vat-invalid`,
 * `vat-unknown`: what VIES says of `number`, the last where the country does not answer. `closed`: the register says that the
 * company is no longer active.
 */
export interface Remark {
  readonly provider: ProviderId;
  readonly code: (typeof REMARKS)[number];
  readonly values: Readonly<Record<string, string>>;
}

export const REMARKS = [
  'not-listed',
  'several',
  'mail',
  'no-mail',
  'domain-since',
  'vat-valid',
  'vat-invalid',
  'vat-unknown',
  'closed',
] as const;
