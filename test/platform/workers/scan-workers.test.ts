import { beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { scanRows, type ScannedPiece } from '@/src/domain/tabular/scan-rows';
import type { Dialect } from '@/src/domain/tabular/text/dialect';
import { blobContent, FileChanged, isFileChanged } from '@/src/platform/files/blob-content';
import { ScanService } from '@/src/platform/workers/scan-service';
import { ScanWorkers } from '@/src/platform/workers/scan-workers';
import { WorkerInThread } from '@/test/support/worker-in-thread';

const COMMA: Dialect = { delimiter: ',', quote: '"', escape: 'doubled' };
const ENDLESS = { begin: () => undefined, next: () => new Promise(() => undefined) };
const LINES = '客户,日期,金额\n"甲, ""一""",2024-01-05,12.50\n\n乙,2024-01-06,7\n'.repeat(40);

let started: WorkerInThread[] = [];
let service: () => object = () => new ScanService();
let workers = new ScanWorkers(start, 10);
beforeEach(() => {
  started = [];
  service = () => new ScanService();
  workers = new ScanWorkers(start, 10);
});

function start(): Worker {
  const worker = new WorkerInThread(service());
  started.push(worker);
  return worker;
}

const ended = (): boolean[] => started.map(({ isEnded }) => isEnded);
const scanned = (file: File): AsyncIterable<ScannedPiece> =>
  must(workers.content(file).scan, 'a scan beside')('utf-8', COMMA);

async function all(pieces: AsyncIterable<ScannedPiece>): Promise<ScannedPiece[]> {
  const list: ScannedPiece[] = [];
  for await (const piece of pieces) list.push(piece);
  return list;
}

describe('a large file', () => {
  it('has the rows that it has when it is scanned here, and its worker ends with it', async () => {
    const file = new File([LINES], 'sales.csv');
    const here = await all(scanRows(blobContent(file, file.name), 'utf-8', COMMA));

    expect(await all(scanned(file))).toEqual(here);
    expect(here.flatMap(({ blocks }) => blocks).reduce((sum, { rows }) => sum + rows, 0)).toBe(120);
    expect(ended()).toEqual([true]);
  });

  it('ends its worker where no more is wanted', async () => {
    for await (const { blocks } of scanned(new File([LINES], 'sales.csv'))) {
      expect(blocks.length).toBeGreaterThan(0);
      break;
    }
    expect(ended()).toEqual([true]);
  });

  it('is never more than one piece ahead of its reader', async () => {
    const pieces: (ScannedPiece | undefined)[] = Array.from({ length: 5 }, () => ({ blocks: [], bytes: 1 }));
    let asked = 0;
    service = () => ({ begin: () => undefined, next: () => [...pieces, undefined][asked++] });
    let taken = 0;
    for await (const piece of scanned(new File([LINES], 'sales.csv'))) {
      taken += piece.bytes;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(asked).toBeLessThanOrEqual(taken + 1);
    }
    expect(taken).toBe(pieces.length);
  });

  it('says that it has changed, across threads', async () => {
    service = () => ({
      begin: () => undefined,
      next: () => {
        throw new FileChanged('there is less in it');
      },
    });
    await expect(all(scanned(new File([LINES], 'sales.csv')))).rejects.toSatisfy(isFileChanged);
    expect(ended()).toEqual([true]);
  });

  it('is told of when its worker dies', async () => {
    service = () => ENDLESS;
    const reading = all(scanned(new File([LINES], 'sales.csv')));
    started[0]?.fail('out of memory');

    await expect(reading).rejects.toThrow('out of memory');
    expect(ended()).toEqual([true]);
  });
});

it('a small file has no worker', () => {
  expect(workers.content(new File(['a,b'], 'small.csv')).scan).toBeUndefined();
  expect(started).toEqual([]);
});

it('a worker is started when a file is opened, once, and ends when none is read', () => {
  workers.content(new File([LINES], 'a.csv'));
  workers.content(new File([LINES], 'b.csv'));
  expect(ended()).toEqual([false]);

  workers.release();
  expect(ended()).toEqual([true]);
});
