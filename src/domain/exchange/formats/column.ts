import type { ContactLabel } from '../../parties/contact-values';
import type { StageWords } from '../account-stage';
import type { CompanySingle, PersonSingle } from '../party-draft';
import type { ChannelWords } from '../source-channel';

type PersonField =
  PersonSingle | 'name' | 'family' | 'given' | 'middle' | 'phones' | 'emails' | 'accounts' | 'tags' | 'externalIds';
type CompanyField =
  CompanySingle | 'name' | 'phones' | 'emails' | 'addresses' | 'registrationIds' | 'tags' | 'externalIds';

/**
 * What a column holds, and of whom. What is a person's goes to the company where a row names no person, and the other way
 * round, as far as the other has such a field. `row` is only known row by row: `kind` says whose the `name` is.
 */
export type Meaning = `person.${PersonField}` | `company.${CompanyField}` | 'row.kind' | 'row.name';

/** Of an address: `whole` is all of it. Of a web site: `domain` is its host. */
export type Part = 'whole' | 'country' | 'region' | 'city' | 'district' | 'street' | 'postcode' | 'domain';

/** What is known about a column of a format. */
export interface Column {
  /** As they are written; the first is the one that we write. `#` stands for 1, 2, 3 … */
  readonly headings: readonly string[];
  readonly meaning: Meaning;
  readonly label?: ContactLabel;
  readonly part?: Part;
  /** Heading of the column beside it that says what the value is for. */
  readonly labelled?: string;
  /** In front of ids and of names in networks: `hubspot:contact`, `linkedin`. */
  readonly scheme?: string;
  /** A cell takes one value: more of them would make the other program refuse the row. */
  readonly one?: true;
  /** Of a state: its words. Others are told as lost. */
  readonly stages?: StageWords;
  /** Of a source channel: likewise. */
  readonly channels?: ChannelWords;
}

/** A table format whose headings are known. */
export interface Preset<F extends string = string> {
  readonly format: F;
  /** Each is a set of headings that together give the format away, `A|B` for either. */
  readonly tells: readonly (readonly string[])[];
  /** Which cards it is written for. A company that people of the file work for also stands on their rows. */
  readonly holds: 'people' | 'companies' | 'both';
  /** In the order in which they are written and their values are read. */
  readonly columns: readonly Column[];
  /** Known headings that are not taken: a private life, figures of the other program. Told as lost when they hold something. */
  readonly untaken: readonly string[];
  /** Headings that say nothing about a customer and are passed over without a word. */
  readonly silent: readonly string[];
  /** Between several values of one cell where it is not a semicolon. */
  readonly separator?: string;
}

/** @param headings alternatives with `|` between, the one that is written first. */
export function column(headings: string, meaning: Meaning, options: Omit<Column, 'headings' | 'meaning'> = {}): Column {
  return { headings: headings.split('|'), meaning, ...options };
}

/** Lists of headings in the data below are written with commas. */
export function headings(list: string): string[] {
  return list.split(',').map((heading) => heading.trim());
}
