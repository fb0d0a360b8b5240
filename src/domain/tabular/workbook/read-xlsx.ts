import { ok, type Result } from '@/src/kernel/result';
import { isLike, OLE } from './container-of';
import { SharedStringsScan } from './shared-strings';
import { WORKBOOK_LIMITS, type Sheet, type WorkbookLimits } from './sheet';
import { FilterScan, SheetScan, type CellContext } from './sheet-scan';
import { StylesScan } from './style-formats';
import { WorkbookArchive, type Watch } from './workbook-archive';
import { refused, WorkbookFault, type WorkbookError } from './workbook-fault';
import { RelationsScan, relationsName, WorkbookScan, type ListedSheet, type Relation } from './workbook-parts';

/**
 * The worksheets of an XLSX file in their order, hidden ones included; charts and macros are no sheets. Cells are text: see
 * `numberText` for numbers; formulas give the result they were saved with, errors nothing, yes and no TRUE and FALSE.
 *
 * Nothing is trusted: sizes are checked as they come out, document types refused, and every limit counted. A file that is
 * wrong in part is refused as a whole (`damaged`), so that what is given is what was written.
 *
 * @param watch `onProgress` is told after every megabyte; when it gives a promise, reading waits, which lets others go first.
 * @throws the signal's reason when it aborts.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
  watch: Watch = {},
): Promise<Result<readonly Sheet[], WorkbookError>> {
  try {
    return ok(await sheetsOf(bytes, limits, watch));
  } catch (thrown) {
    return refused(thrown);
  }
}

async function sheetsOf(bytes: Uint8Array, limits: WorkbookLimits, watch: Watch): Promise<Sheet[]> {
  if (isLike(bytes, OLE))
    throw isLocked(bytes)
      ? new WorkbookFault('encrypted', 'a package that asks for a password')
      : new WorkbookFault('not-a-workbook', 'an OLE container');
  if (!isLike(bytes, [0x50, 0x4b])) throw new WorkbookFault('not-a-workbook', 'no archive');
  const archive = new WorkbookArchive(bytes, limits, watch);
  const part = await workbookPart(archive);
  const relations = await relationsOf(archive, part);
  const { sheets, date1904, isWorkbook } = await archive.scan(part, new WorkbookScan());
  if (!isWorkbook) throw new WorkbookFault('not-a-workbook', part);
  const texts = await scanFirst(archive, relations, { type: 'sharedstrings', scan: new SharedStringsScan(limits) });
  const styles = await scanFirst(archive, relations, { type: 'styles', scan: new StylesScan() });
  const budget = { limits, cells: 0 };
  const context = { texts: texts.texts, formatOf: (style?: string) => styles.formatOf(style), date1904, budget };
  const read: Sheet[] = [];
  for (const sheet of sheets) {
    const relation = relations.find(({ id }) => id === sheet.relation);
    if (!relation) throw new WorkbookFault('damaged', `sheet ${sheet.name} is nowhere`);
    if (relation.type === 'worksheet') read.push(await sheetOf(archive, { sheet, part: relation.target, context }));
  }
  return read;
}

/** A protected workbook stands as a stream of this name in an OLE container, whose entries begin at multiples of 128. */
function isLocked(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  for (let at = 0; at + 32 <= bytes.length; at += 128)
    if (name.every((code, i) => bytes[at + i * 2] === code && bytes[at + i * 2 + 1] === 0)) return true;
  return false;
}

/** @throws WorkbookFault when the archive holds something else: a text document, an OpenDocument, a binary workbook. */
async function workbookPart(archive: WorkbookArchive): Promise<string> {
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officedocument')?.target;
  const part = main ?? 'xl/workbook.xml';
  if (part.endsWith('.xml') && archive.has(part)) return part;
  const claims = main !== undefined && main.startsWith('xl/') && main.endsWith('.xml');
  throw new WorkbookFault(claims ? 'damaged' : 'not-a-workbook', `${part} is missing`);
}

async function relationsOf(archive: WorkbookArchive, part: string): Promise<readonly Relation[]> {
  const name = relationsName(part);
  if (!archive.has(name)) return [];
  return (await archive.scan(name, new RelationsScan(part))).relations;
}

/** Texts and styles may be missing: then no cell refers to them. */
async function scanFirst<T extends SharedStringsScan | StylesScan>(
  archive: WorkbookArchive,
  relations: readonly Relation[],
  { type, scan }: { type: string; scan: T },
): Promise<T> {
  const relation = relations.find((one) => one.type === type);
  return relation && archive.has(relation.target) ? archive.scan(relation.target, scan) : scan;
}

async function sheetOf(
  archive: WorkbookArchive,
  { sheet, part, context }: { sheet: ListedSheet; part: string; context: CellContext },
): Promise<Sheet> {
  const relations = await relationsOf(archive, part);
  const scan = await archive.scan(part, new SheetScan(context));
  for (const { type, target } of relations) {
    if (type !== 'table' || !archive.has(target)) continue;
    for (const range of (await archive.scan(target, new FilterScan())).active) scan.addFilter(range);
  }
  const isPivot = relations.some(({ type }) => type === 'pivottable');
  return scan.finish({ name: sheet.name, hidden: sheet.hidden, isPivot });
}
