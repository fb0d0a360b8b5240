/**
 * What `npm run check` holds the tree to. Every check takes the root of a tree, so that guards.test.ts can hand it a
 * tree with one planted fault, and says how many files it looked at: a check that looked at nothing has failed.
 *
 * @typedef {{ ok: boolean, looked: number, output: string }} Finding
 * @typedef {{ name: string, run: (root: string) => Promise<Finding> }} Check
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findSlowPatterns } from './slow-patterns.mjs';

const modules = path.join(import.meta.dirname, '../../node_modules');
const execute = promisify(execFile);

/** Files in which a word that is dangerous elsewhere is needed, each with its reason. */
const ALLOWED = {
  innerHTML: [],
  eval: [],
  // The SQL worker names them to take them away.
  fetch: ['src/platform/net/', 'src/platform/cells/sql-scope.ts'],
};

const FORBIDDEN = [
  {
    word: 'innerHTML',
    pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
  },
  { word: 'eval', pattern: /((?<![$\w])eval\(|\bnew Function\b)/ },
  {
    word: 'fetch',
    pattern: /(\bfetch\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bEventSource\b|\bsendBeacon\b)/,
  },
];

const DUMPING_GROUNDS = /(^|\/)(utils?|helpers?|common|misc|shared|manager)(\/|\.)/;

const TOP_LEVEL =
  /^(package\.json|package-lock\.json|tsconfig\.json|wxt\.config\.ts|entrypoints|src|notebooks|test|README\.md|LICENSE|CHANGELOG\.md|docs|scripts|node_modules|\..*)$/;

/** @type {readonly Check[]} */
export const checks = [
  { name: 'types', run: (root) => tool(root, 'typescript', 'bin/tsc', ['--noEmit', '-p', root]) },
  { name: 'lint', run: (root) => tool(root, 'oxlint', 'bin/oxlint', []) },
  {
    name: 'format',
    run: (root) => tool(root, 'prettier', 'bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'architecture', run: cruiseTree },
  { name: 'unused', run: (root) => tool(root, 'knip', 'bin/knip.js', ['--no-progress']) },
  { name: 'dangerous words', run: findDangerousWords },
  { name: 'patterns', run: checkPatterns },
  { name: 'locales', run: compareLocales },
  { name: 'layout', run: checkLayout },
];

async function tool(root, packageName, bin, args) {
  const script = path.join(modules, packageName, bin);
  const looked = sourceFiles(root).length;
  try {
    const { stdout, stderr } = await execute(process.execPath, [script, ...args], {
      cwd: root,
      maxBuffer: 1 << 26,
    });
    return { ok: looked > 0, looked, output: stdout + stderr };
  } catch (failure) {
    return { ok: false, looked, output: `${failure.stdout ?? ''}${failure.stderr ?? ''}` || String(failure) };
  }
}

async function cruiseTree(root) {
  const script = path.join(import.meta.dirname, 'cruise.mjs');
  const { stdout } = await execute(process.execPath, [script], { cwd: root, maxBuffer: 1 << 26 });
  const { looked, violations } = JSON.parse(stdout);
  const output = violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).join('\n');
  return { ok: looked > 0 && violations.length === 0, looked, output };
}

async function findDangerousWords(root) {
  const files = sourceFiles(root).filter((file) => /^(src|entrypoints|scripts)\//.test(file));
  const faults = files.flatMap((file) => {
    const code = readFileSync(path.join(root, file), 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '');
    return FORBIDDEN.filter(({ word, pattern }) => pattern.test(code) && !isAllowed(word, file)).map(
      ({ word }) => `${word}: ${file}`,
    );
  });
  return { ok: files.length > 0 && faults.length === 0, looked: files.length, output: faults.join('\n') };
}

function isAllowed(word, file) {
  return ALLOWED[word].some((prefix) => file.startsWith(prefix));
}

async function checkPatterns(root) {
  const files = sourceFiles(root).filter((file) => /^(src|entrypoints)\//.test(file));
  const { looked, faults } = findSlowPatterns(root, files);
  return { ok: looked > 0 && faults.length === 0, looked, output: faults.join('\n') };
}

async function compareLocales(root) {
  const folder = path.join(root, 'src/locales');
  const languages = ['en', 'zh-CN', 'zh-TW'];
  const keys = languages.map((language) => localeKeys(path.join(folder, language)));
  const all = new Set(keys.flat());
  const faults = languages.flatMap((language, i) =>
    [...all].filter((key) => !keys[i].includes(key)).map((key) => `${language} lacks ${key}`),
  );
  return { ok: all.size > 0 && faults.length === 0, looked: all.size, output: faults.join('\n') };
}

/** `file:nested.key` of every text; plural forms of a key count as one, for Chinese has no plural. */
function localeKeys(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const walk = (value, at) =>
      typeof value === 'string'
        ? [at.replace(/_(one|other)$/, '')]
        : Object.entries(value).flatMap(([k, v]) => walk(v, `${at}.${k}`));
    return [...new Set(walk(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file))];
  });
}

async function checkLayout(root) {
  const files = sourceFiles(root);
  const faults = [
    ...readdirSync(root)
      .filter((name) => !TOP_LEVEL.test(name))
      .map((name) => `not at the top level: ${name}`),
    ...files.filter((file) => DUMPING_GROUNDS.test(file)).map((file) => `names no idea: ${file}`),
  ];
  return { ok: files.length > 0 && faults.length === 0, looked: files.length, output: faults.join('\n') };
}

/** Every TypeScript and script file of the project, by path from the root. */
export function sourceFiles(root) {
  return ['src', 'entrypoints', 'scripts', 'test']
    .flatMap((top) => filesUnder(root, top))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file));
}

function filesUnder(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, file) : [file];
  });
}
