import type { Line, Snapshot } from '../text/snapshot';
import { factOfLabel, isLabelRun, labelsIn, type FactField } from './fact-labels';

/** A fact as a page states it: what the label says it is, and the text beside, behind or below the label. */
export interface Pair {
  readonly field: FactField;
  /** As the page has it, blanks left out. */
  readonly label: string;
  /** As in Snapshot.flat. */
  readonly value: string;
  /** Its first text node alone, where it has several: links of the site may follow a value, 更多 or 复制. */
  readonly piece?: string;
  /** The label is one of three or more in a row, the value one of a row below: a line of a list may be read so, too. */
  readonly isBelowRow?: boolean;
  readonly at: number;
}

type Stated = Omit<Pair, 'field' | 'label'>;

interface Labelled {
  readonly label: string;
  readonly field: FactField | 'other' | undefined;
  readonly line: Line;
}

const MOST = 200;
const LONGEST = 120;
const ROW = 3;

/**
 * The labelled facts: `label: value` once or several times on a line, a label in one block and the value in the next, a row
 * of labels above a row of values. Labels that stand together without values are passed over.
 */
export function readPairs(snapshot: Snapshot): Pair[] {
  const lines = snapshot.lines.filter(({ hidden, areas }) => !hidden && !areas.has('nav'));
  const labelled = lines.map((line): Labelled => {
    const label = flatOf(line, snapshot);
    return { line, label, field: factOfLabel(label) };
  });
  const pairs: Pair[] = [];
  for (let i = 0; i < labelled.length && pairs.length < MOST;) {
    const run = labelRun(labelled, i);
    if (run > 0)
      pairs.push(...pairsBelow(labelled.slice(i, i + run), labelled.slice(i + run, i + 2 * run + 1), snapshot));
    else pairs.push(...pairsWithin(labelled[i]?.line, snapshot));
    i += Math.max(1, run);
  }
  return pairs;
}

function labelRun(labelled: readonly Labelled[], start: number): number {
  let run = 0;
  while (run < 20 && labelled[start + run]?.field !== undefined) run++;
  return run;
}

/**
 * As many values as labels, in their order; of labels without values only the last one has the text that follows.
 * @param following one line more than labels.
 */
function pairsBelow(labels: readonly Labelled[], following: readonly Labelled[], snapshot: Snapshot): Pair[] {
  const values = following.slice(0, labels.length);
  const isRow = values.length === labels.length && values.every(({ field }) => field === undefined);
  const from = isRow ? 0 : labels.length - 1;
  const below = isRow ? values : values.slice(0, 1);
  return labels.slice(from).flatMap(({ field, label }, i): Pair[] => {
    const value = below[i];
    if (!value || value.field !== undefined || field === undefined || field === 'other') return [];
    const next = following[i + 1];
    const line = next && labels.length === 1 && isInitialOf(value, next) ? next.line : value.line;
    return [{ field, label, ...statedOn(line, 0, snapshot), isBelowRow: labels.length >= ROW }];
  });
}

/** In place of a portrait stands the first sign of the name that follows it. */
function isInitialOf({ label }: Labelled, next: Labelled): boolean {
  return /^[\u4e00-\u9fff]$/.test(label) && next.label.length > 1 && next.label.startsWith(label);
}

/** What stands on a line from a place on. */
function statedOn(line: Line, from: number, snapshot: Snapshot): Stated {
  const text = flatOf(line, snapshot);
  const start = text.length - text.slice(from).trimStart().length;
  const next = line.pieces.find(({ at }) => at > start)?.at;
  const piece = next === undefined ? {} : { piece: text.slice(start, next).trim().slice(0, LONGEST) };
  return { value: text.slice(start).trim().slice(0, LONGEST), ...piece, at: line.at + start };
}

function pairsWithin(line: Line | undefined, snapshot: Snapshot): Pair[] {
  if (!line) return [];
  const text = flatOf(line, snapshot);
  const beside = pairOfPieces(line, text, snapshot);
  if (beside) return [beside];
  const labels = labelsIn(text);
  return labels.flatMap(({ field, label, end }, i): Pair[] => {
    const rest = text.slice(end, labels[i + 1]?.at ?? text.length).replace(/^:/, ' ');
    // A label that is not known ends the value, too.
    const value = rest.replace(/\s[\u4e00-\u9fff]{2,10}:.*$/, '');
    const at = line.at + end + (value.length - value.trimStart().length);
    if (field === 'other' || value.trim() === '') return [];
    const whole = value.trim().slice(0, LONGEST);
    const { piece } = statedOn(line, at - line.at, snapshot);
    return [{ field, label, value: whole, ...(piece && piece.length < whole.length ? { piece } : {}), at }];
  });
}

/** `<label>注册资本</label><span>800万元</span>`: told apart by nothing but their elements. */
function pairOfPieces(line: Line, text: string, snapshot: Snapshot): Pair | undefined {
  const second = line.pieces[1];
  const label = text.slice(0, second?.at);
  const field = second && factOfLabel(label);
  if (!second || field === undefined || field === 'other') return undefined;
  const stated = statedOn(line, second.at + (/^[\s:]{0,4}/.exec(text.slice(second.at))?.[0].length ?? 0), snapshot);
  return isLabelRun(stated.value) ? undefined : { field, label, ...stated };
}

function flatOf({ at, text }: Line, { flat }: Snapshot): string {
  return flat.slice(at, at + text.length);
}
