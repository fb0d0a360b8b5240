import { describe, expect, it } from 'vitest';
import { containerOf } from '@/src/domain/tabular/workbook/container-of';
import { readHtmlTable } from '@/src/domain/tabular/workbook/read-html-table';
import { readXmlSpreadsheet } from '@/src/domain/tabular/workbook/read-xml-spreadsheet';
import { WORKBOOK_LIMITS, type Sheet } from '@/src/domain/tabular/workbook/sheet';
import { HANGS, processorTime } from '@/test/support/processor-time';

function table(html: string): Sheet {
  const result = readHtmlTable(html);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('containerOf', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const xml =
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
  it.each([
    ['xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20])],
    ['xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
    ['xls', new Uint8Array([9, 8, 16, 0, 0, 6, 5, 0])],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8])],
    ['text', new Uint8Array(0)],
    ['text', utf8('订单号\t金额\r\n1\t2')],
    ['text', utf8('\tid\tamount\n')],
    ['text', utf8('name,html\nx,<table><tr><td>\n')],
    ['text', utf8('<5 000,3\n')],
    ['text', utf8('<?xml version="1.0"?><orders/>')],
    ['html', utf8('<table border=1><tr><td>x')],
    ['html', utf8('\uFEFF\r\n  <HTML xmlns:x="urn:schemas-microsoft-com:office:excel">')],
    ['html', utf8('<!-- made by hand --><table>')],
    ['html', utf8('<?xml version="1.0"?><!DOCTYPE html><html><body>')],
    ['html', new Uint8Array(Buffer.from('\uFEFF<html><table>', 'utf16le'))],
    ['html', new Uint8Array(Buffer.from('<html><table>', 'utf16le').swap16())],
    ['xml-spreadsheet', utf8(xml)],
    ['xml-spreadsheet', new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'))],
    ['xml-spreadsheet', utf8(`\uFEFF\n${xml.replaceAll('Workbook', 'ss:Workbook').replace('xmlns=', 'xmlns:ss=')}`)],
  ] as const)('%s %#', (container, bytes) => {
    expect(containerOf(bytes)).toBe(container);
  });
});

describe('readHtmlTable', () => {
  it('reads cells as a browser shows them, closed or not', () => {
    const html = `<html><head><style>td{color:red}</style><script>if(1<2)document.x="<td>no"</script><title><table></title></head>
      <body><!-- <table><tr><td>no</table> --><TABLE Border=1><thead><tr><th>客户<th>金额&nbsp;&#65288;元&#xFF09;<th x:str>编号</thead>
      <tr><td>青禾岭<br>商贸 <b>A&amp;B</b></td><td style='mso-number-format:"\\@"'> 12.50 </td><td x:str="1">00123
      <tr><td>&lt;云杉&gt; &euro;5 &unknown; &eacute<td>a < b<td>&nbsp;</table><p>not this`;

    expect(table(html)).toEqual({
      name: '',
      hidden: false,
      isPivot: false,
      rows: [
        ['客户', '金额 （元）', '编号'],
        ['青禾岭 商贸 A&B', '12.50', '00123'],
        ['<云杉> €5 &unknown; é', 'a < b'],
      ],
      merges: [],
      hiddenRows: 0,
      filteredRows: 0,
    });
  });

  it('puts cells beside and below those that cover more than one place', () => {
    const html =
      '<table><tr><td rowspan="2">a<td colspan=2>b<td>c<tr><td>d<td>e<td rowspan=9>f<tr style="display: none"><td>g</table>';

    expect(table(html)).toMatchObject({
      rows: [['a', 'b', '', 'c'], ['', 'd', 'e', 'f'], ['g']],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 0, right: 2 },
        { top: 1, left: 3, bottom: 2, right: 3 },
      ],
      hiddenRows: 1,
    });
  });

  it('takes the largest table, wherever it stands, and joins the pages of one', () => {
    const page = (...names: string[]) =>
      `<table><tr><td>客户<td>金额${names.map((name) => `<tr><td>${name}<td>1`).join('')}</table>`;
    const html = `<table><tr><td>打印日期<td>2024-01-05</table><table><tr><td>${page('a', 'b')}</td></tr></table>${page('c')}${page()}${page('d')}`;

    expect(table(html).rows).toEqual([['客户', '金额'], ...['a', 'b', 'c', 'd'].map((name) => [name, '1'])]);
  });

  it('takes quotes for what they are', () => {
    const html = `<table><tr><td title="a>b<c">1<td title='x"y'>2<td title="never closed>3<td alt=O'Brien>4</table>`;

    expect(table(html).rows).toEqual([['1', '2', '3', '4']]);
  });

  it('gives a table inside of a cell as its text', () => {
    expect(table('<table><tr><td>1<td>2<td>3<tr><td>x <table><tr><td>y<td>z</table> w<td>4</table>').rows).toEqual([
      ['1', '2', '3'],
      ['x y z w', '4'],
    ]);
  });

  it.each([
    ['no table', '<html><body>hello', 'not-a-workbook'],
    ['nothing', '', 'not-a-workbook'],
    ['an empty table', '<table></table>', 'not-a-workbook'],
    ['cells of a thousand columns each', `<table><tr>${'<td colspan=1000>x'.repeat(20)}</table>`, 'too-large'],
    ['a hundred thousand tables', '<table>'.repeat(10) + '</table><table>'.repeat(100_001), 'too-large'],
  ])('refuses %s', (_, html, code) => {
    expect(readHtmlTable(html)).toMatchObject({ ok: false, error: { code } });
  });

  it.each([
    ['tables in each other without end', `${'<table><tr><td>x'.repeat(20_000)}`, 1, 'x x x'],
    ['quotes without end', `<table><tr><td>a${'<td title="x'.repeat(20_000)}`, 1, 'a<td title="x<td'],
    ['scripts without end', `<table><tr><td>a</table>${'<script>'.repeat(50_000)}`, 1, 'a'],
    ['signs that are no tags', `<table><tr><td>${'<'.repeat(200_000)}</table>`, 1, '<<<<<'],
    ['ampersands', `<table><tr><td>${'&#'.repeat(200_000)}</table>`, 1, '&#&#&#'],
    ['rows that cover all below', `<table>${'<tr><td rowspan=65534>x'.repeat(3000)}</table>`, 3000, 'x'],
  ])('is done at once with %s', (_, html, rows, begins) => {
    const spent = processorTime();
    const sheet = table(html);

    expect(sheet.rows).toHaveLength(rows);
    expect(sheet.rows[0]?.[0]?.startsWith(begins)).toBe(true);
    expect(spent()).toBeLessThan(HANGS);
  });

  it('keeps to its limits', () => {
    const html = '<table><tr><td>a<td>b<tr><td>c</table>';

    expect(readHtmlTable(html, { ...WORKBOOK_LIMITS, rows: 2 })).toMatchObject({ ok: true });
    expect(readHtmlTable(html, { ...WORKBOOK_LIMITS, rows: 1 })).toMatchObject({ error: { code: 'too-large' } });
  });
});

describe('readXmlSpreadsheet', () => {
  const book = (content: string) =>
    `\uFEFF<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="z"><NumberFormat ss:Format="00000"/></Style></Styles>
    ${content}</Workbook>`;
  const cell = (type: string, value: string, more = '') =>
    `<Cell ${more}><Data ss:Type="${type}">${value}</Data></Cell>`;

  it('reads cells, places, merged cells, hidden rows and sheets', () => {
    const first = `<Worksheet ss:Name="订单"><Table ss:ExpandedRowCount="99">
      <Row>${cell('String', '客户', 'ss:MergeAcross="1" ss:MergeDown="1"')}${cell('String', '金额')}</Row>
      <Row ss:Index="3" ss:Hidden="1">${cell('Number', '1.10')}${cell('DateTime', '2024-01-05T13:20:00.000', 'ss:Index="3"')}
        ${cell('DateTime', '1899-12-31T08:30:00.000')}${cell('Boolean', '1')}${cell('Error', '#N/A')}
        ${cell('Number', '0.125', 'ss:StyleID="p"')}${cell('Number', '123', 'ss:StyleID="z"')}
        <Cell><ss:Data ss:Type="String">a<B>b</B>&amp;</ss:Data><Comment><ss:Data>no</ss:Data></Comment></Cell></Row>
      </Table></Worksheet>`;
    const second = `<ss:Worksheet ss:Name="h"><ss:Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></ss:Worksheet>`;

    expect(readXmlSpreadsheet(book(first + second))).toEqual({
      ok: true,
      value: [
        {
          name: '订单',
          hidden: false,
          isPivot: false,
          rows: [
            ['客户', '', '金额'],
            [],
            ['1.1', '', '2024-01-05 13:20:00', '08:30:00', 'TRUE', '', '12.5%', '00123', 'ab&'],
          ],
          merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
          hiddenRows: 1,
          filteredRows: 0,
        },
        { name: 'h', hidden: true, isPivot: false, rows: [], merges: [], hiddenRows: 0, filteredRows: 0 },
      ],
    });
  });

  it.each([
    ['other XML', '<orders/>', 'not-a-workbook'],
    ['a document type', '<!DOCTYPE x><Workbook/>', 'damaged'],
    ['half a file', book('').slice(0, -5), 'damaged'],
    [
      'a place before the first',
      book(`<Worksheet><Table><Row ss:Index="0">${cell('String', 'a')}</Row></Table></Worksheet>`),
      'damaged',
    ],
    [
      'a column beyond the last',
      book(`<Worksheet><Table><Row>${cell('String', 'a', 'ss:Index="99999"')}</Row></Table></Worksheet>`),
      'too-large',
    ],
  ])('refuses %s', (_, xml, code) => {
    expect(readXmlSpreadsheet(xml)).toMatchObject({ ok: false, error: { code } });
  });
});
