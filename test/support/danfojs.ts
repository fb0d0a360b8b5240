import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withoutPlotly } from '@/scripts/slim-danfojs.mjs';
import type { Frames } from '@/src/platform/cells/frame-groups';

const BUNDLE = path.resolve(import.meta.dirname, '../../node_modules/danfojs/lib/bundle.esm.js');

/**
 * The danfojs that browsers get. Its build for Node needs packages that are left out here, and its build for browsers takes
 * every Node for a machine with TensorFlow: while it loads, this one does not say that it is a Node.
 */
export async function loadDanfojs(): Promise<Frames> {
  const code = withoutPlotly(await readFile(BUNDLE, 'utf8'));
  const { versions } = process;
  Object.defineProperty(process, 'versions', { value: { ...versions, node: undefined }, configurable: true });
  try {
    // Safe: the module is the one whose types these are.
    return (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as Frames;
  } finally {
    Object.defineProperty(process, 'versions', { value: versions, configurable: true });
  }
}
