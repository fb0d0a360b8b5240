import type { FieldSpec, FieldType } from '../records/field';
import type { Kind } from '../records/kind';
import type { Fields } from '../records/record';

/** One text under which a record is found. */
export interface SearchText {
  readonly field: string;
  readonly type: FieldType;
  readonly text: string;
  /** It is what the record is called: such a hit stands before others. */
  readonly isName: boolean;
}

const FOUND: ReadonlySet<FieldType> = new Set<FieldType>(['text', 'url', 'email', 'phone']);
const NAMES: ReadonlySet<string> = new Set(['name', 'legalName', 'title']);
/** Texts of one record, and characters of one text, beyond which nothing is found. */
const MOST_TEXTS = 200;
const LIMIT = 2000;

/**
 * The texts of a record of any kind, what it is called first, then in the order of the kind's fields and of the items: texts,
 * addresses and numbers, with evidence or plain. Choices, dates, amounts, links and data are not among them.
 */
export function searchTextsOf(kind: Kind, fields: Fields): readonly SearchText[] {
  const title = titleField(kind);
  const texts = Object.entries(kind.fields).flatMap(([field, spec]) =>
    FOUND.has(spec.type)
      ? textsIn(spec, fields[field]).map((text): SearchText => {
          const isName = field === title || (title === 'name' && field === 'legalName');
          return { field, type: spec.type, text: text.slice(0, LIMIT), isName };
        })
      : [],
  );
  return [...texts.filter(({ field }) => field === title), ...texts.filter(({ field }) => field !== title)].slice(
    0,
    MOST_TEXTS,
  );
}

function titleField(kind: Kind): string | undefined {
  const names = Object.keys(kind.fields);
  return names.find((name) => name === 'name') ?? names.find((name) => NAMES.has(name));
}

function textsIn({ many }: FieldSpec, held: unknown): string[] {
  if (held === undefined || held === null) return [];
  const cells = many && typeof held === 'object' ? itemsInOrder(held) : [held];
  return cells.map(plainText).filter((text) => text !== '');
}

/** Item ids sort by the time the items were added. */
function itemsInOrder(items: object): unknown[] {
  return Object.entries(items)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}

function plainText(cell: unknown): string {
  const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
  return typeof value === 'string' ? value : '';
}
