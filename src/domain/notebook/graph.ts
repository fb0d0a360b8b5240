import { factsIn } from './facts';
import { sourcesOf } from './frame-steps';
import { inputsOf } from './input';
import { jsNames, wordsIn } from './js-names';
import { cellBlocks, type CellBlock, type Notebook } from './notebook';
import { sqlReferences } from './sql-text';

/** The dataset, as a source of cells. */
export const DATASET = 'orders';

/** A cell, or a passage of prose that states facts (`prose#3`: the third that does). */
export interface GraphNode {
  readonly key: string;
  /** Keys of cells; `$name` for a parameter or an input; `orders` for the dataset. Each once, in the order of its text. */
  readonly sources: readonly string[];
  /** Names it refers to that are nothing's. */
  readonly missing: readonly string[];
}

export interface NotebookGraph {
  /** In the order of the file. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Every cell behind all it reads; among those that are free, the first of the file first. Cells of cycles are not in it. */
  readonly order: readonly string[];
  /** Each begins and ends with the same cell: `['a', 'b', 'a']`. */
  readonly cycles: readonly (readonly string[])[];
}

/** What reads what. A cell is found by its name, the first of that name; `name.table` is a result of the cell `name`. */
export function graphOf(notebook: Notebook): NotebookGraph {
  const scope: Scope = {
    cells: new Set(
      cellBlocks(notebook).flatMap(({ key, cell }) => (key === cell.name && cell.kind !== 'input' ? [key] : [])),
    ),
    inputs: new Set(inputsOf(notebook).keys()),
  };
  const nodes = new Map<string, GraphNode>();
  let passages = 0;
  for (const block of notebook.blocks) {
    if (block.type === 'marker') continue;
    const facts = block.type === 'prose' ? factsIn(block.text) : [];
    if (block.type === 'prose' && facts.length === 0) continue;
    const key = block.type === 'cell' ? block.key : `prose#${++passages}`;
    const reads = block.type === 'cell' ? readsOf(block, scope) : { named: facts, found: [] };
    nodes.set(key, nodeOf(key, reads, scope));
  }
  const order = orderOf(nodes);
  return { nodes, order, cycles: cyclesAmong(nodes, new Set(order)) };
}

interface Scope {
  /** Names of cells that give something. */
  readonly cells: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
}

/** What a cell names as its source, and what was found in its text and counts only where there is such a thing. */
interface Reads {
  readonly named: readonly string[];
  readonly found: readonly string[];
}

function readsOf({ key, cell }: CellBlock, { cells, inputs }: Scope): Reads {
  switch (cell.kind) {
    case 'analysis': {
      const values = Object.values(cell.params).map(String);
      return { named: [DATASET, ...values.filter((value) => value.startsWith('$'))], found: [] };
    }
    case 'frame':
      return { named: sourcesOf(cell.plan), found: [] };
    case 'chart':
      return { named: [cell.data], found: [] };
    case 'sql': {
      const { names, parameters } = sqlReferences(cell.sql);
      // To SQL a name is the same in capitals.
      const written = new Set(names.map((name) => ownerOf(name).toLowerCase()));
      const found = [DATASET, ...cells].filter((name) => name !== key && written.has(name.toLowerCase()));
      return { named: parameters.map((name) => `$${name}`), found };
    }
    case 'js': {
      const words = wordsIn(cell.source);
      const parameters = [...inputs].filter((name) => words.has(name)).map((name) => `$${name}`);
      const names = cell.reads ? [] : jsNames(cell.source).filter((name) => cells.has(name) && name !== key);
      return { named: cell.reads ?? [], found: [...names, ...parameters] };
    }
    default:
      return { named: [], found: [] };
  }
}

function nodeOf(key: string, { named, found }: Reads, { cells, inputs }: Scope): GraphNode {
  const sources = new Set<string>();
  const missing = new Set<string>();
  for (const name of [...named, ...found]) {
    const owner = ownerOf(name);
    if (name === DATASET) sources.add(DATASET);
    else if (name.startsWith('$') && inputs.has(name.slice(1))) sources.add(name);
    else if (cells.has(owner)) sources.add(owner);
    else if (inputs.has(name) && key.startsWith('prose#')) sources.add(`$${name}`);
    else missing.add(name);
  }
  return { key, sources: [...sources], missing: [...missing] };
}

/** The cell that a result belongs to. @example ownerOf('pareto.entities') // 'pareto' */
export function ownerOf(name: string): string {
  return name.split('.', 1)[0] ?? '';
}

function orderOf(nodes: ReadonlyMap<string, GraphNode>): string[] {
  const done = new Set<string>();
  const isFree = ({ sources }: GraphNode): boolean => sources.every((key) => !nodes.has(key) || done.has(key));
  for (;;) {
    const next = [...nodes.values()].find((node) => !done.has(node.key) && isFree(node));
    if (!next) return [...done];
    done.add(next.key);
  }
}

/** One cycle for each cell that none found so far goes through. */
function cyclesAmong(nodes: ReadonlyMap<string, GraphNode>, ordered: ReadonlySet<string>): string[][] {
  const cycles: string[][] = [];
  for (const start of nodes.keys()) {
    if (ordered.has(start) || cycles.some((cycle) => cycle.includes(start))) continue;
    const path = pathBack(nodes, start);
    if (path) cycles.push(path);
  }
  return cycles;
}

/** The shortest way from a cell over its sources back to itself; undefined where there is none. */
function pathBack(nodes: ReadonlyMap<string, GraphNode>, start: string): string[] | undefined {
  const from = new Map<string, string>();
  const waiting = [start];
  for (const key of waiting) {
    for (const source of nodes.get(key)?.sources ?? []) {
      if (source === start) return [...wayTo(from, key, start), start];
      if (from.has(source) || !nodes.has(source)) continue;
      from.set(source, key);
      waiting.push(source);
    }
  }
  return undefined;
}

function wayTo(from: ReadonlyMap<string, string>, end: string, start: string): string[] {
  const way = [end];
  for (let key = end; key !== start;) {
    key = from.get(key) ?? start;
    way.unshift(key);
  }
  return way;
}

/** Everything that depends on what changed (keys of cells, `$name`, `orders`), the changed cells themselves included, in order. */
export function affectedBy({ nodes, order }: NotebookGraph, changed: Iterable<string>): string[] {
  const touched = new Set(changed);
  return order.filter((key) => {
    const isTouched = touched.has(key) || (nodes.get(key)?.sources.some((source) => touched.has(source)) ?? false);
    if (isTouched) touched.add(key);
    return isTouched;
  });
}

/**
 * The keys of what may hold rows of the file: queries and programs of the user's own, and everything that depends on them. What
 * analyses give is made of the rows and holds none.
 */
export function rawKeys(notebook: Notebook): ReadonlySet<string> {
  const own = cellBlocks(notebook).filter(({ cell }) => cell.kind === 'sql' || cell.kind === 'js');
  return new Set(
    affectedBy(
      graphOf(notebook),
      own.map(({ key }) => key),
    ),
  );
}

/** The cells and passages that read a cell or, as `$name`, a parameter. */
export function readersOf({ nodes }: NotebookGraph, source: string): string[] {
  return [...nodes.values()].filter(({ sources }) => sources.includes(source)).map(({ key }) => key);
}
