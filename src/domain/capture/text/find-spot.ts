import { foldWidth } from './fold-width';
import { visibleText, type Line, type Snapshot } from './snapshot';

/** What is looked for: a value as the page wrote it, and the text around it. */
export interface Wanted {
  readonly raw: string;
  readonly snippet: string;
}

/** A place in the text of a page: from one sign of a text node to behind another. */
export interface Spot {
  readonly from: { readonly node: Text; readonly offset: number };
  readonly to: { readonly node: Text; readonly offset: number };
}

/**
 * Where a value stands in what is drawn of a page: inside its snippet, or else where it stands first. Undefined for what no
 * line shows, as data for programs, and for what goes over several lines.
 * @param dataOf the text of a node.
 */
export function findSpot(
  { lines }: Snapshot,
  { raw, snippet }: Wanted,
  dataOf: (node: Text) => string,
): Spot | undefined {
  const value = plain(raw).trim();
  const around = plain(snippet).trim();
  if (value === '') return undefined;
  const shown = lines.filter(({ hidden, text }) => !hidden && plain(text).includes(value));
  const line = shown.find(({ text }) => isAround(around, plain(text))) ?? shown[0];
  if (!line) return undefined;
  const at = plain(line.text).indexOf(value);
  const from = placeIn(line, at, dataOf);
  const last = placeIn(line, at + value.length - 1, dataOf);
  return from && last && { from, to: { node: last.node, offset: last.offset + 1 } };
}

/** As long as the text itself, so that places are the same in both. */
function plain(text: string): string {
  return foldWidth(visibleText(text));
}

/** A snippet is cut out of a line, or out of several. */
function isAround(snippet: string, line: string): boolean {
  return snippet !== '' && (line.includes(snippet) || snippet.includes(line));
}

/** The text node of a sign of a line, and its place in there. */
function placeIn(line: Line, at: number, dataOf: (node: Text) => string): Spot['from'] | undefined {
  const piece = line.pieces.findLast((one) => one.at <= at);
  return piece && { node: piece.node, offset: offsetIn(dataOf(piece.node), line.text.slice(piece.at), at - piece.at) };
}

/** How many signs of a node's text come before one of what is left of it when white space is folded. */
function offsetIn(data: string, folded: string, before: number): number {
  let seen = 0;
  for (let offset = 0; offset < data.length; offset++) {
    const sign = visibleText(data[offset] ?? '');
    if (sign === '' || sign !== folded[seen]) continue;
    if (seen === before) return offset;
    seen++;
  }
  return data.length - 1;
}
