import { simplified } from '../identity/simplified';
import { contactLabel } from './contact-label';
import type { Column, Meaning } from './formats/column';
import { SHEET_WORDS, type SheetWord } from './formats/sheet-words';
import { messengerOf } from './messenger';

/** What the heading of a free sheet says. */
export interface ReadHeading {
  readonly word: SheetWord;
  readonly column: Column;
  readonly number: number;
}

/** `电话 (手机) 2` is a word, what it is for, and a number. */
export function readHeading(heading: string): ReadHeading | undefined {
  const text = heading.normalize('NFKC').slice(0, 100);
  const bracketed = /[([【]([^)\]】]{1,30})[)\]】]/.exec(text)?.[1];
  const bare = foldSheetWord(bracketed === undefined ? text : text.replace(/[([【][^)\]】]{1,30}[)\]】]/, ' '));
  const number = /\d{1,3}$/.exec(bare)?.[0];
  const base = number === undefined ? bare : bare.slice(0, -number.length);
  const found = idOfCompany(base, bracketed) ?? wordOf(base) ?? wordOf(bare) ?? accountOf(base);
  if (!found) return undefined;
  return { word: found, column: columnOf(heading, found, bracketed), number: Number(number ?? 1) };
}

function columnOf(heading: string, { meaning, part, scheme, label }: FoundWord, bracketed: string | undefined): Column {
  const isLabelled = bracketed !== undefined && /\.(phones|emails|addresses)$/.test(meaning);
  const own = (isLabelled ? contactLabel(bracketed) : undefined) ?? label;
  return {
    headings: [heading],
    meaning,
    ...(own ? { label: own } : {}),
    ...(part ? { part } : {}),
    ...(scheme ? { scheme } : {}),
  };
}

/** 公司 (其他系统编号), as we write it ourselves where two companies have one name. */
function idOfCompany(base: string, bracketed = ''): FoundWord | undefined {
  const isId = WORDS.get(foldSheetWord(bracketed))?.meaning === 'person.externalIds';
  if (!isId || WORDS.get(base)?.meaning !== 'company.name') return undefined;
  return { meaning: 'company.externalIds', words: base, scheme: 'sheet' };
}

interface FoundWord extends SheetWord {
  readonly scheme?: string;
}

function wordOf(base: string): FoundWord | undefined {
  const exact = WORDS.get(base);
  if (exact) return withScheme(exact);
  const [, prefix = '', rest = ''] = PREFIX.exec(base) ?? [];
  const word = WORDS.get(rest);
  if (!word) return undefined;
  const isCompanys = COMPANY_PREFIX.test(prefix) && word.meaning.startsWith('person.');
  const meaning = isCompanys ? COMPANY_TOO.get(word.meaning) : word.meaning;
  return meaning && withScheme({ ...word, meaning });
}

const WORDS = new Map(SHEET_WORDS.flatMap((one) => one.words.split(' ').map((word) => [word, one] as const)));
/** Whose the column is, in front of what it is: 联系人电话, 客户网址, contact email. */
const PREFIX =
  /^(联系人|联络人|客户|公司|企业|单位|商务|工作|contact|company|customer|client|work|business|office)(.+)$/;
const COMPANY_PREFIX = /^(客户|公司|企业|单位|company|customer|client)$/;
const COMPANY_TOO = new Map<string, Meaning>([
  ['person.phones', 'company.phones'],
  ['person.emails', 'company.emails'],
  ['person.note', 'company.note'],
  ['person.tags', 'company.tags'],
]);

/** Ids of a sheet are its own. */
function withScheme(word: SheetWord): FoundWord {
  return word.meaning.endsWith('.externalIds') ? { ...word, scheme: 'sheet' } : word;
}

function accountOf(base: string): FoundWord | undefined {
  const scheme = messengerOf(base);
  return scheme === undefined ? undefined : { meaning: 'person.accounts', words: base, scheme };
}

/** Lower case, letters and figures only, half width, simplified characters. */
export function foldSheetWord(text: string): string {
  return simplified(text.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');
}
