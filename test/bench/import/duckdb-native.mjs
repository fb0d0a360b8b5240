/** Native DuckDB with two threads, in a process of its own: `node duckdb-native.mjs MODULES FILE ASKED-AS-JSON`. */
import { createRequire } from 'node:module';
import { CHURN, COHORT, PARETO, tableOf } from './questions.mjs';

const [, , modules, file, asked] = process.argv;
const { DuckDBInstance } = createRequire(`${modules}/`)('@duckdb/node-api');
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const before = process.cpuUsage();
const at = [performance.now()];
await connection.run(tableOf(file, JSON.parse(asked)));
at.push(performance.now());
const figures = {};
for (const question of [PARETO, COHORT, CHURN]) {
  const [row] = (await connection.runAndReadAll(question)).getRowObjectsJson();
  Object.assign(figures, row);
  at.push(performance.now());
}
const [parse, pareto, cohort, churn] = at.slice(1).map((time, i) => time - at[i]);
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000;
console.log(JSON.stringify({ cpu, total: at[4] - at[0], phases: { parse, pareto, cohort, churn }, figures }));
