import { strToU8, zipSync, type Zippable } from 'fflate';

/** What a crafted workbook is made of. Everything is XML as it would stand in the file. */
export interface CraftedSheet {
  readonly name?: string;
  readonly state?: string;
  /** Rows of the sheet. */
  readonly data: string;
  /** What stands before and behind them. */
  readonly before?: string;
  readonly after?: string;
  /** Relations of the sheet: type and target. */
  readonly relations?: readonly (readonly [string, string])[];
}

export interface CraftedWorkbook {
  readonly sheets?: readonly CraftedSheet[];
  /** Items of the shared strings. */
  readonly strings?: string;
  /** Number format codes: style n + 1 has the n-th. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** Parts added, replaced, or (undefined) left out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of an XLSX file by their names. */
export function craftedParts(workbook: CraftedWorkbook): Record<string, string | Uint8Array> {
  const sheets = workbook.sheets ?? [];
  const parts: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `${HEAD}<Types/>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(workbook),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(workbook.formats ?? []),
    ...(workbook.strings === undefined ? {} : { 'xl/sharedStrings.xml': `${HEAD}<sst>${workbook.strings}</sst>` }),
  };
  for (const [i, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet>${sheet.before ?? ''}<sheetData>${sheet.data}</sheetData>${sheet.after ?? ''}</worksheet>`;
    if (sheet.relations) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations(sheet.relations);
  }
  const all = Object.entries({ ...parts, ...workbook.parts });
  return Object.fromEntries(all.filter((entry): entry is [string, string | Uint8Array] => entry[1] !== undefined));
}

/** The same as a file. */
export function craftedXlsx(workbook: CraftedWorkbook): Uint8Array {
  const parts = Object.entries(craftedParts(workbook)).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  );
  // Safe: the values are bytes.
  return zipSync(Object.fromEntries(parts) as Zippable, { level: 6 });
}

/** A row of cells of text, or as they are when they begin with `<`. */
export function craftedRow(number: number, cells: readonly string[]): string {
  const xml = cells.map((cell, i) =>
    cell.startsWith('<') ? cell : `<c r="${letterOf(i)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row r="${number}">${xml.join('')}</row>`;
}

export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

/** Numbers written over other numbers, at a place counted from a mark. */
export function patched(
  bytes: Uint8Array,
  mark: readonly number[],
  edit: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (mark.every((byte, i) => copy[at + i] === byte)) edit(view, at);
  return copy;
}

/** How entries of the directory, entries in front of their data, and the end of an archive begin. */
export const CENTRAL: readonly number[] = [0x50, 0x4b, 1, 2];
export const END: readonly number[] = [0x50, 0x4b, 5, 6];

function workbookXml({ sheets = [], date1904 = false }: CraftedWorkbook): string {
  const list = sheets.map(({ name, state }, i) => {
    const shown = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${shown} r:id="rId${i + 1}"/>`;
  });
  return `${HEAD}<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly (string | number)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`);
  const before = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  return `${HEAD}<styleSheet><numFmts>${codes.join('')}</numFmts>${before}<cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function relations(list: readonly (readonly [string, string])[]): string {
  const xml = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships>${xml.join('')}</Relationships>`;
}
