import type { Line, Snapshot } from '../text/snapshot';
import { factOfLabel, labelsIn, type FactField } from './fact-labels';

/** A fact as a page states it: what the label says it is, and the text beside, behind or below the label. */
export interface Pair {
  readonly field: FactField;
  /** As the page has it, blanks left out. */
  readonly label: string;
  /** As in Snapshot.flat. */
  readonly value: string;
  readonly at: number;
}

interface Labelled {
  readonly label: string;
  readonly field: FactField | 'other' | undefined;
  readonly line: Line;
}

const MOST = 200;
const LONGEST = 120;

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
    if (run > 0) pairs.push(...pairsBelow(labelled.slice(i, i + run), labelled.slice(i + run, i + 2 * run), snapshot));
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

/** As many values as labels, in their order; of labels without values only the last one has the text that follows. */
function pairsBelow(labels: readonly Labelled[], values: readonly Labelled[], snapshot: Snapshot): Pair[] {
  const isRow = values.length === labels.length && values.every(({ field }) => field === undefined);
  const from = isRow ? 0 : labels.length - 1;
  const below = isRow ? values : values.slice(0, 1);
  return labels.slice(from).flatMap(({ field, label }, i): Pair[] => {
    const value = below[i];
    if (!value || value.field !== undefined || field === undefined || field === 'other') return [];
    return [{ field, label, value: flatOf(value.line, snapshot).slice(0, LONGEST), at: value.line.at }];
  });
}

function pairsWithin(line: Line | undefined, snapshot: Snapshot): Pair[] {
  if (!line) return [];
  const text = flatOf(line, snapshot);
  const beside = pairOfPieces(line, text);
  if (beside) return [beside];
  const labels = labelsIn(text);
  return labels.flatMap(({ field, label, end }, i): Pair[] => {
    const rest = text.slice(end, labels[i + 1]?.at ?? text.length).replace(/^:/, ' ');
    // A label that is not known ends the value, too.
    const value = rest.replace(/\s[\u4e00-\u9fff]{2,10}:.*$/, '');
    const at = line.at + end + (value.length - value.trimStart().length);
    if (field === 'other' || value.trim() === '') return [];
    return [{ field, label, value: value.trim().slice(0, LONGEST), at }];
  });
}

/** `<label>注册资本</label><span>800万元</span>`: told apart by nothing but their elements. */
function pairOfPieces({ at, pieces }: Line, text: string): Pair | undefined {
  const second = pieces[1];
  const field = second && factOfLabel(text.slice(0, second.at));
  if (!second || field === undefined || field === 'other') return undefined;
  const value = text.slice(second.at).replace(/^[\s:]{1,4}/, '');
  return value === ''
    ? undefined
    : { field, label: text.slice(0, second.at), value: value.slice(0, LONGEST), at: at + text.length - value.length };
}

function flatOf({ at, text }: Line, { flat }: Snapshot): string {
  return flat.slice(at, at + text.length);
}
