import type { Database } from './database';

/** Rows read at a time. */
export const PAGE = 200;

/** The rows of a table in the order of their keys, read a page at a time. */
export async function* pagesOf(db: Database, name: string): AsyncGenerator<unknown> {
  const table = db.table(name);
  const { keyPath } = table.schema.primKey;
  const keyOf = (row: Record<string, unknown>): unknown =>
    Array.isArray(keyPath) ? keyPath.map((part) => row[part]) : row[String(keyPath)];
  for (let after: unknown; ;) {
    const page: Record<string, unknown>[] = await (
      after === undefined ? table.orderBy(':id') : table.where(':id').above(after)
    )
      .limit(PAGE)
      .toArray();
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = keyOf(last);
  }
}
