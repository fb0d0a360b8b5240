import type { SourceKind } from '../records/evidence';

export type CompanyField = 'name' | 'legalName' | 'website' | 'phones' | 'emails' | 'addresses' | 'registrationIds';
export type PersonField = 'name' | 'title' | 'website' | 'phones' | 'emails';
export type PartyField = CompanyField | PersonField;

/** One place on the page that gives a value. */
export interface FoundSource {
  readonly kind: SourceKind;
  /** The text around the value, as it stood there. Never empty. */
  readonly snippet: string;
}

/** A value as the page wrote it, cleaned of what is invisible, not yet normalised. */
export interface FoundValue {
  readonly field: PartyField;
  readonly raw: string;
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

/** What hints at the country whose phone numbers a page writes without a country code. Strongest first. */
export interface RegionHints {
  /** Country codes or names from addresses. */
  readonly countries: readonly string[];
  readonly host: string;
  readonly lang: string;
}

/** `stopped`: time or size ran out, the rest of the page was not read. `nothing`: no company and no person was found. */
export type ReadingNotice = 'stopped' | 'nothing';

/** What one look at a page found. Plain data: it crosses from the page to the panel. */
export interface Reading {
  readonly url: string;
  readonly title: string;
  readonly hints: RegionHints;
  /** The page's own company first, other companies, then people. */
  readonly parties: readonly FoundParty[];
  readonly notices: readonly ReadingNotice[];
  readonly ms: number;
}
