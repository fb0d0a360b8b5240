import type { Column, Meaning } from './formats/column';
import { foldSheetWord, readHeading } from './read-heading';

/** A column of a free sheet with the meaning its heading gives it. */
export interface GuessedColumn {
  readonly column: Column;
  readonly position: number;
}

/** What makes a list of names one of contacts. */
const CONTACT =
  /\.(phones|emails|accounts|addresses|website|registrationIds|title|department|note|externalIds|legalName)$/;
const NAMES = new Set<Meaning>(['row.name', 'company.name', 'company.legalName', 'person.name', 'person.family']);

/**
 * The columns of a free sheet whose headings are known. @param below rows under the headings, to tell a kind of record from
 * another type. @returns none for a table that does not name companies or people, or says nothing about how to reach them.
 */
export function guessColumns(row: readonly string[], below: readonly (readonly string[])[]): GuessedColumn[] {
  const read = row.map(readHeading);
  const second = new Set(
    read.flatMap((one) => (one?.word.meaning === 'person.name' && one.number > 1 ? one.number : [])),
  );
  const guessed = read.flatMap((one, position): GuessedColumn[] => {
    if (!one) return [];
    const { meaning } = one.word;
    // The columns of a second person on the row: they would land on the first.
    if (second.has(one.number) && meaning.startsWith('person.')) return [];
    if (meaning === 'row.kind' && !saysKinds(below.map((cells) => cells[position] ?? ''))) return [];
    return [{ column: one.column, position }];
  });
  const meanings = guessed.map(({ column }) => column.meaning);
  if (!meanings.some((one) => NAMES.has(one)) || !meanings.some((one) => CONTACT.test(one))) return [];
  return withWhoseName(guessed, meanings);
}

function saysKinds(cells: readonly string[]): boolean {
  const given = cells.filter((cell) => cell.trim() !== '');
  return given.length > 0 && given.every((cell) => kindIn(cell) !== undefined);
}

/** What a cell of a kind column says. */
export function kindIn(cell: string): 'company' | 'person' | undefined {
  const plain = foldSheetWord(cell.slice(0, 40));
  if (/^(公司|企业|单位|组织|company|organization|organisation|account)$/.test(plain)) return 'company';
  return /^(联系人|联络人|个人|人员|person|contact|people)$/.test(plain) ? 'person' : undefined;
}

/** `Name` is a person's beside a company or a position, otherwise a company's; 名称 is a company's. */
function withWhoseName(guessed: readonly GuessedColumn[], meanings: readonly Meaning[]): GuessedColumn[] {
  if (meanings.includes('row.kind')) return guessed.map(ofTheRow);
  const hasCompany = meanings.includes('company.name');
  const isPersons = hasCompany || meanings.some((one) => /^person\.(title|department|accounts)$/.test(one));
  const namesPerson = meanings.includes('person.name') || meanings.includes('person.family');
  return guessed.map((one) => {
    if (one.column.meaning !== 'row.name') return one;
    const meaning: Meaning = isPersons && !namesPerson ? 'person.name' : 'company.name';
    return { ...one, column: { ...one.column, meaning } };
  });
}

/** Where rows say what they are, a web site or an owner is that of the row, not of the company that it names. */
function ofTheRow(one: GuessedColumn): GuessedColumn {
  const { meaning } = one.column;
  if (!/^company\.(website|owner|note|phones|emails|tags)$/.test(meaning)) return one;
  // Safe: each of these is a field of people, too.
  return { ...one, column: { ...one.column, meaning: meaning.replace('company', 'person') as Meaning } };
}
