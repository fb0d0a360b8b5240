import type { SourceKind } from '../records/evidence';

export type CompanyField =
  | 'name'
  | 'legalName'
  | 'website'
  | 'logo'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'registrationIds'
  | 'accounts'
  | 'industry'
  | 'legalRepresentative'
  | 'registeredCapital'
  | 'founded'
  | 'registrationState'
  | 'parent'
  | 'employees';
export type PersonField = 'name' | 'title' | 'website' | 'phones' | 'emails' | 'accounts';
export type PartyField = CompanyField | PersonField;

/** One place on the page that gives a value. */
export interface FoundSource {
  readonly kind: SourceKind;
  /** The text around the value, as it stood there. Never empty. */
  readonly snippet: string;
  /** Where the value begins in the text of the page (see text/snapshot.ts): what stands beside it may be of the same person. */
  readonly at?: number;
}

/** What a number is for: as in the labels of contacts, and what never is a company's own first number. */
export type PhoneLabel = 'work' | 'mobile' | 'fax' | 'tollfree' | 'hotline';

/** The parts of an address that could be told apart; what could not is only in `raw`. */
export interface AddressParts {
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postcode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Degrees north and east: `51.5,-0.14`. */
  readonly geo?: string;
}

/** A value as the page wrote it, cleaned of what is invisible, not yet normalised. */
export interface FoundValue {
  readonly field: PartyField;
  readonly raw: string;
  /** The one form of all its spellings, where the page's region makes it certain: a phone in E.164, `uscc:…`, `wechat:…`. */
  readonly normal?: string;
  /** Extension of a phone. */
  readonly ext?: string;
  readonly label?: PhoneLabel;
  readonly parts?: AddressParts;
  /** The text says that it is somebody else's: who made the site, an authority. */
  readonly ofOthers?: boolean;
  /** 0…1, see capture-page.ts. */
  readonly confidence: number;
  readonly sources: readonly FoundSource[];
}

export interface FoundParty {
  readonly kind: 'company' | 'person';
  readonly values: readonly FoundValue[];
  /** For a person: the position of their company among the parties. */
  readonly worksFor?: number;
}

/** What one row or card of a list tells of: a company and its people, or one person. */
export interface FoundRecord {
  /** The one that the record is about first; `worksFor` counts among these. */
  readonly parties: readonly FoundParty[];
}

/** The records of a page that lists companies or people. */
export interface FoundList {
  /** In the order of the page; three or more. */
  readonly records: readonly FoundRecord[];
  /** The fields that at least one record has. */
  readonly columns: readonly PartyField[];
}

/** What hints at the country whose phone numbers a page writes without a country code. Strongest first. */
export interface RegionHints {
  /** Of a reading: the country that its numbers were read for, if any was found. Before a reading: chosen by the user. */
  readonly region?: string;
  /** Country codes or names from addresses. */
  readonly countries: readonly string[];
  readonly host: string;
  readonly lang: string;
}

/** What the user says that a page is, against its own hints. */
export interface ReadAs {
  /** ISO 3166-1 alpha-2. */
  readonly region?: string;
  /** A language tag: `de`, `zh-TW`. */
  readonly lang?: string;
}

/** `stopped`: time or size ran out, the rest of the page was not read. `nothing`: no company and no person was found. */
export type ReadingNotice = 'stopped' | 'nothing';

/** What stands before a page: it wants a person to log in, or to prove that they are one. */
export type Obstacle = 'login' | 'captcha';

/** What one look at a page found. Plain data: it crosses from the page to the panel. */
export interface Reading {
  readonly url: string;
  readonly title: string;
  readonly hints: RegionHints;
  /** The page's own company first, other companies, then people. */
  readonly parties: readonly FoundParty[];
  /** Undefined where the page is no list. */
  readonly list?: FoundList;
  /** Address of the page that goes on with what this one lists. */
  readonly next?: string;
  /** Only of a page that tells of nobody else. */
  readonly obstacle?: Obstacle;
  readonly notices: readonly ReadingNotice[];
  readonly ms: number;
}
