import { at } from '@/src/kernel/assert';
import { formatDecimal, share } from '@/src/kernel/money';
import { concentrationRatio } from './concentration';
import { sumOf } from './ranked-entities';
import { abcClass, type AbcClass, cutAt, fractionOf, topShare, type Ranking } from './ranking';
import { table, type ResultTable, type Value } from './result';

const THRESHOLDS = [0.5, 0.8, 0.9, 0.95];
const TOPS = [0.01, 0.05, 0.1, 0.2, 0.5];
const RATIOS = [1, 4, 8, 10, 20];

/** What a ranking comes to, in tables. @param outcomes of the keys that are not normal. */
export function rankingTables(
  ranking: Ranking,
  scale: number,
  outcomes: ReadonlyMap<string, string>,
): Record<string, ResultTable> {
  const { ranked, base } = ranking;
  const classes = ranked.map(({ cumulative, units }) => abcClass(cumulative - units, base));
  return {
    entities: entityTable(ranking, scale, { classes, outcomes }),
    classes: classTable(ranking, scale, classes),
    thresholds: thresholdTable(ranking, scale),
    tops: table(
      { top: 'share', count: 'count', share: 'share', lorenz: 'share' },
      TOPS.map((q): Value[] => {
        const top = topShare(ranking, fractionOf(q));
        return [q, top.count, top.share, top.lorenz];
      }),
    ),
    ratios: table(
      { count: 'count', share: 'share' },
      RATIOS.map((count): Value[] => [count, concentrationRatio(ranking, count)]),
    ),
  };
}

/** What is said of each of the ranked, apart from its value. */
interface Standings {
  readonly classes: readonly AbcClass[];
  readonly outcomes: ReadonlyMap<string, string>;
}

function entityTable({ ranked, base }: Ranking, scale: number, { classes, outcomes }: Standings): ResultTable {
  return table(
    {
      rank: 'count',
      key: 'text',
      label: 'text',
      value: 'money',
      share: 'share',
      cumulativeShare: 'share',
      class: 'text',
      outcome: 'text',
    },
    ranked.map(({ key, label, units, cumulative }, i): Value[] => [
      i + 1,
      key,
      label,
      formatDecimal({ units, scale }),
      share(units, base),
      share(cumulative, base),
      at(classes, i),
      outcomes.get(key) ?? 'normal',
    ]),
  );
}

function classTable({ ranked, base }: Ranking, scale: number, classes: readonly AbcClass[]): ResultTable {
  const rows = (['A', 'B', 'C'] as const).map((name): Value[] => {
    const members = ranked.filter((_, i) => classes[i] === name);
    const units = sumOf(members.map((member) => member.units));
    return [
      name,
      members.length,
      formatDecimal({ units, scale }),
      share(units, base),
      ranked.length === 0 ? null : members.length / ranked.length,
    ];
  });
  return table({ class: 'text', count: 'count', sum: 'money', share: 'share', countShare: 'share' }, rows);
}

function thresholdTable(ranking: Ranking, scale: number): ResultTable {
  const { ranked } = ranking;
  return table(
    { share: 'share', k: 'count', kTies: 'count', kShare: 'share', valueAtK: 'money', keyAtK: 'text' },
    THRESHOLDS.map((p): Value[] => {
      const { k, kTies } = cutAt(ranking, fractionOf(p));
      const last = ranked[k - 1];
      return [
        p,
        k,
        kTies,
        ranked.length === 0 ? null : k / ranked.length,
        last ? formatDecimal({ units: last.units, scale }) : null,
        last?.key ?? null,
      ];
    }),
  );
}
