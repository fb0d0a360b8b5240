import path from 'node:path';
import { build } from 'vite';
import { root } from './set-up.mjs';

/**
 * One TypeScript file with all that it imports, as the text of a script for a page.
 * @param {string} file from the root
 * @param {'es' | 'iife'} format a module, or a script that leaves its exports in a variable called `name`
 */
export async function bundleOf(file, format, name = 'bundle') {
  const [built] = [
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      resolve: { alias: { '@': root } },
      build: { write: false, lib: { entry: path.join(root, file), formats: [format], name, fileName: name } },
    }),
  ].flat();
  return built.output[0].code;
}
