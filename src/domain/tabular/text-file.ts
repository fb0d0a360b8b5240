import { err, ok, type Result } from '@/src/kernel/result';
import type { FileContent } from './file-content';
import { figureColumns } from './figure-columns';
import type { ImportNotice } from './orders/orders';
import { GUESS_ROWS, PREVIEW_ROWS, recogniseRows } from './recognise-rows';
import { isHeaderWord } from './roles/header-word';
import type { ColumnRoles } from './roles/roles';
import type {
  FileFormat,
  FilePreview,
  GivenFormat,
  ReadFile,
  ReadOptions,
  SalesFile,
  SalesFileError,
  TextFormat,
} from './sales-file';
import { scanRows } from './scan-rows';
import { cellEncodingOf } from './scanner';
import { TableBuilder } from './table';
import { decoderOf } from './text/decoder-of';
import { detectDialect, rowsOf } from './text/dialect';
import { detectEncoding } from './text/encoding';
import { findLayout } from './text/layout';

/** Bytes that are enough to know a file by. */
export const SAMPLE_BYTES = 256 * 1024;

/** Later rows may be shorter than the first: room for so many times the rows that are likely by those. */
const MORE_ROWS = 1.06;
/** A file whose first rows are short and many is not believed beyond so many. */
const MOST_LIKELY = 1 << 23;

/** A file of delimited or fixed-width text. */
export class TextFile implements SalesFile {
  private readonly content: FileContent;
  private readonly notices: readonly ImportNotice[];
  private sample: Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> | undefined;
  /** Reading looks at the same beginning again that was shown before. */
  private readonly previews = new Map<string, FilePreview>();

  /** @param notices what is known of the file beside its content. */
  constructor(content: FileContent, notices: readonly ImportNotice[] = []) {
    this.content = content;
    this.notices = notices;
  }

  async preview(given: GivenFormat = {}): Promise<Result<FilePreview, SalesFileError>> {
    this.sample ??= this.content.first(SAMPLE_BYTES);
    const { bytes, whole } = await this.sample;
    if (bytes.length === 0) return err({ code: 'empty', detail: '0 bytes' });
    const key = JSON.stringify(given);
    const preview = this.previews.get(key) ?? previewText(bytes, whole, given);
    this.previews.set(key, preview);
    return ok(preview);
  }

  /** The preview that found this format, or one made by it. */
  private async previewOf(format: TextFormat): Promise<FilePreview> {
    const wanted = JSON.stringify(format);
    const known = [...this.previews.values()].find((one) => JSON.stringify(one.format) === wanted);
    if (known) return known;
    const { bytes, whole } = await this.content.first(SAMPLE_BYTES);
    const { encoding, dialect, layout } = format;
    return previewText(bytes, whole, { encoding, delimiter: dialect.delimiter, headerRow: layout.headerRow });
  }

  async read(format: FileFormat, roles: ColumnRoles, { onProgress, signal }: ReadOptions = {}): Promise<ReadFile> {
    if (format.container !== 'text') throw new Error(`a text file has no sheets`);
    const { encoding, dialect, layout } = format;
    const figures = figureColumns(await this.previewOf(format), roles);
    const builder = new TableBuilder({ ...layout, figures }, cellEncodingOf(encoding, dialect));
    const scan = this.content.scan ?? ((...as) => scanRows(this.content, ...as));
    let read = 0;
    for await (const { blocks, bytes } of scan(encoding, dialect)) {
      signal?.throwIfAborted();
      for (const block of blocks) builder.add(block);
      if (read === 0) builder.expect(likelyRows(builder.rows, this.content.size / bytes));
      read += bytes;
      onProgress?.(builder.rows, read);
    }
    signal?.throwIfAborted();
    return { table: builder.finish(), hasHeader: layout.headerRow > 0, notices: this.notices };
  }
}

/** @param times how often the whole file is what was read of it. */
function likelyRows(rows: number, times: number): number {
  return rows === 0 ? 0 : Math.min(MOST_LIKELY, Math.ceil(rows * times * MORE_ROWS));
}

/**
 * What the first bytes of a text file tell: encoding, dialect, columns, the likely role of each.
 * @param whole whether the sample is all of the file: otherwise its last row is not looked at.
 */
export function previewText(sample: Uint8Array, whole: boolean, given: GivenFormat = {}): FilePreview {
  const encoding = given.encoding ?? detectEncoding(sample);
  const text = decoderOf(encoding)(sample);
  const found = detectDialect(text, whole);
  const dialect = given.delimiter === undefined ? found : { ...found, delimiter: given.delimiter };
  const parsed = rowsOf(text, dialect, GUESS_ROWS);
  const complete = whole || parsed.length === GUESS_ROWS ? parsed : parsed.slice(0, -1);
  const layout = findLayout(complete, isHeaderWord, given.headerRow);
  const filled = complete.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell !== ''));
  const { rows, recognition } = recogniseRows(layout, filled.slice(layout.skip));
  return {
    ...recognition,
    format: { container: 'text', encoding, dialect, layout },
    names: layout.names,
    rows: rows.slice(0, PREVIEW_ROWS),
    sheets: [],
  };
}
