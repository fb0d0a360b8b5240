import type { FoundValue } from '../found';
import { letters } from '../name/host-label';
import type { PlacedValue } from './contact-values';
import type { Piece } from './named-pieces';
import type { Span } from './record-text';

/** A person of a record, and which of its values are theirs. */
export interface RecordPerson {
  readonly piece: Piece;
  readonly title?: { readonly text: string } & Span;
  readonly confidence: number;
  owns(value: FoundValue): boolean;
}

interface Around {
  readonly placed: readonly PlacedValue[];
  readonly hasCompany: boolean;
  readonly isList: boolean;
  readonly company: { readonly piece: Piece } | undefined;
}

const LABELLED = 0.92;
const SURE = 0.88;
const SHAPED = 0.7;
const MOST = 5;
const GENERAL_BOX =
  /^(?:info|kontakt|contact|mail|post|office|sales|service|support|hello|admin|team|enquiries|inquiries|marketing|export|vertrieb|verkauf|zentrale|buero|market|xiaoshou|business|trade|orders?|cs|hr|welcome|shop|store)\d{0,3}@/i;

/** The people that the pieces name. Words that are only shaped like a name need a label, a title or a mailbox of that name. */
export function peopleOf(pieces: readonly Piece[], around: Around): RecordPerson[] {
  const { placed } = around;
  const named = pieces.filter(({ kind }) => kind === 'person');
  const sure = named.filter(({ isSure, isLabelled }) => isSure || isLabelled);
  const shaped = named.filter((piece) => isBackedUp(piece, pieces, around));
  const chosen = (sure.length > 0 ? named.filter((piece) => sure.includes(piece) || hasOwnBox(piece, placed)) : shaped)
    .filter(({ text }, i, all) => all.findIndex((one) => one.text === text) === i)
    .slice(0, MOST);
  const isOnly = chosen.length === 1;
  return chosen.map((piece, i) => {
    const next = chosen[i + 1];
    const title = titleOf(piece, pieces, isOnly, next);
    const owned = new Set(
      placed.filter((value) => isOwn(value, { piece, next, isOnly, hasCompany: around.hasCompany })).map(keyOf),
    );
    return {
      piece,
      ...(title ? { title } : {}),
      confidence: piece.isLabelled ? LABELLED : piece.isSure ? SURE : SHAPED,
      owns: (value) => owned.has(keyOf(value)) || (isOnly && isPersonal(value, piece.text, around.hasCompany)),
    };
  });
}

const keyOf = ({ field, raw, normal }: { field: string; raw: string; normal?: string }): string =>
  `${field}:${normal ?? raw}`;

function isBackedUp(piece: Piece, pieces: readonly Piece[], { placed, isList, hasCompany }: Around): boolean {
  if (hasOwnBox(piece, placed) || pieces.some(({ kind }) => kind === 'title')) return true;
  return isList && piece.isTitleLine && !hasCompany;
}

function hasOwnBox({ text }: Piece, placed: readonly PlacedValue[]): boolean {
  return placed.some(({ field, raw }) => field === 'emails' && isBoxOf(raw, text));
}

/** Whether a mailbox is named after a person: by the family name, or by the first name. */
function isBoxOf(email: string, name: string): boolean {
  const box = letters(email.slice(0, email.indexOf('@')));
  const words = name
    .split(/[\s-]+/)
    .map(letters)
    .filter((word) => word.length > 2);
  return words.some((word) => box.includes(word));
}

/** The title written with the name; else of an only person any of the record; of several the one right behind the name. */
function titleOf(
  piece: Piece,
  pieces: readonly Piece[],
  isOnly: boolean,
  next: Piece | undefined,
): RecordPerson['title'] {
  if (piece.title) return { text: piece.title, at: piece.at, end: piece.end };
  const titles = pieces.filter(({ kind }) => kind === 'title');
  if (isOnly)
    return [...titles].sort(
      (a, b) =>
        Number(b.isLabelled) - Number(a.isLabelled) || b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
    )[0];
  const behind = titles.find(({ at }) => at >= piece.end && at < (next?.at ?? Number.POSITIVE_INFINITY));
  return behind && behind.at - piece.end < 60 ? behind : undefined;
}

interface Reach {
  readonly piece: Piece;
  readonly next: Piece | undefined;
  readonly isOnly: boolean;
  readonly hasCompany: boolean;
}

/** Of several people, what stands between a name and the next; a switchboard or a common mailbox is nobody's. */
function isOwn(value: PlacedValue, { piece, next, isOnly, hasCompany }: Reach): boolean {
  if (isOnly || !/^(?:phones|emails|accounts)$/.test(value.field)) return false;
  const isBehind = value.at >= piece.end && value.at < (next?.at ?? piece.end + 160);
  return isBehind && isPersonal(value, piece.text, hasCompany);
}

/** What a company has itself, where there is one: landlines, common mailboxes, site and address. */
function isPersonal(value: { field: string; raw: string; label?: string }, name: string, hasCompany: boolean): boolean {
  if (!hasCompany) return /^(?:phones|emails|accounts)$/.test(value.field);
  if (value.field === 'phones') return value.label === 'mobile';
  if (value.field === 'emails') return isBoxOf(value.raw, name) || !GENERAL_BOX.test(value.raw);
  return value.field === 'accounts';
}
