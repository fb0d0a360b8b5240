import { abcClass, type AbcClass, type Ranking } from './ranking';
import { table, type ResultTable, type Value } from './result';

const CLASSES = ['A', 'B', 'C', 'none'] as const;

type Standing = AbcClass | 'none';

/**
 * Who moved between the classes A, B and C from one cycle to the next. `none`: not above zero in that cycle, or not there. Each row
 * adds up to how many were in the class before, each column to how many are in it now.
 */
export function migrationTable(before: Ranking | undefined, now: Ranking): ResultTable {
  const columns = {
    classBefore: 'text',
    toA: 'count',
    toB: 'count',
    toC: 'count',
    toNone: 'count',
    countBefore: 'count',
  } as const;
  if (!before) return table(columns, []);
  const [from, to] = [standingsOf(before), standingsOf(now)];
  const counts = new Map<string, number>();
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    const move = `${from.get(key) ?? 'none'} ${to.get(key) ?? 'none'}`;
    counts.set(move, (counts.get(move) ?? 0) + 1);
  }
  const rows = CLASSES.map((own): Value[] => {
    const cells = CLASSES.map((next) => counts.get(`${own} ${next}`) ?? 0);
    return [own, ...cells, cells.reduce((sum, count) => sum + count, 0)];
  });
  return table(columns, rows);
}

function standingsOf({ ranked, base }: Ranking): Map<string, Standing> {
  return new Map(ranked.map(({ key, cumulative, units }) => [key, abcClass(cumulative - units, base)]));
}
