import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { DATASET, type NotebookGraph } from './graph';
import type { InputValues } from './input';
import { cellBlocks, type Notebook } from './notebook';

/**
 * By key a digest of all that a cell's result follows from: its text, the values and the dataset it reads, and the digests
 * of its sources. A result of another digest is stale. Cells of cycles have none, nor those behind them.
 * @param dataset changes when the dataset holds other rows.
 */
export function cellDigests(
  notebook: Notebook,
  { order, nodes }: NotebookGraph,
  { values }: Pick<InputValues, 'values'>,
  dataset: string,
): ReadonlyMap<string, string> {
  const cells = new Map(cellBlocks(notebook).map(({ key, cell }) => [key, cell]));
  const digests = new Map<string, string>();
  for (const key of order) {
    const cell = cells.get(key);
    const sources = nodes.get(key)?.sources ?? [];
    const read = sources.map((source) => {
      if (source === DATASET) return [source, dataset];
      return [source, source.startsWith('$') ? values.get(source.slice(1)) : digests.get(source)];
    });
    if (cell) digests.set(key, digestOf([cell, cell.kind === 'input' ? values.get(key) : null, read]));
  }
  return digests;
}

function digestOf(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(data))));
}
