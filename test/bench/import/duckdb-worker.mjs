import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { CHURN, COHORT, PARETO, tableOf } from './questions.mjs';
import { whenAsked } from './when-asked.mjs';

/** DuckDB-WASM told dialect and types, which is faster than letting it look for them. Its start-up is timed by the page. */
const db = new AsyncDuckDB(new VoidLogger(), new Worker('/rivals/duckdb-browser-eh.worker.js'));
const ready = db.instantiate(new URL('/rivals/duckdb-eh.wasm', location.origin).href).then(() => db.connect());

whenAsked(async ({ file, ...asked }) => {
  const connection = await ready;
  const at = [performance.now()];
  await db.registerFileHandle('sales.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  await connection.query(tableOf('sales.csv', asked));
  at.push(performance.now());
  const figures = {};
  for (const question of [PARETO, COHORT, CHURN]) {
    const [row] = (await connection.query(question)).toArray();
    Object.assign(figures, row.toJSON());
    at.push(performance.now());
  }
  const [parse, pareto, cohort, churn] = at.slice(1).map((time, i) => time - at[i]);
  return { total: at[4] - at[0], phases: { parse, pareto, cohort, churn }, figures };
}, ready);
