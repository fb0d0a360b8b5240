import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';

const lockFor = (memory: string): readonly string[] => [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  'SET allow_community_extensions = false',
  `SET memory_limit = '${memory}'`,
  'SET allowed_directories = []',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * Closes the engine to files, addresses, extensions and settings, for good: the last line refuses every later one. The order
 * matters, as access can be taken away but not given back.
 * @param memory what tables and results may take up, as the engine reads it.
 */
export function lockEngine(connection: DuckDBConnection, memory: string): void {
  for (const statement of lockFor(memory)) connection.query(statement);
}
