const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
/** Behind these a slash begins a pattern and does not divide. */
const BEFORE_PATTERN = new Set([
  '',
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'await',
  'yield',
  'new',
  'throw',
  ...'(,=:[!&|?{};+-*%<>~^',
]);

/**
 * The names that a program mentions outside of strings, patterns and comments, each once, in the order they are met; of
 * templates what stands in `${}`. A name behind a dot is none, but `pareto.entities` is met as `pareto`. It may take a
 * pattern for a division and so miss a name: then `reads=` says it.
 */
export function jsNames(source: string): string[] {
  return new Scanner(source).names();
}

class Scanner {
  private readonly source: string;
  private readonly found = new Set<string>();
  /** How many braces were open where each `${` began. */
  private readonly holes: number[] = [];
  private braces = 0;
  private at = 0;
  /** What stood before: a word or sign behind which a slash begins a pattern, a dot, or any value. */
  private before = '';

  constructor(source: string) {
    this.source = source;
  }

  names(): string[] {
    while (this.at < this.source.length)
      if (!this.skips() && !this.takesName() && !this.takesTemplate()) this.takeSign();
    return [...this.found];
  }

  private skips(): boolean {
    const { source, at } = this;
    const end = afterSkipped(source, at, this.before);
    // A string or a pattern is a value, behind which a slash divides; white space and comments change nothing.
    if (end > at && /['"/]/.test(source[at] ?? '') && !isComment(source, at)) this.before = 'value';
    this.at = end;
    return end > at;
  }

  private takesName(): boolean {
    const name = nameAt(this.source, this.at);
    if (name === undefined) return false;
    if (this.before !== '.') this.found.add(name);
    this.before = BEFORE_PATTERN.has(name) ? name : 'value';
    this.at += name.length;
    return true;
  }

  /** From a backtick, or the brace that ends a hole, up to the next hole or the end of the template. */
  private takesTemplate(): boolean {
    const sign = this.source[this.at];
    const endsHole = sign === '}' && this.holes.at(-1) === this.braces;
    if (sign !== '`' && !endsHole) return false;
    if (endsHole) this.holes.pop();
    const { end, isHole } = afterTemplatePart(this.source, this.at + 1);
    if (isHole) this.holes.push(this.braces);
    this.before = isHole ? '(' : 'value';
    this.at = end;
    return true;
  }

  private takeSign(): void {
    const sign = this.source[this.at] ?? '';
    const isSpread = this.source.startsWith('...', this.at);
    if (sign === '{') this.braces++;
    if (sign === '}') this.braces--;
    this.before = isSpread ? '(' : sign;
    this.at += isSpread ? 3 : 1;
  }
}

/** Every word that stands in a text, in code or not. */
export function wordsIn(source: string): ReadonlySet<string> {
  return new Set(source.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
}

function isComment(source: string, at: number): boolean {
  return source.startsWith('//', at) || source.startsWith('/*', at);
}

function afterSkipped(source: string, at: number, before: string): number {
  const sign = source[at] ?? '';
  if (source.startsWith('//', at)) return afterText(source, at, '\n');
  if (source.startsWith('/*', at)) return afterText(source, at + 2, '*/');
  if (sign === "'" || sign === '"') return afterClosing(source, at, sign);
  if (sign === '/' && BEFORE_PATTERN.has(before)) return afterPattern(source, at);
  return /[\s\d]/.test(sign) ? at + 1 : at;
}

function afterText(source: string, from: number, text: string): number {
  const found = source.indexOf(text, from);
  return found < 0 ? source.length : found + text.length;
}

function afterClosing(source: string, start: number, closing: string): number {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === closing || source[at] === '\n') return at + 1;
  }
  return source.length;
}

function afterPattern(source: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '\n') return at + 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (sign === '/' && !inClass)
      return at + 1 + (/^[a-z]{0,8}/.exec(source.slice(at + 1, at + 9))?.[0].length ?? 0);
  }
  return source.length;
}

/** Behind `${`, or behind the end of the template. */
function afterTemplatePart(source: string, start: number): { readonly end: number; readonly isHole: boolean } {
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '`') return { end: at + 1, isHole: false };
    else if (source.startsWith('${', at)) return { end: at + 2, isHole: true };
  }
  return { end: source.length, isHole: false };
}

function nameAt(source: string, at: number): string | undefined {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0];
}
