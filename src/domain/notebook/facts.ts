import { linesOf } from './pieces';

/** `{{pareto.k}}` */
const REFERENCE = /\{\{ {0,9}([^{}\s]{1,130}) {0,9}\}\}/g;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
/** What Markdown reads as more than itself. */
const MARKS = /[\\`*_{}[\]()<>#+!|~&]/g;

export interface FilledText {
  readonly text: string;
  /** Facts that nothing gives. They stand in the text as they were written. */
  readonly unknown: readonly string[];
}

/**
 * Prose with the facts it refers to. What a fact says is text and never Markdown. Code, in a line or fenced, is left alone.
 * @param lookup the fact as it is to be shown; undefined where there is none.
 */
export function fillFacts(text: string, lookup: (name: string) => string | undefined): FilledText {
  const unknown = new Set<string>();
  const filled = proseParts(text).map(({ part, isCode }) => {
    if (isCode) return part;
    return part.replaceAll(REFERENCE, (whole: string, name: string) => {
      const fact = lookup(name);
      if (fact === undefined) unknown.add(name);
      return fact === undefined ? whole : fact.replaceAll(MARKS, String.raw`\$&`);
    });
  });
  return { text: filled.join(''), unknown: [...unknown] };
}

/** The facts that a text refers to, each once. */
export function factsIn(text: string): readonly string[] {
  return fillFacts(text, () => undefined).unknown;
}

interface ProsePart {
  readonly part: string;
  readonly isCode: boolean;
}

function proseParts(text: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let fence = '';
  for (const line of linesOf(text)) {
    const mark = FENCE.exec(line)?.[0].trim() ?? '';
    const isMark = fence === '' ? mark !== '' : mark.startsWith(fence);
    if (isMark || fence !== '') parts.push({ part: line, isCode: true });
    else parts.push(...lineParts(line));
    if (isMark) fence = fence === '' ? mark : '';
  }
  return parts;
}

/** Code in a line stands between two runs of as many backticks. */
function lineParts(line: string): ProsePart[] {
  const pieces = line.split(/(`+)/);
  const parts: ProsePart[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const close = i % 2 === 1 ? pieces.indexOf(pieces[i] ?? '', i + 1) : -1;
    const isCode = close > i && close % 2 === 1;
    parts.push({ part: isCode ? pieces.slice(i, close + 1).join('') : (pieces[i] ?? ''), isCode });
    if (isCode) i = close;
  }
  return parts;
}
