import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormatOf } from '@/src/domain/tabular/workbook/number-format';
import { WORKBOOK_LIMITS, type Sheet } from '@/src/domain/tabular/workbook/sheet';
import { SheetScan } from '@/src/domain/tabular/workbook/sheet-scan';
import { XmlScanner, type XmlHandler } from '@/src/domain/tabular/workbook/xml-scanner';
import { runs } from '@/test/support/runs';

/** What comes of the rows of a sheet, cut into pieces; a fault as its words. */
function read(rows: string, cut: number, asWhole: boolean): Sheet | string {
  const scan = new SheetScan({
    texts: ['甲', 'b'],
    formatOf: (style) => numberFormatOf(style === '1' ? 'yyyy-mm-dd' : 'General'),
    date1904: false,
    budget: { limits: WORKBOOK_LIMITS, cells: 0 },
  });
  const scanner = new XmlScanner(asWhole ? scan : tagByTag(scan));
  const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const at = Math.min(xml.length, Math.round(cut * xml.length));
  try {
    scanner.write(xml.slice(0, at));
    scanner.write(xml.slice(at));
    scanner.end();
    return scan.finish({ name: '', hidden: false, isPivot: false });
  } catch (thrown) {
    return String(thrown);
  }
}

function tagByTag(scan: SheetScan): XmlHandler {
  return {
    get wantsText() {
      return scan.wantsText;
    },
    open: (name, tag) => scan.open(name, tag),
    close: (name) => scan.close(name),
    text: (text) => scan.text(text),
  };
}

const CELLS = [
  '<c r="A1"><v>12.50</v></c>',
  '<c r="B1" s="1"><v>45296</v></c>',
  '<c r="C1" s="0" t="s"><v>1</v></c>',
  '<c t="s" r="AB1"><v>0</v></c>',
  '<c r="D1" t="s"><v>7</v></c>',
  '<c r="E1" t="b"><v>1</v></c>',
  '<c r="F1" t="str"><v>a_x0041_&amp;</v></c>',
  '<c r="G1" t="str"><v>a>b</v></c>',
  '<c r="H1" t="inlineStr"><is><t>in</t></is></c>',
  '<c r="I1" t="e"><v>#N/A</v></c>',
  '<c r="J1"><f>1+1</f><v>2</v></c>',
  "<c r='K1'><v>3</v></c>",
  '<c  r="L1" ><v>4</v></c >',
  '<c r="M1" r="N1"><v>5</v></c>',
  '<c x:r="O1" s="1"><v>6</v></c>',
  '<c r="P1" cm="1"><v>7</v></c>',
  '<c><v>8</v></c>',
  '<c r=""><v>9</v></c>',
  '<c r="ABCDE1"><v>9</v></c>',
  '<c r="Q1"/>',
  '<c r="R1"><v/></c>',
  '<c r="S1"><v></v></c>',
  '<c r="T1"><v xml:space="preserve"> 1 </v></c>',
  '<v>1</v>',
  '<is><t><c r="U1"><v>1</v></c></t></is>',
  '<c r="V1"><v>1<c r="W1"><v>2</v></c></v></c>',
  '<c r="X1"><c r="Y1"><v>2</v></c></c>',
  '<c r="Z1"><v>1</v></d>',
  '</row><c r="A9"><v>1</v></c><row>',
  '<row r="3">',
  '</row>',
  '<!-- <c r="A1"><v>1</v></c> -->',
];

describe('a cell taken at once', () => {
  it('is what it is tag by tag, however it is written and wherever it is cut', () => {
    const parts = fc.array(fc.constantFrom(...CELLS), { maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (cells, cut) => {
        const rows = `<row r="1">${cells.join('')}</row>`;
        expect(read(rows, cut, true)).toEqual(read(rows, cut, false));
      }),
      runs(3000, 100_000),
    );
  });

  it.each(CELLS)('is what it is tag by tag: %s', (cell) => {
    for (const rows of [`<row r="1">${cell}</row>`, `${cell}`, `<row r="1">${cell}${CELLS[0]}</row>`])
      expect(read(rows, 1, true)).toEqual(read(rows, 1, false));
  });

  it('is taken', () => {
    expect(read(`<row r="1">${CELLS.slice(0, 4).join('')}</row>`, 1, true)).toMatchObject({
      rows: [['12.50', '2024-01-05', 'b', ...Array.from({ length: 24 }, () => ''), '甲']].map((row) =>
        row.map((text) => (text === '12.50' ? '12.5' : text)),
      ),
    });
  });
});
