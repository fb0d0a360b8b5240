import type { LabelledValue } from '../parties/contact-values';
import { hostOf } from './cell-values';
import { LABEL_NAMES } from './contact-label';
import type { ContactCard } from './contact-card';
import type { Column, Preset } from './formats/column';
import { channelWord } from './source-channel';
import { splitName } from './name-parts';

const LISTS = ['phones', 'emails', 'addresses'] as const;
const WORDS = ['registrationIds', 'tags', 'accounts', 'externalIds'] as const;
const SINGLES = [
  'legalName',
  'title',
  'department',
  'website',
  'industry',
  'channel',
  'state',
  'owner',
  'note',
] as const;

/** The cells of one row of a preset, by heading. A company alone also fills the columns that are a person's. */
export class WrittenRow {
  readonly cells = new Map<string, string>();
  /** Whether every value of the company found a column of its own label. */
  isWhole = true;
  private readonly preset: Preset;
  private readonly isPersons: boolean;
  private readonly widths = new Map<string, number>();

  constructor(preset: Preset, person: ContactCard | undefined, company: ContactCard | undefined) {
    this.preset = preset;
    this.isPersons = person !== undefined;
    if (person) this.put(person, 'person');
    this.isWhole = true;
    if (company) this.put(company, 'company');
  }

  /** Values in a numbered column. */
  width(heading: string): number {
    return this.widths.get(heading) ?? 0;
  }

  private put(card: ContactCard, side: 'person' | 'company'): void {
    this.putName(card, side);
    for (const field of SINGLES) {
      const columns = this.columnsOf(field, side);
      if (card[field] !== undefined && columns.length === 0) this.miss(field);
      this.putSingle(columns, card[field]);
    }
    for (const field of LISTS) {
      const columns = this.columnsOf(field, side);
      for (const value of card[field]) if (!this.putLabelled(columns, value)) this.miss(field);
    }
    for (const field of WORDS) if (!this.putWords(this.columnsOf(field, side), card[field])) this.miss(field);
  }

  /** Columns of the field, those of the side first. */
  private columnsOf(field: string, side: 'person' | 'company'): Column[] {
    const of = (whose: string): Column[] =>
      this.preset.columns.filter(({ meaning }) => meaning === `${whose}.${field}`);
    if (side === 'person') return of('person');
    return this.isPersons ? of('company') : [...of('company'), ...of('person')];
  }

  /** A value found no column. It counts only where a row of the company's own would have one. */
  private miss(field: string): void {
    if (this.preset.columns.some(({ meaning }) => meaning.endsWith(`.${field}`))) this.isWhole = false;
  }

  private putName({ name }: ContactCard, side: 'person' | 'company'): void {
    if (side === 'company') return this.putSingle(this.columnsOf('name', side).filter(isCompanys), name);
    const parts = splitName(name);
    const hasParts = this.columnsOf('family', side).length > 0;
    const isBeside = this.preset.format === 'google-legacy';
    if (!hasParts || isBeside) this.putSingle(this.columnsOf('name', side), name);
    for (const part of ['family', 'given', 'middle'] as const)
      this.putSingle(this.columnsOf(part, side), parts[part] || undefined);
  }

  private putSingle(columns: readonly Column[], value: string | undefined): void {
    if (value === undefined || value === '') return;
    // Of a company alone the column of its own, else the person's.
    const [first] = columns;
    for (const column of columns) {
      if (column.meaning !== first?.meaning) continue;
      const text = wordOf(column, value);
      if (column.labelled === undefined) this.cells.set(headingOf(column), text);
      else this.putNumbered(column, text, '');
    }
  }

  /** @returns whether it stands under its own label. */
  private putLabelled(columns: readonly Column[], { value, label }: LabelledValue): boolean {
    const numbered = columns.find(({ labelled }) => labelled !== undefined);
    if (numbered?.meaning === 'company.addresses') return this.putNumberedAddress(numbered, { value, label });
    if (numbered) {
      this.putNumbered(numbered, value, label ? LABEL_NAMES[label] : '');
      return true;
    }
    const own = columns.filter((column) => column.label === label && isStart(column));
    const free = own.find((column) => !this.cells.has(headingOf(column)));
    const joined = own.findLast((column) => column.one === undefined && column.meaning !== 'company.addresses');
    if (free || joined) return this.append(free ?? joined, value);
    const others = columns.filter(isStart).filter((column) => column.label !== 'fax' || label === 'fax');
    const spare = others.find((column) => !this.cells.has(headingOf(column)));
    this.append(spare ?? others.find((column) => column.one === undefined && column.part === undefined), value);
    return false;
  }

  /** Beside a person only the place of work would be read as the company's. */
  private putNumberedAddress(
    column: Column,
    { value, label }: Pick<LabelledValue, 'value'> & { label: LabelledValue['label'] | undefined },
  ): boolean {
    if (this.isPersons && label !== 'work') return false;
    this.putNumbered(column, value, label ? LABEL_NAMES[label] : '');
    return true;
  }

  /** @returns whether each has found a column. */
  private putWords(columns: readonly Column[], values: readonly string[]): boolean {
    let isWhole = true;
    for (const value of values) {
      const found = columns.find(({ scheme }) => scheme === undefined || value.startsWith(`${scheme}:`));
      if (!found || (found.one && this.cells.has(headingOf(found)))) isWhole = false;
      else if (found.labelled !== undefined)
        this.putNumbered(found, value.slice(value.indexOf(':') + 1), value.slice(0, value.indexOf(':')));
      else this.append(found, found.scheme === undefined ? value : value.slice(found.scheme.length + 1));
    }
    return isWhole;
  }

  private putNumbered(column: Column, value: string, label: string): void {
    const heading = headingOf(column);
    const number = this.width(heading) + 1;
    this.widths.set(heading, number);
    this.cells.set(heading.replace('#', String(number)), value);
    if (label !== '') this.cells.set((column.labelled ?? '').replace('#', String(number)), label);
  }

  private append(column: Column | undefined, value: string): boolean {
    if (!column) return false;
    const heading = headingOf(column);
    const held = this.cells.get(heading);
    this.cells.set(heading, held === undefined ? value : held + (this.preset.separator ?? '; ') + value);
    return true;
  }
}

function headingOf({ headings }: Column): string {
  return headings[0] ?? '';
}

/** A single value as the program words it; nothing where it has no word for it. */
function wordOf({ stages, channels, part }: Column, value: string): string {
  if (stages) return stages.writes[value] ?? '';
  if (channels) return channelWord(value, channels);
  return part === 'domain' ? hostOf(value) : value;
}

function isCompanys({ meaning }: Column): boolean {
  return meaning.startsWith('company.');
}

/** The column that takes an address whole; anything else is one. */
function isStart({ part, headings }: Column): boolean {
  return part === undefined || (part === 'street' && !/\d$/.test(headings[0] ?? ''));
}
