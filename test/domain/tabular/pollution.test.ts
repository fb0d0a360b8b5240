import { describe, expect, it } from 'vitest';
import { buildOrders } from '@/src/domain/tabular/orders/build-orders';
import { cellsOf, opened, previewed } from '@/test/support/tabular';
import { POLLUTIONS, polluted } from '@/test/support/pollution';
import { runs } from '@/test/support/runs';

/** What became of the cells that were meant. */
interface Tally {
  right: number;
  /** In a row that was set aside: it was told. */
  reported: number;
  /** Wrong, missing or invented, and nothing said so. */
  silent: string[];
}

async function tallyOf(kind: string, seed: number): Promise<Tally> {
  const { bytes, names, rows } = polluted(kind, seed);
  const file = await opened(bytes);
  const preview = await previewed(file);
  const read = await file.read(preview.format, preview.roles);
  const { setAside, facts } = buildOrders(read.table, preview.roles, read);
  const aside = new Set(setAside.map(({ row }) => row));
  const found = new Map(
    cellsOf(read.table).flatMap((cells, i) =>
      aside.has(read.table.rowNumbers[i] ?? 0) ? [] : [[cells[0], cells] as const],
    ),
  );
  const tally: Tally = { right: 0, reported: 0, silent: [] };
  // A line end in a cell may be written as any other.
  const same = (a: string | undefined, b: string): boolean => a?.replace(/\r\n?/g, '\n') === b;
  names.forEach((name, i) => same(preview.names[i], name) || tally.silent.push(`name ${preview.names[i]}`));
  for (const row of rows) {
    const cells = found.get(row[0] ?? '');
    if (!cells && aside.size === 0) tally.silent.push(`lost ${row.join(' ')}`);
    else if (!cells) tally.reported += row.length;
    else {
      const wrong = row.filter((cell, i) => !same(cells[i], cell));
      tally.right += row.length - wrong.length;
      if (wrong.length > 0) tally.silent.push(`${wrong.join('|')} as ${cells.join('|')}`);
    }
  }
  if (found.size > rows.length) tally.silent.push(`${found.size} rows of ${rows.length}`);
  if (facts.total < rows.length - aside.size * 3) tally.silent.push(`${facts.total} rows of ${rows.length}`);
  return tally;
}

/** Three seeds of each of the 26 ways, twenty in the long run. */
const SEEDS = Array.from({ length: Math.min(20, Math.ceil((runs(78, 520).numRuns ?? 78) / 26)) }, (_, i) => i + 1);

describe('files spoilt in one way', () => {
  it('are of at least 23 ways', () => {
    expect(Object.keys(POLLUTIONS).length).toBeGreaterThanOrEqual(23);
  });

  it.each(Object.keys(POLLUTIONS))('with %s have no wrong cell that is not told', async (kind) => {
    for (const seed of SEEDS) {
      const { silent } = await tallyOf(kind, seed);

      expect({ seed, silent }).toEqual({ seed, silent: [] });
    }
  });

  it('have 98 of 100 cells right without being told anything', async () => {
    const tallies = await Promise.all(
      Object.keys(POLLUTIONS).flatMap((kind) => SEEDS.map((seed) => tallyOf(kind, seed))),
    );
    const right = tallies.reduce((sum, tally) => sum + tally.right, 0);
    const all = tallies.reduce((sum, tally) => sum + tally.right + tally.reported, 0);

    expect(right / all).toBeGreaterThanOrEqual(0.98);
  });
});
