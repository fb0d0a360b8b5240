import { WorkbookFault } from './workbook-fault';

/** One part of an archive as its central directory describes it. Sizes are what the file claims. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its data begins. */
  readonly start: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffff_ffff;

/**
 * The parts of a ZIP by name: lower case, `/` for `\`, no `/` in front. Names are labels and never paths; of two of one
 * name the first counts. Nothing is unpacked.
 *
 * @throws WorkbookFault when there is no directory, it points outside of the file, lists more than `limit` parts, or
 *   parts are locked.
 * @source APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3 (ZIP64).
 */
export function zipEntries(bytes: Uint8Array, limit: number): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(view, limit);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new WorkbookFault('damaged', 'the directory points outside of the file');
    throw thrown;
  }
}

function entriesOf(view: DataView, limit: number): Map<string, ZipEntry> {
  const { count, offset } = directoryOf(view);
  if (count > limit) throw new WorkbookFault('too-large', `${count} parts`);
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new WorkbookFault('damaged', 'the directory is broken');
    const entry = entryAt(view, at);
    if (!entries.has(entry.name)) entries.set(entry.name, entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function directoryOf(view: DataView): { count: number; offset: number } {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  const isLarge = end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64;
  if (!isLarge || (count !== FULL_16 && offset !== FULL_32)) return { count, offset };
  const large = wide(view, end - 20 + 8);
  if (view.getUint32(large, true) !== END_64) throw new WorkbookFault('damaged', 'no ZIP64 directory');
  return { count: wide(view, large + 32), offset: wide(view, large + 48) };
}

/** A comment of up to 65,535 bytes may follow it. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - FULL_16); at--) if (view.getUint32(at, true) === END) return at;
  throw new WorkbookFault('damaged', 'the end of the archive is missing');
}

function entryAt(view: DataView, at: number): ZipEntry {
  if (view.getUint16(at + 8, true) & 1) throw new WorkbookFault('encrypted', 'parts of the archive are locked');
  const length = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, length));
  const { size, packed, offset } = sizesAt(view, at);
  if (view.getUint32(offset, true) !== LOCAL) throw new WorkbookFault('damaged', `${name} is not where it should be`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw new WorkbookFault('damaged', `${name} is cut off`);
  const crc = view.getUint32(at + 16, true);
  return { name: labelOf(name), method: view.getUint16(at + 10, true), crc, packed, size, start };
}

/** Sizes that do not fit stand in the extra field, in this order, and only those that do not fit. */
function sizesAt(view: DataView, at: number): { size: number; packed: number; offset: number } {
  const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let extra = largeField(view, at);
  const [size = 0, packed = 0, offset = 0] = narrow.map((value) => {
    if (value !== FULL_32 || extra === undefined) return value;
    extra += 8;
    return wide(view, extra - 8);
  });
  return { size, packed, offset };
}

function largeField(view: DataView, at: number): number | undefined {
  let field = at + 46 + view.getUint16(at + 28, true);
  const end = field + view.getUint16(at + 30, true);
  while (field + 4 <= end) {
    if (view.getUint16(field, true) === 1) return field + 4;
    field += 4 + view.getUint16(field + 2, true);
  }
  return undefined;
}

function wide(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new WorkbookFault('damaged', 'a size that no file has');
  return value;
}

/** The form in which parts are looked up. */
export function labelOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
