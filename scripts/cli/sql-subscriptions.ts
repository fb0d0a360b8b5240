import { kaplanMeier } from '@/src/domain/analysis/survival';
import { DictionaryBuilder } from '@/src/domain/tabular/columns/dictionary';
import { bytesOf } from '@/src/domain/tabular/columns/byte-texts';
import { codedTexts, integers as integerColumn, type ArrowColumn } from '@/src/platform/cells/arrow-columns';
import { bigints, integers, texts } from '@/src/platform/cells/arrow-lists';
import type { SqlEngine } from '@/src/platform/cells/sql-engine';
import { SqlSource } from '@/src/platform/cells/sql-source';
import { amountsOf, BREAKDOWNS, cell, unitsOf, type Line, type Subscriptions } from './subscriptions';

type Table = ReturnType<SqlEngine['query']>;

const CHURNED = `"Churn" = 'Yes'`;

/** From SQL: groups, sums and counts by tenure are the engine's. @param engine has a database loaded. */
export function sqlSubscriptions(engine: SqlEngine, lines: readonly Line[]): Subscriptions {
  const text = (column: string): [string, ArrowColumn] => [column, textColumn(lines.map((line) => cell(line, column)))];
  const whole = (column: string, valueOf: (text: string) => bigint): [string, ArrowColumn] => [
    column,
    integerColumn(BigInt64Array.from(lines, (line) => valueOf(cell(line, column)))),
  ];
  const columns = new Map([
    ...[...BREAKDOWNS, 'Churn', 'TotalCharges'].map(text),
    whole('tenure', BigInt),
    whole('MonthlyCharges', unitsOf),
  ]);
  engine.insert('subscriptions', { columns, rows: lines.length });
  return {
    counts: () => ({
      blankCharges: countOf(engine, `trim("TotalCharges") = ''`),
      zeroTenure: countOf(engine, 'tenure = 0'),
    }),
    groups: (column) => groupsIn(engine.query(groupsSql(column))),
    stay: (contract) => kaplanMeier(followedIn(engine.query(followedSql(contract)))),
    source: (amount) => new SqlSource(engine, amountsOf(lines, amount)),
  };
}

function textColumn(values: readonly string[]): ArrowColumn {
  const builder = new DictionaryBuilder();
  for (const value of values) builder.add(value);
  const { codes, values: distinct } = builder.finish();
  return codedTexts(codes, bytesOf(distinct));
}

function countOf(engine: SqlEngine, condition: string): number {
  return integers(engine.query(`SELECT count(*) AS n FROM subscriptions WHERE ${condition}`), 'n')[0] ?? 0;
}

function groupsSql(column: string): string {
  return `
    SELECT "${column}" AS group_value, count(*) AS n, sum(CASE WHEN ${CHURNED} THEN 1 ELSE 0 END) AS churned,
      sum("MonthlyCharges") AS amount, sum(CASE WHEN ${CHURNED} THEN "MonthlyCharges" ELSE 0 END) AS lost
    FROM subscriptions GROUP BY "${column}" ORDER BY "${column}"`;
}

function groupsIn(found: Table): ReturnType<Subscriptions['groups']> {
  const [n, churned] = [integers(found, 'n'), integers(found, 'churned')];
  const [amount, lost] = [bigints(found, 'amount'), bigints(found, 'lost')];
  return texts(found, 'group_value').map((value, i) => ({
    value,
    n: n[i] ?? 0,
    churned: churned[i] ?? 0,
    amount: amount[i] ?? 0n,
    lost: lost[i] ?? 0n,
  }));
}

function followedSql(contract: string | undefined): string {
  const own = contract === undefined ? 'true' : `"Contract" = '${contract.replaceAll("'", "''")}'`;
  return `
    SELECT tenure, sum(CASE WHEN ${CHURNED} THEN 1 ELSE 0 END) AS ended,
      sum(CASE WHEN ${CHURNED} THEN 0 ELSE 1 END) AS censored
    FROM subscriptions WHERE ${own} GROUP BY tenure`;
}

function followedIn(found: Table): Parameters<typeof kaplanMeier>[0] {
  const times = integers(found, 'tenure');
  const longest = Math.max(0, ...times);
  const byTime = (name: string): Int32Array => {
    const counts = new Int32Array(longest + 1);
    integers(found, name).forEach((count, i) => (counts[times[i] ?? 0] = count));
    return counts;
  };
  return { ended: byTime('ended'), censored: byTime('censored') };
}
