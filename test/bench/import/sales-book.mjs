/** A workbook of sales lines with shared strings and dates by number format, as spreadsheets write it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { folder } from './sales-data.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const HEADER = ['order_id', 'order_date', 'customer', 'region', 'product', 'quantity', 'unit_price', 'amount'];
const FIRST_SERIAL = 44_562;

export function salesBook(rows) {
  const file = path.join(folder, `sales-${rows}.xlsx`);
  mkdirSync(folder, { recursive: true });
  if (existsSync(file)) return file;
  const { sheet, strings } = sheetOf(rows);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sales" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
  };
  writeFileSync(file, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  return file;
}

function sheetOf(rows) {
  const strings = [];
  const known = new Map();
  const shared = (text) => {
    if (!known.has(text)) known.set(text, strings.push(text) - 1);
    return known.get(text);
  };
  const text = (place, value) => `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
  const figure = (place, value, style = '') => `<c r="${place}"${style}><v>${value}</v></c>`;
  const lines = [`<row r="1">${HEADER.map((name, i) => text(`${'ABCDEFGH'[i]}1`, name)).join('')}</row>`];
  for (let i = 0; i < rows; i++) {
    const r = i + 2;
    const quantity = 1 + ((i * 7) % 20);
    const price = 10 + ((i * 7919) % 200_000) / 100;
    lines.push(
      `<row r="${r}">${text(`A${r}`, `SO${String(i).padStart(9, '0')}`)}${figure(`B${r}`, FIRST_SERIAL + ((i * 31) % 1000), ' s="1"')}${text(`C${r}`, `松间商贸${(i * 613) % 2000}`)}${text(`D${r}`, `region ${i % 8}`)}${text(`E${r}`, `M${(i * 17) % 400}`)}${figure(`F${r}`, quantity)}${figure(`G${r}`, price.toFixed(2))}${figure(`H${r}`, (quantity * price).toFixed(2))}</row>`,
    );
  }
  return { sheet: lines.join(''), strings };
}
