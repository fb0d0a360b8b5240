import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
const linesOf = (file: string): number => read(file).trimEnd().split('\n').length;

/** What a new kind may come to, words and tests included. */
const MOST_LINES = 250;

describe('a kind that the product does not know', () => {
  it('needs nothing but the vocabulary of records', () => {
    const sources = [...read('test/contract/throw-away/tender.kind.ts').matchAll(/from '([^']+)'/g)].map(
      ([, from]) => from,
    );

    expect(sources).toEqual(['@/src/domain/records/field', '@/src/domain/records/kind']);
    expect(read('test/contract/throw-away/tender-texts.ts')).not.toMatch(/^import/m);
  });

  it('is named nowhere in the product', () => {
    const files = [...filesUnder('src'), ...filesUnder('entrypoints')];

    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /tender(?!ness)/i.test(`${file} ${read(file)}`))).toEqual([]);
  });
});

describe('a kind of the product', () => {
  it.each([
    ['visit', 'src/domain/visits/visit.kind.ts'],
    ['complaint', 'src/domain/care/complaint.kind.ts'],
  ])('%s stays small, with its words in one language and its tests', (name, file) => {
    const own = filesUnder('test').filter((one) => new RegExp(`/${name}[.-][^/]*test\\.tsx?$`).test(one));
    const lines = [file, `src/locales/en/kind-${name}.json`, ...own].map(linesOf);

    expect(own).toContain(`test/contract/kinds/${name}.test.tsx`);
    expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_LINES);
  });
});

describe('the tender', () => {
  it('comes to as little with its words and its tests', () => {
    const words = linesOf('test/contract/throw-away/tender-texts.ts') / 3;

    expect(linesOf('test/contract/throw-away/tender.kind.ts') + words).toBeLessThanOrEqual(MOST_LINES);
  });
});
