import type { WorkbookLimits } from './sheet';
import { WorkbookFault } from './workbook-fault';
import { XmlScanner, type XmlHandler } from './xml-scanner';
import { XmlText } from './xml-text';
import { zipEntries, type ZipEntry } from './zip-entries';
import { zipPart, type Gunzip, type InflateLedger } from './zip-part';

/** Whoever runs a reader: told how far it is, may let others go first, may stop it. */
export interface Watch {
  /** @param share from 0 to 1. */
  readonly onProgress?: (share: number) => void | Promise<void>;
  readonly signal?: AbortSignal;
  /** Unpacks instead of the library. */
  readonly gunzip?: Gunzip;
}

/** Bytes between two looks at whether to go on. */
const BETWEEN = 1 << 20;

/** The XML parts of an OOXML file. */
export class WorkbookArchive {
  private readonly bytes: Uint8Array;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly ledger: InflateLedger;
  private readonly watch: Watch;
  private read = 0;
  private looked = 0;

  /** @throws WorkbookFault when it is no archive that can be read. */
  constructor(bytes: Uint8Array, limits: WorkbookLimits, watch: Watch) {
    this.bytes = bytes;
    this.entries = zipEntries(bytes, limits.entries);
    this.ledger = { limits, inflated: 0 };
    this.watch = watch;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Reads one part from end to end. @returns the handler. @throws WorkbookFault when it is missing, damaged or too large.
   * @throws the signal's reason when it aborts.
   */
  async scan<T extends XmlHandler>(name: string, handler: T): Promise<T> {
    const entry = this.entries.get(name);
    if (!entry) throw new WorkbookFault('damaged', `${name} is missing`);
    const scanner = new XmlScanner(handler);
    const text = new XmlText();
    let done = 0;
    for await (const piece of zipPart(this.bytes, entry, this.ledger, this.watch.gunzip)) {
      for (const stretch of text.next(piece)) scanner.write(stretch);
      done += piece.length;
      if (this.ledger.inflated - this.looked >= BETWEEN) await this.look((entry.packed * done) / entry.size);
    }
    scanner.write(text.last());
    scanner.end();
    this.read += entry.packed;
    return handler;
  }

  private async look(within: number): Promise<void> {
    this.looked = this.ledger.inflated;
    this.watch.signal?.throwIfAborted();
    await this.watch.onProgress?.(Math.min(1, (this.read + within) / this.bytes.length));
    this.watch.signal?.throwIfAborted();
  }
}
