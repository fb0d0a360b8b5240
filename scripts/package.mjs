/**
 * `npm run package`: one archive for Chrome and Edge, one for Firefox, both held to the stores' rules, with the install
 * guide beside them. Prints where they are; its last line is one JSON object. Fails when the linter finds an error or an
 * archive is above the budget.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkNode, installPackages, root, run, stop } from './set-up.mjs';

const BUDGET_MEGABYTES = 20;

checkNode();
installPackages();
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const output = path.join(root, '.output');

const archives = [];
for (const [browser, options] of [
  ['chrome', []],
  ['firefox', ['--mv3']],
]) {
  run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'zip', '-b', browser, ...options], {}, 'pipe');
  const file = path.join(output, `${name}-${version}-${browser}.zip`);
  archives.push({ browser, file, megabytes: Math.round(statSync(file).size / 10_000) / 100 });
}
const { errors, warnings, notices } = lint(path.join(output, 'firefox-mv3'));
const guide = path.join(output, 'install.md');
copyFileSync(path.join(root, 'docs/install.md'), guide);

for (const { browser, file, megabytes } of archives) console.log(`${browser}: ${file} (${megabytes} MB)`);
console.log(`Install guide: ${guide}`);
console.log(`Linter: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
for (const { code, file, message } of [...errors, ...warnings]) console.log(`  ${code} ${file ?? ''}: ${message}`);
console.log(
  JSON.stringify({
    ...Object.fromEntries(archives.map(({ browser, megabytes }) => [`${browser}Megabytes`, megabytes])),
    lintErrors: errors.length,
    lintWarnings: warnings.length,
  }),
);
if (errors.length > 0) stop('The linter of the Firefox store finds errors.');
if (archives.some(({ megabytes }) => megabytes > BUDGET_MEGABYTES)) stop(`An archive is above ${BUDGET_MEGABYTES} MB.`);

/** What the linter of the Firefox store says of a built extension. */
function lint(folder) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', folder, '--output', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  try {
    return JSON.parse(stdout);
  } catch {
    return stop(`The linter did not answer:\n${stdout}\n${stderr}`);
  }
}
