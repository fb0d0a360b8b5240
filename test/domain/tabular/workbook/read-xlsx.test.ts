import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '@/src/domain/tabular/workbook/read-xlsx';
import { WORKBOOK_LIMITS, type Sheet } from '@/src/domain/tabular/workbook/sheet';
import { WorkbookFault } from '@/src/domain/tabular/workbook/workbook-fault';
import { XmlScanner, type XmlHandler } from '@/src/domain/tabular/workbook/xml-scanner';
import { craftedParts, craftedRow, craftedXlsx, type CraftedWorkbook } from '@/test/support/workbooks';

async function sheets(workbook: CraftedWorkbook): Promise<readonly Sheet[]> {
  const result = await readXlsx(craftedXlsx(workbook));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function rows(data: string, workbook: CraftedWorkbook = {}): Promise<Sheet['rows']> {
  const [sheet] = await sheets({ ...workbook, sheets: [{ data }] });
  return sheet?.rows ?? [];
}

describe('readXlsx', () => {
  it('reads every sort of cell', async () => {
    const strings =
      '<si><t>青禾岭</t></si><si><r><rPr><b/></rPr><t>云</t></r><r><t xml:space="preserve">杉 </t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t/></si>' +
      '<si><t>a_x000D_\nb_x005F_x</t></si><si><t>&lt;A&amp;B&gt; &#20013;&#x56fd; &nbsp;</t></si>';
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1" t="s"><v>1</v></c>',
      '<c r="C1" t="s"><v>2</v></c>',
      '<c r="D1" t="s"><v>3</v></c>',
      '<c r="E1" t="s"><v>4</v></c>',
      '<c r="F1" t="s"><v>5</v></c>',
      '<c r="G1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      '<c r="H1" t="b"><v>1</v></c>',
      '<c r="I1" t="b"><v>0</v></c>',
      '<c r="J1" t="e"><v>#N/A</v></c>',
      '<c r="K1" t="str"><f>A1&amp;"x"</f><v>青禾岭x</v></c>',
      '<c r="L1"><f>1+2</f><v>3</v></c>',
      '<c r="M1"><f>NOW()</f></c>',
      '<c r="N1" t="d"><v>2024-01-05T13:20:00Z</v></c>',
      '<c r="O1" s="1"><v>45296</v></c>',
      '<c r="P1" t="str"><v><![CDATA[a<b]]></v></c>',
      '<c r="Q1" s="99"><v>1.50</v></c>',
      '<c r="R1" s="1"/>',
    ];

    expect(await rows(`<row r="1">${cells.join('')}</row>`, { strings, formats: [14] })).toEqual([
      [
        '青禾岭',
        '云杉 ',
        '東京',
        '',
        'a\r\nb_x',
        '<A&B> 中国 &nbsp;',
        'inline',
        'TRUE',
        'FALSE',
        '',
        '青禾岭x',
        '3',
        '',
        '2024-01-05 13:20:00',
        '2024-01-05',
        'a<b',
        '1.5',
      ],
    ]);
  });

  it('keeps cells in their places: gaps, no references, rows out of order, blank ends cut', async () => {
    const data =
      '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="E2" s="0"/></row><row><c><v>3</v></c><c><v>4</v></c></row>' +
      '<row r="1"><c r="AA1"><v>5</v></c></row><row r="2"><c r="A2"><v>0</v></c></row><row r="9"><c r="A9"/></row>';
    const first: string[] = Array.from({ length: 27 }, (_, i) => (i === 26 ? '5' : ''));

    expect(await rows(data)).toEqual([first, ['0', '1', '', '2'], ['3', '4']]);
  });

  it('reads prefixed names, strict relations, names with other letters and backslashes, and UTF-16', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet >';
    const parts = craftedParts({ sheets: [{ data: '' }] });
    const relations = String(parts['xl/_rels/workbook.xml.rels'])
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument')
      .replace('worksheets/sheet1.xml', '/XL/Worksheets/./x/../Sheet1.xml');
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${sheet}`, 'utf16le'));
    for (const part of [sheet, utf16])
      expect(
        await sheets({
          sheets: [{ data: '' }],
          parts: {
            'xl/_rels/workbook.xml.rels': relations,
            'xl/worksheets/sheet1.xml': undefined,
            'xl\\worksheets\\SHEET1.xml': part,
          },
        }),
      ).toMatchObject([{ name: 'Sheet1', rows: [['7']] }]);
  });

  it('names sheets, hidden ones, pivot tables, merged cells, hidden and filtered rows', async () => {
    const table = ['A', 'B', 'C', 'D', 'E'].map((text, i) => craftedRow(i + 1, [text, text]));
    const hide = (numbers: readonly number[]) =>
      table.map((row, i) => (numbers.includes(i + 1) ? row.replace('<row', '<row hidden="1"') : row)).join('');
    const filter =
      '<autoFilter ref="A1:B4"><filterColumn colId="0"><filters><filter val="A"/></filters></filterColumn></autoFilter>';
    const merges =
      '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B4:XFD1048576"/><mergeCell ref="D1:E1"/><mergeCell ref="?"/></mergeCells>';
    const workbook: CraftedWorkbook = {
      sheets: [
        { name: '订单 &amp; 明细', data: hide([2, 5]), after: `${filter}${merges}` },
        { name: 'h', state: 'hidden', data: hide([3]), after: '<autoFilter ref="A1:B4"/>' },
        { name: 'v', state: 'veryHidden', data: `${hide([])}<row r="7" hidden="1"><c r="A7" s="0"/></row>` },
        { name: 'p', data: '', relations: [['pivotTable', '../pivotTables/pivotTable1.xml']] },
        { name: 't', data: hide([2]), relations: [['table', '../tables/table1.xml']] },
        { name: 'a', data: hide([2, 3]), before: '<sheetPr filterMode="1"/>' },
      ],
      parts: { 'xl/tables/table1.xml': `<table ref="A1:B4">${filter}</table>` },
    };
    const found = (await sheets(workbook)).map(({ rows: _rows, ...sheet }) => sheet);
    const plain = { hidden: false, isPivot: false, merges: [], hiddenRows: 0, filteredRows: 0 };

    expect(found).toEqual([
      {
        ...plain,
        name: '订单 & 明细',
        merges: [
          { top: 1, left: 0, bottom: 2, right: 0 },
          { top: 3, left: 1, bottom: 4, right: 1 },
        ],
        hiddenRows: 1,
        filteredRows: 1,
      },
      { ...plain, name: 'h', hidden: true, hiddenRows: 1 },
      { ...plain, name: 'v', hidden: true },
      { ...plain, name: 'p', isPivot: true },
      { ...plain, name: 't', filteredRows: 1 },
      { ...plain, name: 'a', filteredRows: 2 },
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const data = '<row r="1"><c r="A1" s="1"><v>43834</v></c></row>';

    expect(await rows(data, { formats: ['yyyy-mm-dd'], date1904: true })).toEqual([['2024-01-05']]);
  });

  it('tells how far it is, waits when asked to, and stops at once', async () => {
    const data = Array.from({ length: 30_000 }, (_, i) => craftedRow(i + 1, [`${i}`, `${i * 7919}`])).join('');
    const bytes = craftedXlsx({ sheets: [{ data }] });
    const shares: number[] = [];
    const onProgress = async (share: number): Promise<void> => {
      await Promise.resolve();
      shares.push(share);
    };
    const result = await readXlsx(bytes, WORKBOOK_LIMITS, { onProgress });
    const stop = new AbortController();
    const stopped = readXlsx(bytes, WORKBOOK_LIMITS, {
      onProgress: () => stop.abort(new Error('enough')),
      signal: stop.signal,
    });

    expect(result.ok && result.value[0]?.rows.length).toBe(30_000);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    await expect(stopped).rejects.toThrow('enough');
  });

  it('gives back any table of texts', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((given) => given.replace(/[^\P{C}\n]/gu, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 8 }), async (table) => {
        const data = table
          .map((cells, i) =>
            craftedRow(
              i + 1,
              cells.map((cell) => escaped(cell)),
            ),
          )
          .join('');
        const cut = table.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));

        expect(await rows(data)).toEqual(cut.slice(0, cut.findLastIndex((cells) => cells.length > 0) + 1));
      }),
      { numRuns: 60 },
    );
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('_x', '_x005F_x');
}

describe('XmlScanner', () => {
  const XML =
    '<?xml version="1.0"?><!-- <no> --><a:b c="1>2" d = \'x&quot;y\'><e/>te&amp;xt\r\n<![CDATA[<&>]]><f  g="&#65;"  /></a:b >';

  it('tells the same however the text is cut', () => {
    const whole = told([XML]);

    expect(whole).toEqual([
      'open b c=1>2 d=x"y',
      'open e',
      'close e',
      'text te&xt\n<&>',
      'open f g=A',
      'close f',
      'close b',
    ]);
    for (let cut = 0; cut <= XML.length; cut++) expect(told([XML.slice(0, cut), XML.slice(cut)])).toEqual(whole);
    // A line end of two signs is the one thing that a cut between them would double.
    expect(told(Array.from(XML.replace('\r', '')))).toEqual(whole);
  });

  it.each([
    '<a>',
    '<a',
    '</a>',
    '<a></b>',
    '<a b></a>',
    '<a b=1/>',
    '<a><!DOCTYPE x></a>',
    '<1 =""/>',
    '< a/>',
    'text',
  ])('refuses %s', (xml) => {
    expect(() => told([xml])).toThrow(WorkbookFault);
  });
});

/** What a handler is told, texts next to each other joined. */
function told(pieces: readonly string[]): string[] {
  const events: string[] = [];
  const handler: XmlHandler = {
    wantsText: true,
    open: (name, tag) => {
      const shown = ['c', 'd', 'g'].map((key) =>
        tag.attribute(key) === undefined ? '' : ` ${key}=${tag.attribute(key)}`,
      );
      events.push(`open ${name}${shown.join('')}`);
    },
    close: (name) => void events.push(`close ${name}`),
    text: (text) => {
      if (events.at(-1)?.startsWith('text ')) events.push(`${events.pop()}${text}`);
      else events.push(`text ${text}`);
    },
  };
  const scanner = new XmlScanner(handler);
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}

describe('time zones', () => {
  it('play no part: nothing of the reader knows of Date', () => {
    const folder = new URL('../../../../src/domain/tabular/workbook/', import.meta.url);
    const files = readdirSync(folder);

    expect(files.length).toBeGreaterThan(10);
    for (const file of files)
      expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/\bDate\(|\bDate\.|\bIntl\b/);
  });
});
