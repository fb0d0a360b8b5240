import { foldHeader, type FoldedHeader } from './fold-header';
import { ROLES, type Role } from './roles';
import { ROLE_WORDS } from './words/all-words';

/** What a header says for a role: how well, 0…1, and by which word. */
export interface HeaderScore {
  readonly score: number;
  readonly word: string;
  /** Only `weak`: not enough alone. */
  readonly weak: boolean;
}

const WHOLE = 1;
/** A reading of a header, say without its brackets, is a little less than the header. */
const READING = 0.985;
const PART = 0.66;
const RANK = 0.025;
const WEAK = 0.4;

type Pattern = (header: FoldedHeader) => boolean;

interface CompiledRole {
  readonly whole: ReadonlyMap<string, number>;
  readonly parts: readonly { readonly word: string; readonly score: number; readonly stands: Pattern }[];
  readonly weak: ReadonlySet<string>;
  readonly never: readonly Pattern[];
}

const COMPILED = new Map<Role, CompiledRole>();

/** The score of a role for a header; undefined when the header does not name it. Equal names score equally. */
export function scoreHeader(header: FoldedHeader, role: Role): HeaderScore | undefined {
  const words = compiled(role);
  const exact = words.whole.get(header.whole);
  if (exact !== undefined) return { score: exact, word: header.whole, weak: false };
  const readings = readingsIn(header, words);
  const parts = words.parts
    .filter(({ stands }) => stands(header))
    .map(({ word, score }) => ({ score, word, weak: false }));
  const weak = [header.whole, ...header.readings]
    .filter((word) => words.weak.has(word))
    .map((word) => ({ score: WEAK, word, weak: true }));
  const best = [...readings, ...parts, ...weak].reduce<HeaderScore | undefined>(
    (first, one) => (first && first.score >= one.score ? first : one),
    undefined,
  );
  return best && !isRuledOut(header, role) ? best : undefined;
}

/** Whether the whole of a header, or a reading of it, names the role with such a score: more than a part of it ever has. */
export function isNameOf(header: FoldedHeader, role: Role, least: number): boolean {
  const words = compiled(role);
  const exact = words.whole.get(header.whole);
  if (exact !== undefined) return exact >= least;
  return readingsIn(header, words).some(({ score }) => score >= least) && !isRuledOut(header, role);
}

function readingsIn({ readings }: FoldedHeader, { whole }: CompiledRole): HeaderScore[] {
  return readings.flatMap((word) => {
    const score = whole.get(word);
    return score === undefined ? [] : [{ score: score * READING, word, weak: false }];
  });
}

/** Whether a header says that its column is not of a role: a delivery date is no date of a sale. */
export function isRuledOut(header: FoldedHeader, role: Role): boolean {
  return compiled(role).never.some((stands) => stands(header));
}

function compiled(role: Role): CompiledRole {
  if (COMPILED.size === 0) for (const each of ROLES) COMPILED.set(each, compile(each));
  return COMPILED.get(role) ?? compile(role);
}

function compile(role: Role): CompiledRole {
  const { whole, parts, weak, never } = ROLE_WORDS[role];
  return {
    whole: new Map(
      whole
        .flatMap((rank, i) => listed(rank).map((word): [string, number] => [foldHeader(word), WHOLE - RANK * i]))
        .reverse(),
    ),
    parts: parts.flatMap((rank, i) =>
      listed(rank).map((word) => ({ word: foldHeader(word), score: PART - RANK * i, stands: patternOf(word) })),
    ),
    weak: new Set(listed(weak).map(foldHeader)),
    never: listed(never).map(patternOf),
  };
}

function listed(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

function patternOf(word: string): Pattern {
  if (/[^\p{Script=Latin}\p{N}_*$]/u.test(word)) {
    const folded = foldHeader(word);
    return word.endsWith('$') ? ({ whole }) => whole.endsWith(folded) : ({ whole }) => whole.includes(folded);
  }
  const words = word
    .split(/[_*$]/)
    .filter((one) => one !== '')
    .map(foldHeader)
    .join(' ');
  const wanted = `${word.startsWith('*') ? '' : ' '}${words}${word.endsWith('*') ? '' : ' '}`;
  return word.endsWith('$') ? ({ spaced }) => spaced.endsWith(wanted) : ({ spaced }) => spaced.includes(wanted);
}
