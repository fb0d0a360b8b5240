import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lineOf, type CaptureLine } from '@/scripts/capture/capture-line';
import { readHtml } from './page';

/** A page of ours and what a reader who knows it would file: a part of a line of `capture:pages`. */
export interface PageFixture {
  readonly name: string;
  readonly line: CaptureLine;
  readonly expected: { readonly url: string } & Partial<CaptureLine>;
}

const FOLDER = path.resolve('test/fixtures/pages');

/** All `<name>.html` with `<name>.json` of a folder there, read as the extension reads them; bytes as their meta element says. */
export function readFixtures(group: string): PageFixture[] {
  const folder = path.join(FOLDER, group);
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return pages.map((file) => {
    const expected = JSON.parse(readFileSync(path.join(folder, file.replace('.html', '.json')), 'utf8'));
    const name = file.replace('.html', '');
    return { name, expected, line: lineOf(name, readHtml(htmlIn(path.join(folder, file)), expected.url)) };
  });
}

function htmlIn(file: string): string {
  const bytes = readFileSync(file);
  const [, charset = 'utf-8'] = /<meta charset="?([\w-]+)/i.exec(bytes.toString('latin1')) ?? [];
  return new TextDecoder(charset).decode(bytes);
}

/** How many of the values that are wanted were found, and of those found were wanted; every miss in words. */
export interface Tally {
  readonly found: number;
  readonly wanted: number;
  readonly right: number;
  readonly misses: readonly string[];
}

/** @param pick the values of one kind in a line, written so that equal ones are equal; undefined where nothing is said. */
export function tally(
  fixtures: readonly PageFixture[],
  pick: (line: Partial<CaptureLine>) => readonly string[] | undefined,
): Tally {
  const misses: string[] = [];
  let [found, wanted, right] = [0, 0, 0];
  for (const { name, line, expected } of fixtures) {
    const all = pick(expected);
    if (!all) continue;
    const got = pick(line) ?? [];
    const hits = all.filter((one) => got.includes(one));
    wanted += all.length;
    found += got.length;
    right += hits.length;
    for (const one of all) if (!got.includes(one)) misses.push(`${name}: not found: ${one}`);
    for (const one of got) if (!all.includes(one)) misses.push(`${name}: not wanted: ${one}`);
  }
  return { found, wanted, right, misses };
}

/** 1 where all that is wanted and nothing else was found; 0 when nothing was. */
export function f1({ found, wanted, right }: Tally): number {
  return found + wanted === 0 ? 0 : (2 * right) / (found + wanted);
}
