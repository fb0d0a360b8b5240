/** The packages the reading is measured against: installed once under .output, and absent where that does not work. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/set-up.mjs';
import { folder } from './sales-data.mjs';

const LONGEST_INSTALL = 300_000;

/** The folder of the installed packages. */
export const modules = path.join(folder, 'rivals/node_modules');

export function installRivals() {
  const home = path.dirname(modules);
  mkdirSync(home, { recursive: true });
  copyFileSync(path.join(root, 'test/bench/rivals/package.json'), path.join(home, 'package.json'));
  if (['@duckdb/duckdb-wasm', '@duckdb/node-api', 'arquero', 'apache-arrow'].every((name) => isInstalled(name))) return;
  console.log('Installing what is compared with …');
  const args = ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', args, { stdio: 'inherit', timeout: LONGEST_INSTALL });
}

export function isInstalled(name) {
  return existsSync(path.join(modules, name, 'package.json'));
}

/** The version of pandas, or undefined. */
export function pandasVersion() {
  const { status, stdout } = spawnSync('python3', ['-c', 'import pandas; print(pandas.__version__)'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
}
