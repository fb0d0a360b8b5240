import { existsSync } from 'node:fs';
import path from 'node:path';
import { findFirefox } from '@/scripts/browser/find.mjs';
import { launchFirefox } from '@/scripts/browser/firefox.mjs';
import { FIREFOX_BUILD } from './chromium';

export type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

/** Firefox with the built extension, every request through the proxy. */
export async function openFirefox(options: {
  proxyPort: number;
  profile: string;
  grantsWhatIsAsked?: boolean;
}): Promise<Firefox> {
  if (!existsSync(path.join(FIREFOX_BUILD, 'manifest.json'))) throw new Error('Build first: npm run build:firefox');
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found.');
  return launchFirefox({ executablePath, extension: FIREFOX_BUILD, ...options });
}
