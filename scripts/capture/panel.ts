import type { SourceGroup } from '@/src/domain/capture/capture-page';
import type { PageImage } from '@/src/domain/capture/image/page-image';
import { restoreImage, type ImageRealm } from '@/src/domain/capture/image/restore-image';
import { readImage } from '@/src/domain/capture/read-image';
import { finish } from '@/src/kernel/steps';
import { lineOf, type CaptureLine } from './capture-line';
import { structureOf, type Structure } from './structure';
import { timed, type Timed } from './timed';

const realm: ImageRealm = {
  Document,
  Element,
  Node,
  CharacterData,
  createDocument: () => document.implementation.createDocument(null, null),
};

/** A line of `capture:pages`, and how long its parts took in milliseconds. */
export interface TimedLine {
  readonly line: CaptureLine;
  readonly inPage: number;
  readonly longestTask: number;
}

/** Runs where the extension's panel would: what it finds in a page of which `takePage` gave this. */
export function readTaken(page: string, taken: string, only?: SourceGroup): TimedLine {
  const { value: image, task } = imageOf(taken);
  const now = (): number => performance.now();
  const read = timed(readImage(image, { realm, now, ...(only ? { only } : {}) }));
  return { line: lineOf(page, read.value), inPage: image.ms, longestTask: Math.max(task, read.task) };
}

/** The structured data alone of such a page. */
export function readStructure(taken: string): Structure {
  const { value: image } = imageOf(taken);
  return structureOf({ ...finish(restoreImage(image, realm)), url: image.url });
}

function imageOf(taken: string): Timed<PageImage> {
  // Safe: only takePage writes this.
  return JSON.parse(taken) as Timed<PageImage>;
}
