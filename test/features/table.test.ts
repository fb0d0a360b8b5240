import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Mechanism {
  readonly id: string;
  readonly name: string;
  readonly screen: string;
  readonly test: string;
  readonly walk: string;
}

/** The rows of the table in docs/features.md. */
const mechanisms: readonly Mechanism[] = read('docs/features.md')
  .split('\n')
  .filter((line) => /^\| S\d\d /.test(line))
  .map((line) => {
    const [id = '', name = '', screen = '', test = '', walk = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { id, name, screen, test: test.replaceAll('`', ''), walk: walk.replaceAll('`', '') };
  });
const tests = readdirSync(path.join(root, 'test/features')).filter((name) => /^S\d\d-/.test(name));

describe('the table of mechanisms', () => {
  it('has each once, in order, with its screen and its tests', () => {
    console.log(mechanisms.map(({ id, test, screen }) => `${id} → ${test} → ${screen}`).join('\n'));
    const ids = mechanisms.map(({ id }) => id);

    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(mechanisms.filter(({ name, screen }) => name === '' || screen === '')).toEqual([]);
  });

  it.each(mechanisms.map((one) => [one.id, one] as const))(
    '%s is proven by the test that it names',
    (id, { test, walk }) => {
      expect(test).toMatch(new RegExp(`^${id}-[a-z0-9-]+\\.test\\.tsx?$`));
      expect(read(`test/features/${test}`)).toMatch(new RegExp(`describe\\('${id} `));
      expect(read(`test/e2e/${walk}`)).toMatch(/^describe[.(]/m);
    },
  );

  it('leaves no test out', () => {
    expect(tests.filter((name) => !mechanisms.some(({ test }) => test === name))).toEqual([]);
  });
});
