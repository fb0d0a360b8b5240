import { companyIn } from './company-words';
import { labelOf, type FieldLabel } from './field-label';
import type { LabelledSpan } from './labelled-spans';
import { plainTitle } from '../people/job-title';
import { isTitle, personIn } from './person-words';
import { overlaps, type RecordText, type Span } from './record-text';

/** What a piece of a record is, by its label and its words. `plain`: words that may be a name and that nothing tells of. */
export type PieceKind = 'company' | 'person' | 'title' | 'plain';

/** A piece of a record's text that no reader of contact values took. */
export interface Piece extends Span {
  readonly kind: PieceKind;
  readonly text: string;
  /** The title that a person's name is written with. */
  readonly title?: string;
  /** A label or the words themselves leave no doubt. */
  readonly isSure: boolean;
  readonly isLabelled: boolean;
  readonly isTitleLine: boolean;
}

interface Part extends Span {
  readonly label?: FieldLabel;
  readonly isTitleLine: boolean;
}

const MOST_PIECES = 60;
const LONGEST = 90;
/** Ways to cut what is no name as a whole, the surest first. */
const CUTS: readonly RegExp[] = [
  /\s*[|\t;•▪►★☆\u0001]+\s*|\s{2,}|\s[-~]{1,3}\s|\s·\s|\s\/\s|(?=(?:实力商家|诚信通|金牌供应商|已认证|企业认证|实名认证|超级工厂|源头工厂)$)/g,
  /\s*[,，、。]\s*/g,
  /(?<=(?:公司|集团|集團|厂|廠|行))的(?=[\u4e00-\u9fff]{2,6}$)/g,
  /\s?[()[\]{}「」【】《》<>]\s?/g,
  /(?<=(?:有限公司|集团|集團))(?=[\u4e00-\u9fff])(?!有限|股份|公司|[\u4e00-\u9fff]{0,6}分公司)/g,
  /(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fffA-Z])|(?<=[A-Za-z.])\s(?=[\u4e00-\u9fff])/g,
  /\s(?:at|bei|der Firma|@)\s|:\s?|\/|·/g,
];

/** The pieces of a record that may name somebody, in order; `taken` is what belongs to contact values. */
export function namedPieces(record: RecordText, labelled: readonly LabelledSpan[], taken: readonly Span[]): Piece[] {
  const parts = record.lines.flatMap((line): Part[] => partsOf(line, labelled, taken));
  return parts.flatMap((part) => classify(record, part, 0)).slice(0, MOST_PIECES);
}

/** Pieces as they are in a list of mostly companies, or mostly people: what is called like the others is one of them. */
export function asInList(pieces: readonly Piece[], mainKind: 'company' | 'person' | undefined): Piece[] {
  if (mainKind === undefined) return [...pieces];
  return pieces.map((piece) => {
    const isMain = piece.isTitleLine || (piece.isLabelled && !piece.isSure);
    if (!isMain || piece.kind === 'title') return piece;
    if (mainKind === 'person') return piece.kind === 'person' ? { ...piece, isSure: true } : piece;
    return piece.kind === 'person' && piece.title === undefined ? { ...piece, kind: 'company', isSure: false } : piece;
  });
}

/** A line cut at its labels and at the values in it. */
function partsOf(
  line: Span & { readonly isTitle: boolean },
  labelled: readonly LabelledSpan[],
  taken: readonly Span[],
): Part[] {
  if (labelled.some(({ from, at }) => from === line.at && at === line.end)) return [];
  const inLine = taken.filter((span) => overlaps(span, line));
  const labels = labelled.filter((span) => span.from < line.end && span.at > span.from && span.from >= line.at);
  const cuts = [...inLine, ...labels.map(({ from, at }) => ({ at: from, end: at }))].sort((a, b) => a.at - b.at);
  const parts: Part[] = [];
  let at = line.at;
  for (const cut of [...cuts, { at: line.end, end: line.end }]) {
    if (cut.at > at) parts.push({ at, end: Math.min(cut.at, line.end), isTitleLine: line.isTitle });
    at = Math.max(at, cut.end);
  }
  return parts.map((part) => {
    const label = labelled.find((span) => span.at <= part.at && part.end <= span.end)?.label;
    return label ? { ...part, label } : part;
  });
}

function classify(record: RecordText, part: Part, level: number): Piece[] {
  const { at, end } = trimmed(record.flat, part);
  const text = record.text.slice(at, end);
  if (end - at < 2 || !/\p{L}/u.test(text) || PLACE_LABEL.test(part.label ?? '')) return [];
  const isShort = end - at <= LONGEST;
  const known = isShort ? pieceOf(text, { ...part, at, end }) : undefined;
  if (known) return [known];
  if (labelOf(record.flat.slice(at, end)) !== undefined || isOneLabel(record.flat, { at, end })) return [];
  const cut = cutPieces(record, { ...part, at, end }, level);
  if (cut) return cut;
  const { isTitleLine } = part;
  return isShort ? [{ kind: 'plain', text, at, end, isSure: false, isLabelled: false, isTitleLine }] : [];
}

/** `UID: ATU61234578`, `Postal: PO Box 12`: a word by itself that says what follows. */
function isOneLabel(flat: string, { at, end }: Span): boolean {
  return /^\p{Lu}[\p{L}.-]{0,24}:?$/u.test(flat.slice(at, end)) && /:\s?$|^\s?:/.test(flat.slice(end - 1, end + 2));
}

/** The pieces of what is no name as a whole, by the first cut that gives any. */
function cutPieces(record: RecordText, part: Part, level: number): Piece[] | undefined {
  for (const [i, pattern] of CUTS.entries()) {
    const cuts = i < level ? [] : cutAt(record.flat, part, pattern);
    if (cuts.length < 2) continue;
    const inner = cuts.flatMap((one) => classify(record, one, i));
    // A name with a comma in it is one piece still when its halves are nothing.
    if (i === 0 || inner.some(({ kind }) => kind !== 'plain')) return inner;
  }
  return undefined;
}

/** Labels of parts of an address: what stands behind them is nobody's name. */
const PLACE_LABEL = /^(?:address|street|postcode|city|other)$/;
const NAME_LABEL = /^(?:company|person|name|title)$/;

/** The piece that a text may be, by kind. */
interface Readings {
  readonly person: Piece | undefined;
  readonly company: Piece | undefined;
  readonly title: Piece | undefined;
  readonly isLegal: boolean;
}

function pieceOf(text: string, part: Part): Piece | undefined {
  const { at, end, label, isTitleLine } = part;
  const base = { at, end, isTitleLine, isLabelled: label !== undefined && NAME_LABEL.test(label) };
  const readings = readingsOf(text, base, label);
  const given = label === undefined ? undefined : GIVEN[label];
  if (given) return given(readings, { ...base, kind: 'plain', text, isSure: false });
  const { person, company, title, isLegal } = readings;
  if (isLegal) return company;
  return person?.isSure ? person : (title ?? company ?? person);
}

type Base = Pick<Piece, 'at' | 'end' | 'isTitleLine' | 'isLabelled'>;

function readingsOf(text: string, base: Base, label: FieldLabel | undefined): Readings {
  const person = personIn(text);
  const company = companyIn(text);
  const title = plainTitle(text);
  const isLegal = company?.isLegal === true;
  const called = person?.title ? { title: person.title } : {};
  return {
    person: person && {
      ...base,
      kind: 'person',
      text: person.name,
      isSure: person.isSure || label === 'person',
      ...called,
    },
    company: company && { ...base, kind: 'company', text: company.name, isSure: isLegal || base.isLabelled },
    title: isTitle(title) ? { ...base, kind: 'title', text: title, isSure: true } : undefined,
    isLegal,
  };
}

/** What a label of a name makes of a text. */
const GIVEN: Partial<Record<FieldLabel, (readings: Readings, plain: Piece) => Piece | undefined>> = {
  title: (_, plain) => ({ ...plain, kind: 'title', isSure: true }),
  person: ({ person, title, company }) => person ?? title ?? company,
  company: ({ company }, plain) => company ?? { ...plain, kind: 'company', isSure: true },
  name: ({ person, company, isLegal }, plain) =>
    (person?.isSure && !isLegal ? person : undefined) ?? company ?? person ?? plain,
};

function cutAt(flat: string, part: Part, pattern: RegExp): Part[] {
  const text = flat.slice(part.at, part.end);
  const cuts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    cuts.push({ ...part, at: part.at + from, end: part.at + match.index });
    from = match.index + match[0].length;
  }
  return [...cuts, { ...part, at: part.at + from, end: part.end }].filter(({ at, end }) =>
    /\p{L}/u.test(flat.slice(at, end)),
  );
}

function trimmed(flat: string, { at, end }: Span): Span {
  const text = flat.slice(at, end);
  const lead = /^[\s,;:.|/()\]}>*•·\-_~!=]{0,20}/.exec(text)?.[0].length ?? 0;
  const tail = /[\s,;:|/([{<*•·\-_~!=。，、]{0,20}$/.exec(text.slice(-20))?.[0].length ?? 0;
  return { at: at + lead, end: Math.max(at + lead, end - tail) };
}
