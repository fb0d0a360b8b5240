import type { FoundParty, FoundSource, FoundValue } from '../found';
import { hostLabel } from '../name/host-label';
import { isFreeMail } from '../../identity/public-hosts';
import { isNameOfHost, isOffice } from './company-words';
import { contactValues, type PlacedValue } from './contact-values';
import { labelledSpans } from './labelled-spans';
import { mergeValues } from './merge-values';
import { asInList, namedPieces, type Piece } from './named-pieces';
import { peopleOf, type RecordPerson } from './record-people';
import type { RecordText, Span } from './record-text';
import type { RegionMap } from '../text/region-map';

/** What a record is read with. */
export interface RecordContext {
  /** Of places in the record's text. */
  readonly regions: RegionMap;
  /** The evidence of what stands at a place. */
  sourceAt(span: Span): FoundSource;
  /** In a list the line that stands out names whom the record is about, whatever its words are. */
  readonly isList: boolean;
  /** What most records of the list are about, when that is known. */
  readonly mainKind?: 'company' | 'person';
  /** Values of links inside the record. */
  readonly linked: readonly FoundValue[];
}

const LABELLED = 0.92;
const LEGAL = 0.9;
const BY_WORDS = 0.8;
const BY_HOST = 0.75;
const BY_PLACE = 0.7;

/**
 * The parties of one record: its company first, then its people, each with what is theirs. Nothing is taken from outside the
 * record. A number that a person is named beside is theirs; a switchboard, a site and an address are the company's.
 * @returns `worksFor` counts within the record; empty when the record tells of nobody.
 */
export function readRecord(record: RecordText, context: RecordContext): FoundParty[] {
  return partiesIn(takeApart(record, context.regions), context);
}

/** What the text of a record alone tells, before it is known what the record is about. */
export interface RecordParts {
  readonly placed: readonly PlacedValue[];
  readonly pieces: readonly Piece[];
}

/** The values of a record and the pieces of its text that may name somebody. */
export function takeApart(record: RecordText, regions: RegionMap): RecordParts {
  const labelled = labelledSpans(record);
  const placed = contactValues(record, labelled, regions);
  return { placed, pieces: namedPieces(record, labelled, placed) };
}

/** The parties of a record that was taken apart, as `readRecord` gives them. */
export function partiesIn({ placed, pieces: all }: RecordParts, context: RecordContext): FoundParty[] {
  const pieces = asInList(all, context.mainKind);
  const labels = hostLabels([...placed, ...context.linked]);
  const company = companyOf(pieces, labels, context);
  const people = peopleOf(pieces, { placed, hasCompany: company !== undefined, isList: context.isList, company });
  const values = mergeValues(
    placed.map((value) => withSource(value, context)),
    context.linked,
  );
  return partiesOf(company, people, values, context);
}

function withSource({ at, end, ...value }: PlacedValue, context: RecordContext): FoundValue {
  return { ...value, sources: [context.sourceAt({ at, end })] };
}

/** The domains of a record's own sites and mailboxes, by the part that names their owner. */
function hostLabels(values: readonly { readonly field: string; readonly raw: string }[]): string[] {
  const hosts = values.flatMap(({ field, raw }) => {
    if (field === 'website') return [raw.replace(/^https?:\/\//i, '').split('/')[0] ?? ''];
    const domain = field === 'emails' ? (raw.split('@')[1] ?? '') : '';
    return domain === '' || isFreeMail(domain) ? [] : [domain];
  });
  return [...new Set(hosts.map(hostLabel))].filter((label) => label.length >= 3);
}

/** What ends or encloses a sentence, or says how much of something: no name. */
const SENTENCE = /["“”„«»!?。！？]|[a-z]{3}\.$|^\d{1,4} \p{Ll}/u;

interface NamedCompany {
  readonly piece: Piece;
  readonly confidence: number;
}

/** The piece that names the company, the surest first; the order of the lines decides nothing but between equals. */
function companyOf(
  pieces: readonly Piece[],
  labels: readonly string[],
  { isList, mainKind }: RecordContext,
): NamedCompany | undefined {
  const companies = pieces.filter(({ kind }) => kind === 'company');
  const plain = pieces.filter(({ kind, text }) => kind === 'plain' && !isOffice(text) && text.length <= 60);
  const named = plain.find(({ isTitleLine, text }) => isTitleLine && /\p{L}{2}/u.test(text) && !SENTENCE.test(text));
  const isPersonal = pieces.some(({ kind, isTitleLine, isSure }) => kind === 'person' && isTitleLine && isSure);
  const choices: readonly (readonly [Piece | undefined, number])[] = [
    [companies.find(({ isLabelled }) => isLabelled), LABELLED],
    [companies.find(({ isTitleLine, isSure }) => isTitleLine && isSure), LEGAL],
    [longest(companies.filter(({ isSure }) => isSure)), LEGAL],
    [companies.find(({ isTitleLine }) => isTitleLine), BY_WORDS],
    [isList && mainKind !== 'person' && !isPersonal ? named : undefined, BY_PLACE],
    [longest(companies), BY_WORDS],
    [plain.find(({ isLabelled }) => isLabelled), BY_WORDS],
    [longest(plain.filter(({ text }) => isNameOfHost(text, labels))), BY_HOST],
  ];
  const [piece, confidence] = choices.find(([one]) => one !== undefined) ?? [];
  return piece && confidence !== undefined ? { piece, confidence } : undefined;
}

function longest(pieces: readonly Piece[]): Piece | undefined {
  return [...pieces].sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))[0];
}

function partiesOf(
  company: NamedCompany | undefined,
  people: readonly RecordPerson[],
  values: readonly FoundValue[],
  context: RecordContext,
): FoundParty[] {
  const name = (
    field: 'name' | 'title',
    { text, at, end }: { text: string } & Span,
    confidence: number,
  ): FoundValue => ({
    field,
    raw: text,
    confidence,
    sources: [context.sourceAt({ at, end })],
  });
  const owned = people.map((person) => values.filter((value) => person.owns(value)));
  const taken = new Set(owned.flat());
  const rest = values.filter((value) => !taken.has(value));
  const [first] = people;
  const alone = !company && people.length === 1;
  const found: FoundParty[] = people.map((person, i) => ({
    kind: 'person',
    values: [
      name('name', person.piece, person.confidence),
      ...(person.title ? [name('title', person.title, person.confidence)] : []),
      ...(owned[i] ?? []),
      ...(alone && person === first ? rest : []),
    ],
    ...(company ? { worksFor: 0 } : {}),
  }));
  if (company)
    return [{ kind: 'company', values: [name('name', company.piece, company.confidence), ...rest] }, ...found];
  if (found.length > 0 || context.isList) return found;
  return rest.some(({ field }) => field === 'phones' || field === 'emails') ? [{ kind: 'person', values: rest }] : [];
}
