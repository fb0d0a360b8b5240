import { TokenType, type DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { at } from '@/src/kernel/assert';

/** What a statement of a cell may begin with. Settings, files, extensions, procedures and transactions are not among it. */
const ALLOWED = new Set(
  [
    [
      'select',
      'from',
      'with',
      'values',
      'table',
      'pivot',
      'unpivot',
      'describe',
      'desc',
      'summarize',
      'show',
      'explain',
    ],
    ['create', 'insert', 'update', 'delete', 'alter', 'drop'],
  ].flat(),
);

/** What `CREATE` may not be followed by, nor by way of `OR REPLACE` and the like. */
const NOT_CREATED = new Set(['secret', 'persistent']);
const BEFORE_KIND = 5;

/** What stands between `EXPLAIN` and the statement that it explains, and may run. */
const EXPLAINING = new Set(['analyze', 'analyse', '(', ')', ',', 'format', 'verbose']);

/** Functions that set up the engine, and stand wherever a table may. */
const NOT_CALLED = new Set(['enable_logging', 'disable_logging', 'enable_profiling', 'disable_profiling']);

/** A word of a statement. Only words that the engine knows can begin a statement that does something. */
interface Word {
  readonly text: string;
  readonly isKnown: boolean;
}

/**
 * The word by which a statement is known that no cell may run; undefined where all may. The engine refuses most of them
 * itself; transactions it would not refuse, and they would let a cell change what the next one reads.
 * @example forbiddenStatement(statementsOf(db, 'SELECT 1; COPY orders TO \'x.csv\'')) // 'COPY'
 */
export function forbiddenStatement(statements: readonly (readonly Word[])[]): string | undefined {
  for (const words of statements) {
    const word = forbiddenIn(words) ?? words.find(({ text }) => NOT_CALLED.has(text.toLowerCase()))?.text;
    if (word !== undefined) return word;
  }
  return undefined;
}

function forbiddenIn([first, ...rest]: readonly Word[]): string | undefined {
  // What begins with no word of the language is an error, and the engine says which.
  if (!first?.isKnown) return undefined;
  const word = first.text.toLowerCase();
  if (!ALLOWED.has(word)) return first.text.toUpperCase();
  if (word === 'create') {
    const kind = rest.slice(0, BEFORE_KIND).find(({ text }) => NOT_CREATED.has(text.toLowerCase()));
    return kind && `CREATE ${kind.text.toUpperCase()}`;
  }
  if (word !== 'explain') return undefined;
  const inner = rest.findIndex(({ text, isKnown }) => isKnown && !EXPLAINING.has(text.toLowerCase()));
  return inner < 0 ? undefined : forbiddenIn(rest.slice(inner));
}

/** White space that the engine takes for such and its tokenizer does not; line ends stay, as comments end with them. */
const ODD_SPACE = /[^\S\r\n]|[\u200B-\u200D\u2060]/g;

/** Each statement as its words. Comments are no words; what stands in quotes is one. */
export function statementsOf(db: DuckDBBindings, sql: string): Word[][] {
  const plain = sql.replace(ODD_SPACE, ' ');
  const bytes = new TextEncoder().encode(plain);
  const decoder = new TextDecoder();
  const { offsets, types } = db.tokenize(plain);
  const statements: Word[][] = [[]];
  offsets.forEach((start, i) => {
    const token = decoder.decode(bytes.subarray(start, offsets[i + 1] ?? bytes.length));
    if (token.startsWith(';')) statements.push([]);
    else at(statements, statements.length - 1).push({ text: wordOf(token), isKnown: types[i] === TokenType.KEYWORD });
  });
  return statements;
}

/** The token without the white space and comments after it. */
function wordOf(token: string): string {
  return /^[\p{L}\p{N}_]+/u.exec(token)?.[0] ?? token.slice(0, 1);
}
