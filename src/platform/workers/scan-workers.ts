import { wrap } from 'comlink';
import type { FileContent } from '@/src/domain/tabular/file-content';
import type { ScannedPiece } from '@/src/domain/tabular/scan-rows';
import { blobContent } from '../files/blob-content';
import type { ScanService } from './scan-service';

/** A smaller file is read before another worker has done much of it. */
const AT_LEAST = 16 << 20;

/**
 * Files whose rows are found by a worker of their own where they are large, while the caller makes columns of them. The worker
 * is started when such a file is opened and ends with its reading.
 */
export class ScanWorkers {
  private readonly start: () => Worker;
  private readonly atLeast: number;
  /** Waits for the file that was opened to be read. */
  private spare: Worker | undefined;

  constructor(start: () => Worker, atLeast = AT_LEAST) {
    this.start = start;
    this.atLeast = atLeast;
  }

  content(file: File): FileContent {
    const content = blobContent(file, file.name);
    if (file.size < this.atLeast) return content;
    this.spare ??= this.start();
    return { ...content, scan: (...as) => scan(this.take(), file, as) };
  }

  /** What was opened will not be read. */
  release(): void {
    this.spare?.terminate();
    this.spare = undefined;
  }

  private take(): Worker {
    const worker = this.spare ?? this.start();
    this.spare = undefined;
    return worker;
  }
}

async function* scan(
  worker: Worker,
  file: File,
  as: Parameters<NonNullable<FileContent['scan']>>,
): AsyncGenerator<ScannedPiece> {
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  /** The worker does not tell of its own end: whoever waits for it would wait for ever. */
  const told = <T>(answer: Promise<T>): Promise<T> => {
    const first = Promise.race([answer, failed]);
    // A failure is met where it is waited for, or not at all when reading has ended.
    first.catch(() => undefined);
    return first;
  };
  try {
    const remote = wrap<ScanService>(worker);
    await told(remote.begin(file, ...as));
    let next = told(remote.next());
    for (let piece = await next; piece; piece = await next) {
      // Found while the one at hand is worked on. No more than one: each is twice its part of the file.
      next = told(remote.next());
      yield piece;
    }
  } finally {
    worker.terminate();
  }
}
