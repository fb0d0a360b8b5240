/** Where browsers live, on the systems people have. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const { platform, env } = process;

const CHROMIUM = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ].map((file) => path.join(env[name] ?? '', file)),
  ),
};

const FIREFOX = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) =>
    path.join(env[name] ?? '', 'Mozilla Firefox\\firefox.exe'),
  ),
};

/** The first Chromium, Chrome or Edge there is; BROWSER_PATH names another. @returns {string | undefined} */
export function findChromium() {
  return [env['BROWSER_PATH'] ?? '', ...(CHROMIUM[platform] ?? CHROMIUM.linux)].find(
    (file) => file !== '' && existsSync(file),
  );
}

/** @returns {string | undefined} */
export function findFirefox() {
  return [env['FIREFOX_PATH'] ?? '', ...(FIREFOX[platform] ?? FIREFOX.linux)].find(
    (file) => file !== '' && existsSync(file),
  );
}
