import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';

/** What the tables and results of a notebook may take up. */
const MEMORY = '1GB';

/**
 * Closes the engine to files, addresses, extensions and settings, for good: the last line refuses every later one. The order
 * matters, as access can be taken away but not given back.
 */
const LOCK = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  'SET allow_community_extensions = false',
  `SET memory_limit = '${MEMORY}'`,
  'SET allowed_directories = []',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

export function lockEngine(connection: DuckDBConnection): void {
  for (const statement of LOCK) connection.query(statement);
}
