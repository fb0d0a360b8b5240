import type { Snapshot } from '../text/snapshot';
import type { Hit } from './contact-hits';
import type { Block } from './page-tree';

/** The lines of one record: of its wrapper, or from one heading to the next. */
export interface Wrapper {
  readonly from: number;
  readonly to: number;
  readonly element: Element | undefined;
}

/** One way to see records in a page. */
export interface Division {
  readonly wrappers: readonly Wrapper[];
  readonly score: number;
}

const LEAST = 3;
const MOST_LINES = 60;
const MOST_WRAPPERS = 1000;
/** Divisions that are read to see which is the list. */
const TRIED = 6;

/** The ways to see records in a page, the likeliest first: count of wrappers × kinds of contact fields in each. */
export function divisionsOf(blocks: readonly Block[], hits: readonly Hit[], snapshot: Snapshot): Division[] {
  const count = countHits(hits, snapshot.lines.length);
  const groups = new Map<number, Block[]>();
  for (const block of blocks) {
    if (count(block.from, block.to).all === 0 && !isStarter(block, snapshot)) continue;
    const group = groups.get(block.path) ?? [];
    group.push(block);
    groups.set(block.path, group);
  }
  const found = [...groups.values()].flatMap((group): Division[] => {
    if (group.length < LEAST - 1) return [];
    const own = withOdd(group, count).map(({ from, to, element }) => ({ from, to, element }));
    return [divisionOf(own, count), ...runsOf(group, count, snapshot)].flatMap((one) => one ?? []);
  });
  return found.sort((a, b) => b.score - a.score).slice(0, TRIED);
}

type Count = (from: number, to: number) => { readonly all: number; readonly kinds: number };

/** Hits and kinds of hits between two lines. */
function countHits(hits: readonly Hit[], lines: number): Count {
  const firstOf = new Int32Array(lines + 1);
  let k = 0;
  for (let line = 0; line <= lines; line++) {
    while ((hits[k]?.line ?? Number.POSITIVE_INFINITY) < line) k++;
    firstOf[line] = k;
  }
  return (from, to) => {
    const start = firstOf[from] ?? 0;
    const all = (firstOf[Math.min(to, lines)] ?? 0) - start;
    // Of a whole section it is enough to know that it has many.
    const near = hits.slice(start, start + Math.min(all, 30));
    return { all, kinds: new Set(near.map(({ kind }) => kind)).size };
  };
}

function divisionOf(wrappers: readonly Wrapper[], count: Count): Division | undefined {
  const full = wrappers.filter(({ from, to }) => to - from <= MOST_LINES && count(from, to).all > 0);
  if (full.length < LEAST || full.length > MOST_WRAPPERS) return undefined;
  const kinds = full.map(({ from, to }) => count(from, to).kinds);
  const density = kinds.reduce((sum, one) => sum + one, 0) / full.length;
  const lines = full.reduce((sum, { from, to }) => sum + to - from, 0) / full.length;
  // A line of its own has room for one value alone; its wrapper, one level up, is the record.
  return { wrappers: full, score: full.length * density * (lines < 1.5 ? 0.8 : 1) };
}

/** The blocks of a group with those beside them that are of the same make, though called otherwise. */
function withOdd(group: readonly Block[], count: Count): Block[] {
  const [first] = group;
  const parents = new Set(group.map(({ parent }) => parent));
  const makes = new Set(group.flatMap(({ children }) => children.map(({ signature }) => signature)));
  const [tag = ''] = (first?.signature ?? '').split('.');
  const odd = [...parents].flatMap((parent) =>
    (parent?.children ?? []).filter(
      (one) =>
        one.signature !== first?.signature &&
        one.signature.split('.')[0] === tag &&
        count(one.from, one.to).all > 0 &&
        isAlike(one, makes),
    ),
  );
  return odd.length === 0 ? [...group] : [...group, ...odd].sort((a, b) => a.from - b.from);
}

function isAlike({ children }: Block, makes: ReadonlySet<string>): boolean {
  const same = children.filter(({ signature }) => makes.has(signature)).length;
  return children.length > 0 && same * 2 >= children.length && same * 2 >= makes.size;
}

/** A block that may head a record without a wrapper: a heading, a term, a short line. */
function isStarter({ from, to, children }: Block, { lines }: Snapshot): boolean {
  return to - from <= 2 && children.length <= 1 && (lines[from]?.text.length ?? 999) <= 80;
}

/** Records without wrappers: from each block of a group to the next one, as far as the blocks between are of a kind. */
function runsOf(group: readonly Block[], count: Count, snapshot: Snapshot): Division[] {
  const [first] = group;
  if (!first || group.length < LEAST || !group.every((block) => isStarter(block, snapshot))) return [];
  const byParent = new Map<Block, Block[]>();
  for (const block of group) {
    if (!block.parent) continue;
    const siblings = byParent.get(block.parent) ?? [];
    siblings.push(block);
    byParent.set(block.parent, siblings);
  }
  const wrappers = [...byParent].flatMap(([parent, starters]) => (starters.length < 2 ? [] : runsIn(parent, starters)));
  const division = divisionOf(wrappers, count);
  // Where there are wrappers, their contents look like runs as well.
  return division ? [{ ...division, score: division.score * 0.95 }] : [];
}

function runsIn(parent: Block, starters: readonly Block[]): Wrapper[] {
  const all = parent.children;
  const runs = starters.map((starter, i) => {
    const start = all.indexOf(starter);
    const stop = starters[i + 1] ? all.indexOf(starters[i + 1] as Block) : all.length;
    return all.slice(start, stop);
  });
  const frequent = frequentIn(runs.slice(0, -1));
  const own = runs.map((run) => withinRecord(run, frequent));
  // Behind the last record the page goes on with other things: it is as long as most are.
  const usual = mostFrequent(own.slice(0, -1).map((run) => run.length));
  return own.map((run, i): Wrapper => {
    const kept = i === own.length - 1 ? run.slice(0, usual) : run;
    return { from: kept[0]?.from ?? 0, to: kept.at(-1)?.to ?? 0, element: undefined };
  });
}

/** A run up to the first block of another kind, or the next heading of as high a rank. */
function withinRecord(run: readonly Block[], frequent: ReadonlySet<string>): readonly Block[] {
  const rank = rankOf(run[0]);
  const isAsHigh = (block: Block): boolean => rankOf(block) <= Math.min(rank, LOWEST);
  const end = run.findIndex((block, k) => k > 0 && (!frequent.has(block.signature) || isAsHigh(block)));
  return end < 0 ? run : run.slice(0, end);
}

const LOWEST = 6;

/** 1…6 of a heading, 7 of what is none. */
function rankOf(block: Block | undefined): number {
  return Number(/^h([1-6])(?:\.|$)/.exec(block?.signature ?? '')?.[1] ?? LOWEST + 1);
}

function mostFrequent(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}

/** Signatures that stand in at least a third of the runs. */
function frequentIn(runs: readonly (readonly Block[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const run of runs)
    for (const signature of new Set(run.map((block) => block.signature)))
      counts.set(signature, (counts.get(signature) ?? 0) + 1);
  return new Set([...counts].filter(([, times]) => times * 3 >= runs.length).map(([signature]) => signature));
}
