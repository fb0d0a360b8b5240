import { err, ok, type Result } from '@/src/kernel/result';
import { BookFile } from './book-file';
import { wholeOf, type FileContent } from './file-content';
import type { ImportNotice } from './orders/orders';
import type { SalesFile, SalesFileError } from './sales-file';
import { decoderOf } from './text/decoder-of';
import { detectEncoding } from './text/encoding';
import { TextFile } from './text-file';
import { CONTAINER_SAMPLE, containerOf, type Container } from './workbook/container-of';
import { readHtmlTable } from './workbook/read-html-table';
import { readXlsx } from './workbook/read-xlsx';
import type { Watch } from './workbook/workbook-archive';
import { readXmlSpreadsheet } from './workbook/read-xml-spreadsheet';
import { WORKBOOK_LIMITS, type Sheet } from './workbook/sheet';
import type { WorkbookError } from './workbook/workbook-fault';

/** Reads the older workbooks (.xls), which need a library that is only loaded for them. */
export type XlsReader = (bytes: Uint8Array) => Promise<Result<readonly Sheet[], WorkbookError>>;

/** What a file of a name is taken to be. Text has many names and is not told apart. */
const BY_NAME: readonly [RegExp, Container][] = [
  [/\.xlsx$/i, 'xlsx'],
  [/\.xls$/i, 'xls'],
  [/\.html?$/i, 'html'],
];

/**
 * Opens a sales file by what is in it, whatever its name says: a workbook, a table in HTML or XML under the name of one, or
 * delimited text. Workbooks are read whole at once, text when it is asked for.
 * @param watch may let others go first, and stop, while a workbook is unpacked, and unpack it.
 * @throws the signal's reason when it aborts.
 */
export async function openSalesFile(
  content: FileContent,
  readXls: XlsReader,
  watch: Watch = {},
): Promise<Result<SalesFile, SalesFileError>> {
  const { bytes: first } = await content.first(CONTAINER_SAMPLE);
  if (first.length === 0) return err({ code: 'empty', detail: '0 bytes' });
  const container = containerOf(first);
  const named = BY_NAME.find(([name]) => name.test(content.name.replace(/\.gz$/i, '')))?.[1];
  const isNamed =
    named === undefined ? container === 'text' || !/\.(?:csv|tsv|txt)$/i.test(content.name) : named === container;
  const notices: ImportNotice[] = isNamed ? [] : ['not-what-it-says'];
  if (container === 'text' || container === 'gzip') return ok(new TextFile(content, notices));
  const bytes = await wholeOf(content);
  const read =
    container === 'xlsx' ? await readXlsx(bytes, WORKBOOK_LIMITS, watch) : await readBook(container, bytes, readXls);
  return read.ok ? ok(new BookFile(container, read.value, notices)) : read;
}

async function readBook(
  container: Exclude<Container, 'text' | 'gzip' | 'xlsx'>,
  bytes: Uint8Array,
  readXls: XlsReader,
): Promise<Result<readonly Sheet[], WorkbookError>> {
  if (container === 'xls') return readXls(bytes);
  const text = decoderOf(detectEncoding(bytes))(bytes);
  if (container === 'xml-spreadsheet') return readXmlSpreadsheet(text);
  const sheet = readHtmlTable(text);
  return sheet.ok ? ok([sheet.value]) : sheet;
}
