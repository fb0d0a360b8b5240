import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBindings } from '@/scripts/cli/open-bindings';
import { SqlEngine } from '@/src/platform/cells/sql-engine';
import { ordersFrom } from '@/test/support/orders';
import { faultOf, ordersTable, ready, SHORT_LIMITS, tableOf } from '@/test/support/sql-engine';

const db = await openBindings();
const engine = new SqlEngine(db, SHORT_LIMITS);
const orders = ordersTable(ordersFrom([{ customer: 'a', day: '2024-01-05', cents: 100 }]));
const SECRET = 'secret.csv';
const CONTENT = 987_654_321;

let folder = '';
let requests = 0;
const server = createServer((_, response) => {
  requests++;
  response.end('a\n1\n');
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sql-cells-'));
  await writeFile(path.join(folder, SECRET), `a\n${CONTENT}\n`);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

it('an engine that is not locked reads the file: what follows is refused, not impossible', () => {
  db.open({ path: ':memory:' });
  const connection = db.connect();
  const read = connection.query(`SELECT a FROM read_csv('${folder}/${SECRET}')`);
  connection.close();
  db.reset();

  expect(Number(read.getChild('a')?.get(0))).toBe(CONTENT);
});

const NOT_PERMITTED = { code: 'not-permitted' };

it.each([
  ["FROM read_csv('FILE')", NOT_PERMITTED],
  ["FROM 'FILE'", NOT_PERMITTED],
  ["FROM read_csv('ADDRESS/x.csv')", NOT_PERMITTED],
  ["FROM 'ADDRESS/x.csv'", NOT_PERMITTED],
  ["FROM read_text('FILE')", NOT_PERMITTED],
  ["FROM read_blob('FILE')", NOT_PERMITTED],
  ["FROM glob('FOLDER/*')", NOT_PERMITTED],
  ["FROM sniff_csv('FILE')", NOT_PERMITTED],
  ["SELECT * FROM query('FROM ''FILE''')", NOT_PERMITTED],
  ["FROM query_table('FILE')", NOT_PERMITTED],
  ["CREATE VIEW v AS FROM 'FILE'", NOT_PERMITTED],
  ["CREATE TABLE t AS FROM read_csv('FILE')", NOT_PERMITTED],
  ["COPY orders TO 'FOLDER/out.csv'", NOT_PERMITTED],
  ["COPY orders FROM 'FILE'", NOT_PERMITTED],
  ["EXPLAIN ANALYZE COPY orders TO 'FOLDER/out.csv'", NOT_PERMITTED],
  ["ATTACH 'FOLDER/x.db' AS x", NOT_PERMITTED],
  ["ATTACH ':memory:' AS x", NOT_PERMITTED],
  ['INSTALL httpfs', NOT_PERMITTED],
  ["FORCE INSTALL json FROM 'ADDRESS'", NOT_PERMITTED],
  ['LOAD httpfs', NOT_PERMITTED],
  ["LOAD 'FILE'", NOT_PERMITTED],
  ['SET enable_external_access = true', NOT_PERMITTED],
  ['SET GLOBAL enable_external_access = true', NOT_PERMITTED],
  ['RESET enable_external_access', NOT_PERMITTED],
  ['RESET lock_configuration', NOT_PERMITTED],
  ['PRAGMA enable_external_access = true', NOT_PERMITTED],
  ["PRAGMA profile_output = 'FOLDER/profile'", NOT_PERMITTED],
  ["SET memory_limit = '64GB'", NOT_PERMITTED],
  ["SET custom_extension_repository = 'ADDRESS'", NOT_PERMITTED],
  ["EXPORT DATABASE 'FOLDER/all'", NOT_PERMITTED],
  ["IMPORT DATABASE 'FOLDER'", NOT_PERMITTED],
  ["CREATE SECRET s (TYPE http, BEARER_TOKEN 'x')", NOT_PERMITTED],
  ["CREATE OR REPLACE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')", NOT_PERMITTED],
  ["CALL enable_logging(storage = 'file', storage_path = 'FOLDER/log')", NOT_PERMITTED],
  ["FROM enable_logging('QueryLog', storage = 'file', storage_path = 'FOLDER/log')", NOT_PERMITTED],
  ['COMMIT', NOT_PERMITTED],
  ['SELECT 1; ROLLBACK; DROP TABLE orders', NOT_PERMITTED],
  ['EXPLAIN ANALYZE COMMIT', NOT_PERMITTED],
  ['SELECT 1;\u00a0commit', NOT_PERMITTED],
  ['SELECT 1 /* ; */ ; -- \u2003x\n/* */ begin', NOT_PERMITTED],
  ['USE memory', NOT_PERMITTED],
  ['CHECKPOINT', NOT_PERMITTED],
  ['WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n * 2 % 7 FROM r) SELECT max(n) FROM r', { code: 'too-long' }],
  ["SELECT repeat('x', 4000000000000)", { code: expect.stringMatching(/^(?:cell-failed|out-of-memory)$/) }],
])('%s', async (statement, fault) => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sql = statement
    .replaceAll('FILE', `${folder}/${SECRET}`)
    .replaceAll('FOLDER', folder)
    .replaceAll('ADDRESS', address);
  const answer = ready(engine, 'orders', orders).run(sql, {});

  expect(faultOf(answer)).toMatchObject(fault);
  expect(JSON.stringify(answer)).not.toContain(String(CONTENT));
  expect(tableOf(ready(engine, 'orders', orders).run('SELECT count(*) FROM orders', {})).rows).toEqual([[1]]);
  expect(await readdir(folder)).toEqual([SECRET]);
  expect(requests).toBe(0);
});
