import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** The node of the picture that a module belongs to; inside the domain, each of its folders. */
function nodeOf(module: string): string | undefined {
  if (module.startsWith('src/app/ports/')) return 'ports';
  return /^(?:src\/domain\/(\w+)|src\/(kernel|app|platform|ui)|(entrypoints|scripts))\//
    .exec(module)
    ?.slice(1)
    .find((name) => name !== undefined);
}

it('the picture in docs/architecture.md is the import graph', () => {
  const cruised = execFileSync(process.execPath, [path.join(root, 'test/config/cruise.mjs')], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  // Safe: the program prints this shape.
  const { edges } = JSON.parse(cruised) as { edges: [string, string][] };
  const isDomain = (module: string): boolean => module.startsWith('src/domain/');
  const found = edges.flatMap(([from, to]) => {
    const inside = isDomain(from) && isDomain(to);
    const [a, b] = [from, to].map((module) => (isDomain(module) && !inside ? 'domain' : nodeOf(module)));
    return a === undefined || b === undefined || a === b ? [] : [`${a} --> ${b}`];
  });
  const picture =
    /```mermaid\n([^`]*)```/.exec(readFileSync(path.join(root, 'docs/architecture.md'), 'utf8'))?.[1] ?? '';
  const drawn = picture
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes('-->'));

  expect(found.length).toBeGreaterThan(100);
  expect([...new Set(found)].toSorted()).toEqual(drawn.toSorted());
});
