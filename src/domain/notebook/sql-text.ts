/** A piece of SQL: code to look at, or a string, a quoted name or a comment to step over. */
type SqlPart =
  | {
      readonly kind: 'name';
      readonly text: string;
      readonly start: number;
      readonly end: number;
      readonly isQuoted: boolean;
    }
  | { readonly kind: 'parameter'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'sign'; readonly text: string; readonly start: number; readonly end: number };

const NAME = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const DOLLAR_QUOTE = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const PARAMETER = /\$([\p{L}_][\p{L}\p{N}_]*)/uy;

/** What a SQL text refers to outside of strings and comments. */
export interface SqlReferences {
  /** Names that may be tables: `top`, `pareto.entities`; a name after a dot, before a bracket or after AS is none. */
  readonly names: readonly string[];
  /** Of `$share`: `share`. */
  readonly parameters: readonly string[];
}

/** Finds the names in a text, each once, in the order they are met. Names of common table expressions are left out. */
export function sqlReferences(sql: string): SqlReferences {
  const parts = partsOf(sql);
  const names: string[] = [];
  const own = new Set<string>();
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part?.kind !== 'name' || isPart(parts, i)) continue;
    if (isWord(parts[i + 1], 'as') && opensBracket(parts, i + 2)) own.add(part.text);
    const dotted = parts[i + 1]?.text === '.' ? parts[i + 2] : undefined;
    names.push(part.text);
    if (dotted?.kind === 'name') names.push(`${part.text}.${dotted.text}`);
  }
  const parameters = parts.flatMap((part) => (part.kind === 'parameter' ? [part.text] : []));
  return { names: [...new Set(names)].filter((name) => !own.has(name)), parameters: [...new Set(parameters)] };
}

/** Whether the name is no table: the second half of one with a dot, a function, an alias. */
function isPart(parts: readonly SqlPart[], i: number): boolean {
  return parts[i - 1]?.text === '.' || parts[i + 1]?.text === '(' || isWord(parts[i - 1], 'as');
}

function isWord(part: SqlPart | undefined, word: string): boolean {
  return part?.kind === 'name' && !part.isQuoted && part.text.toLowerCase() === word;
}

/** `as (`, `as materialized (`, `as not materialized (` */
function opensBracket(parts: readonly SqlPart[], from: number): boolean {
  let i = from;
  while (isWord(parts[i], 'not') || isWord(parts[i], 'materialized')) i++;
  return parts[i]?.text === '(';
}

/**
 * The text with values for its parameters, as literals: a number as digits, a text in quotes, never as code. Undefined where
 * a parameter has no value.
 */
export function fillSql(sql: string, values: ReadonlyMap<string, string | number>): string | undefined {
  let filled = '';
  let done = 0;
  for (const part of partsOf(sql)) {
    if (part.kind !== 'parameter') continue;
    const value = values.get(part.text);
    if (value === undefined) return undefined;
    filled += sql.slice(done, part.start) + sqlLiteral(value);
    done = part.end;
  }
  return filled + sql.slice(done);
}

/** @example sqlLiteral("O'Neil") // "'O''Neil'" */
export function sqlLiteral(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `(${value})` : 'NULL';
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

function partsOf(sql: string): SqlPart[] {
  const parts: SqlPart[] = [];
  for (let at = 0; at < sql.length;) {
    const end = afterSkipped(sql, at);
    if (end > at) {
      at = end;
      continue;
    }
    const part = partAt(sql, at);
    parts.push(part);
    at = part.end;
  }
  return parts;
}

function partAt(sql: string, start: number): SqlPart {
  if (sql[start] === '"') {
    const end = afterQuote(sql, start, '"');
    const text = sql.slice(start + 1, end - 1).replaceAll('""', '"');
    return { kind: 'name', text, start, end, isQuoted: true };
  }
  const parameter = matchAt(PARAMETER, sql, start);
  if (parameter) return { kind: 'parameter', text: parameter[1] ?? '', start, end: start + parameter[0].length };
  const name = matchAt(NAME, sql, start);
  if (name) return { kind: 'name', text: name[0], start, end: start + name[0].length, isQuoted: false };
  const text = String.fromCodePoint(sql.codePointAt(start) ?? 0);
  return { kind: 'sign', text, start, end: start + text.length };
}

/** The position behind white space, a string, a number or a comment that begins here; the same where none does. */
function afterSkipped(sql: string, at: number): number {
  const two = sql.slice(at, at + 2);
  if (two === '--') return afterText(sql, at, '\n');
  if (two === '/*') return afterComment(sql, at);
  if (two === "e'" || two === "E'") return afterEscaped(sql, at + 1);
  if (sql[at] === "'") return afterQuote(sql, at, "'");
  const dollar = matchAt(DOLLAR_QUOTE, sql, at)?.[0];
  if (dollar !== undefined) return afterText(sql, at + dollar.length, dollar);
  return /[\s\d]/.test(sql[at] ?? '') ? at + 1 : at;
}

function afterText(sql: string, from: number, text: string): number {
  const found = sql.indexOf(text, from);
  return found < 0 ? sql.length : found + text.length;
}

/** Comments of this kind stand inside each other. */
function afterComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length;) {
    const two = sql.slice(at, at + 2);
    if (two === '/*') depth++;
    if (two === '*/') depth--;
    at += two === '/*' || two === '*/' ? 2 : 1;
    if (depth === 0) return at;
  }
  return sql.length;
}

/** Doubled, the quote stands for itself. */
function afterQuote(sql: string, start: number, quote: string): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (sql[at] !== quote) continue;
    if (sql[at + 1] !== quote) return at + 1;
    at++;
  }
  return sql.length;
}

function afterEscaped(sql: string, start: number): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (sql[at] === '\\') at++;
    else if (sql[at] === "'" && sql[at + 1] !== "'") return at + 1;
    else if (sql[at] === "'") at++;
  }
  return sql.length;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
