import path from 'node:path';
import { build } from 'vite';
import { root } from './set-up.mjs';

/**
 * One script file with all that it imports, as the text of a script for a page.
 * @param {string} file from the root
 * @param {'es' | 'iife'} format a module, or a script that leaves its exports in a variable called `name`
 * @param {{ alias?: Record<string, string>, plugins?: import('vite').Plugin[] }} more where packages stand that are not the project's
 */
export async function bundleOf(file, format, name = 'bundle', { alias = {}, plugins = [] } = {}) {
  const [built] = [
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      publicDir: false,
      plugins,
      resolve: { alias: { '@': root, ...alias } },
      build: { write: false, lib: { entry: path.join(root, file), formats: [format], name, fileName: name } },
    }),
  ].flat();
  return built.output[0].code;
}
