import { err, ok, type Result } from '@/src/kernel/result';
import { WORKBOOK_LIMITS, type Sheet, type WorkbookLimits } from './sheet';
import { refused, type WorkbookError } from './workbook-fault';
import { XmlScanner } from './xml-scanner';
import { XmlSheetsScan } from './xml-sheets-scan';

const STEP = 1 << 18;

/**
 * The sheets of an XML Spreadsheet of 2003, which many systems still write and call .xls.
 * @param text decoded already. @see readXlsx for what becomes of cells, and for what is refused.
 */
export function readXmlSpreadsheet(
  text: string,
  limits: Pick<WorkbookLimits, 'rows' | 'columns' | 'cells'> = WORKBOOK_LIMITS,
): Result<readonly Sheet[], WorkbookError> {
  try {
    const scan = new XmlSheetsScan({ limits, cells: 0 });
    const scanner = new XmlScanner(scan);
    const start = text.search(/[^\s\uFEFF]/);
    for (let at = Math.max(0, start); at < text.length; at += STEP) scanner.write(text.slice(at, at + STEP));
    scanner.end();
    return scan.isWorkbook ? ok(scan.sheets) : err({ code: 'not-a-workbook', detail: 'XML of another sort' });
  } catch (thrown) {
    return refused(thrown);
  }
}
