/**
 * Makes a fresh clone ready, with nothing but Node: checks its version, installs the packages, finds the browsers.
 * `start`, `test` and `package` begin with it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium, findFirefox } from './browser/find.mjs';

export const root = path.resolve(import.meta.dirname, '..');
const OLDEST = [20, 19];

/** Ends the program with a sentence that says what to do. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    stop(`Vital Few needs Node ${OLDEST.join('.')} or newer; this is ${version}. See https://nodejs.org/`);
}

/** Installs exactly what the lock file says, unless that was already done. */
export function installPackages() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const stamp = path.join(root, 'node_modules/.vital-few-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the packages …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/**
 * Finds the browsers, or installs those that are missing where that can be done without a question: as root on Debian.
 * Elsewhere says the one command to run.
 *
 * @param {{ firefox: boolean }} wanted a Chromium is always wanted.
 */
export function readyBrowsers({ firefox }) {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(firefox && !findFirefox() ? ['firefox-esr'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  const browsers = missing.filter((name) => name !== 'fonts-noto-cjk');
  if (missing.length > 0 && canInstall()) {
    console.log(`Installing ${missing.join(', ')} …`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    return;
  }
  if (browsers.length > 0) stop(`A browser is missing. Install it with:\n  ${commandFor(browsers)}`);
}

/** Runs a program; ends this one when it fails. @param output `inherit` shows what it says, `pipe` only when it fails. */
export function run(program, args, env = {}, output = 'inherit') {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
    // npm is a script on Windows, which only a shell can start; no argument here comes from outside.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  stop(`${stdout ?? ''}${stderr ?? ''}\n${program} ${args.join(' ')} failed${error ? `: ${error.message}` : '.'}`);
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function commandFor(names) {
  if (process.platform === 'darwin')
    return `brew install --cask ${names.map((name) => (name === 'chromium' ? 'google-chrome' : 'firefox')).join(' ')}`;
  if (process.platform === 'win32')
    return names
      .map((name) => `winget install ${name === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox'}`)
      .join(' ; ');
  return `sudo apt-get install ${names.join(' ')}`;
}
