import { stageIn } from './account-stage';
import { dayIn } from './day-in';
import { contactLabel } from './contact-label';
import { addressLine, type AddressParts } from './address-line';
import { cellText, emailsIn, hostOf, idIn, lineOf, noteOf, phonesIn, websiteIn, wordsIn } from './cell-values';
import type { Column } from './formats/column';
import { messengerOf } from './messenger';
import { addLabelled, addPlain, createDraft, setSingle, type PartyDraft, SINGLES } from './party-draft';
import { channelIn } from './source-channel';
import { namesOf } from './row-names';
import type { BoundColumn, TableLayout } from './table-layout';

/** What one row names, and the columns that hold something which landed nowhere. */
export interface RowDraft {
  readonly person?: PartyDraft;
  readonly company?: PartyDraft;
  readonly unused: ReadonlySet<number>;
}

interface RowContext {
  /** Cells without their quotes; empty where they say nothing. */
  readonly texts: readonly string[];
  readonly home: string;
}

/** Reads one row. Neither `person` nor `company` where it names none. @param home the user's own country. */
export function readRow(row: readonly string[], layout: TableLayout, home: string): RowDraft {
  const texts = row.map(cellText);
  const unused = new Set([...texts.keys()].filter((i) => texts[i] !== '' && !layout.silent.has(i)));
  const bound = layout.bound.filter(({ position }) => (texts[position] ?? '') !== '');
  const { person, company, said } = namesOf(bound, texts);
  for (const position of said) unused.delete(position);
  const parties = {
    ...(person === undefined ? {} : { person: createDraft('person', person) }),
    ...(company === undefined ? {} : { company: createDraft('company', company) }),
  };
  if (person === undefined && company === undefined) return { unused };
  for (const one of bound) {
    const [draft, field] = targetOf(one.column, parties);
    if (draft && fill(draft, field, one, { texts, home })) unused.delete(one.position);
  }
  for (const position of fillAddresses(bound, parties, texts)) unused.delete(position);
  return { ...parties, unused };
}

type Parties = Pick<RowDraft, 'person' | 'company'>;

/** Whose the value is: the other's where the row does not name the one that the column is about. */
function targetOf({ meaning }: Column, { person, company }: Parties): [draft: PartyDraft | undefined, field: string] {
  const [side = '', field = ''] = meaning.split('.');
  const draft = side === 'person' ? (person ?? company) : (company ?? person);
  return [draft, field];
}

/** @returns whether the value landed in the draft. */
function fill(draft: PartyDraft, field: string, one: BoundColumn, { texts, home }: RowContext): boolean {
  const text = texts[one.position] ?? '';
  const label = labelOf(one, texts);
  const labelled = (value: string) => ({ value, ...(label ? { label } : {}) });
  switch (field) {
    case 'phones':
      return added(
        draft.phones,
        phonesIn(text, home).map((phone) => ({ ...labelled(phone.value), ...phone })),
        addLabelled,
      );
    case 'emails':
      return added(draft.emails, emailsIn(text).map(labelled), addLabelled);
    case 'tags':
      addPlain(draft.tags, wordsIn(text).filter(isOwnTag));
      return wordsIn(text).length > 0;
    case 'registrationIds':
      return draft.kind === 'company' && added(draft.registrationIds, idsIn(text), addPlain);
    case 'accounts':
      return added(draft.accounts, accountsIn(text, one, texts), addPlain);
    case 'externalIds':
      return fillId(draft, text, one.column.scheme ?? '');
    default:
      return fillSingle(draft, field, text, one);
  }
}

/** Google marks groups of the program itself with a star: every contact is in `* myContacts`. */
function isOwnTag(tag: string): boolean {
  return !tag.startsWith('* ');
}

function added<T>(list: T[], values: readonly T[], add: (list: T[], values: readonly T[]) => void): boolean {
  add(list, values);
  return values.length > 0;
}

function labelOf({ column, labelPosition }: BoundColumn, texts: readonly string[]): ReturnType<typeof contactLabel> {
  return labelPosition === undefined ? column.label : contactLabel(texts[labelPosition] ?? '');
}

function idsIn(text: string): string[] {
  return wordsIn(text).flatMap((word) => idIn(word) ?? []);
}

/** `wechat:wang88`: with the name of the network in front, from the heading, the label beside it or the cell itself. */
function accountsIn(text: string, { column, labelPosition }: BoundColumn, texts: readonly string[]): string[] {
  if (labelPosition === undefined && column.scheme === undefined)
    return wordsIn(text).filter((word) => /^[a-z][a-z0-9-]{1,20}:\S/.test(word));
  const scheme = column.scheme ?? messengerOf(texts[labelPosition ?? -1] ?? '');
  return scheme === undefined ? [] : idsIn(text).map((name) => `${scheme}:${name}`);
}

/** An id is of one kind of record: a company does not take a person's. Only the first of several counts. */
function fillId(draft: PartyDraft, text: string, scheme: string): boolean {
  const isOthers = scheme.endsWith(draft.kind === 'person' ? ':company' : ':contact');
  if (isOthers) return false;
  const [id, ...more] = idsIn(text);
  if (id === undefined) return false;
  const ids = scheme === 'sheet' && hasScheme(id) ? [id, ...more.filter(hasScheme)] : [`${scheme}:${id}`];
  addPlain(draft.externalIds, ids);
  return ids.length === more.length + 1;
}

/** As we write them ourselves: `hubspot:contact:51`. */
function hasScheme(id: string): boolean {
  return /^[a-z][a-z0-9-]*:\S/.test(id);
}

function fillSingle(draft: PartyDraft, field: string, text: string, { column, position }: BoundColumn): boolean {
  const single = [...SINGLES[draft.kind]].find((one) => one === field);
  if (single === undefined) return false;
  const value = singleIn(field, text, column);
  if (!value) return false;
  if (field === 'legalName' && value === draft.name) return true;
  const held = draft.singles.get('website')?.value;
  if (column.part === 'domain' && held !== undefined) return hostOf(held) === hostOf(value);
  return setSingle(draft, single, value, position);
}

function singleIn(field: string, text: string, { stages, channels }: Column): string | undefined {
  if (field === 'channel') return channels && channelIn(text, channels);
  if (field === 'state') return stages && stageIn(text, stages);
  if (field === 'note') return noteOf(text);
  if (field === 'founded') return dayIn(text);
  return field === 'website' ? websiteIn(text) : lineOf(text);
}

/** A company's row gives its addresses; a person's row that of the place of work. @returns the columns that landed. */
function fillAddresses(
  bound: readonly BoundColumn[],
  { person, company }: Parties,
  texts: readonly string[],
): number[] {
  if (!company) return [];
  const groups = new Map<string, BoundColumn[]>();
  for (const one of bound) {
    if (one.column.meaning !== 'company.addresses') continue;
    groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  }
  return [...groups.values()].flatMap((columns) => {
    const [first] = columns;
    const label = first && labelOf(first, texts);
    const isHome = person !== undefined && first?.labelPosition !== undefined && label !== 'work';
    const parts: AddressParts = columns.map(({ column, position }) => ({
      part: column.part ?? 'street',
      text: lineOf(texts[position] ?? ''),
    }));
    const value = addressLine(parts);
    if (isHome || value === '') return [];
    addLabelled(company.addresses, [{ value, ...(label ? { label } : {}) }]);
    return columns.map(({ position }) => position);
  });
}
