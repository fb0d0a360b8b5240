import { craftedRow, craftedXlsx } from './workbooks';
import { encoded } from './encoded';

/** An export as a system writes it, invented, and what it comes to. */
export interface SalesExport {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the screen calls it; undefined where no system is known. */
  readonly system: string | undefined;
  readonly encoding: string;
  readonly used: number;
  readonly total: number;
  readonly customers: number;
  /** With its currency where the file says so. */
  readonly amount: string;
}

/** Two of five orders were not sold; ids are as spreadsheets want them. */
export function taobaoExport(): SalesExport {
  const rows = [
    '订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,宝贝标题,宝贝总数量',
    ...[
      ['1001', '青禾小店', '128.00', '交易成功', '2026-09-01 10:12:00'],
      ['1002', '山间茶铺', '59.90', '交易关闭', '2026-09-02 09:00:11'],
      ['1003', '青禾小店', '64.00', '交易成功', '2026-09-15 20:30:05'],
      ['1004', '渡口书屋', '310.50', '卖家已发货，等待买家确认', '2026-10-03 08:01:59'],
      ['1005', '渡口书屋', '12.00', '等待买家付款', '2026-10-04 11:11:11'],
    ].map(([id, buyer, paid, status, at]) => `="33001234567890${id}",${buyer},${paid},${status},${at},手工茶杯,1`),
  ];
  return {
    name: '淘宝订单.csv',
    bytes: encoded(`${rows.join('\r\n')}\r\n`, 'gb18030'),
    system: '淘宝/天猫',
    encoding: 'gb18030',
    used: 3,
    total: 5,
    customers: 2,
    amount: '502.50',
  };
}

/** Semicolons, decimal commas, cp1252, and a row that sums up. */
export function sapExport(): SalesExport {
  const text = [
    'Auftraggeber;Name 1;Faktura;Fakturadatum;Material;Bezeichnung;Nettowert;Belegwährung',
    '0000104711;Tarnhill Optik GmbH;90000001;05.01.2026;M-100;Gehäuse groß;1.234,50;EUR',
    '0000104712;Müller & Söhne KG;90000002;17.01.2026;M-200;Prüfgerät;987,00;EUR',
    '0000104711;Tarnhill Optik GmbH;90000003;28.02.2026;M-100;Gehäuse groß;-34,50;EUR',
    'Summe;;;;;;2.187,00;EUR',
  ].join('\r\n');
  return {
    name: 'VF05.csv',
    bytes: Uint8Array.from(text, (char) => char.charCodeAt(0)),
    system: 'SAP',
    encoding: 'windows-1252',
    used: 3,
    total: 4,
    customers: 2,
    amount: '2,187.00 EUR',
  };
}

/** The order's fields stand on its first line only; what was paid back is taken off. */
export function shopifyExport(): SalesExport {
  const header =
    'Name,Email,Financial Status,Created at,Currency,Total,Refunded Amount,Billing Company,Lineitem quantity,Lineitem name,Lineitem price';
  const text = [
    header,
    '#1001,ann@shop.example,paid,2026-03-01 09:00:00 +0100,USD,150.00,0.00,Northwick Ltd,1,Lamp,100.00',
    '#1001,ann@shop.example,,,,,,,1,Shade,50.00',
    '#1002,bo@shop.example,refunded,2026-03-02 10:00:00 +0100,USD,80.00,30.00,,1,Stand,80.00',
    '#1003,cy@shop.example,voided,2026-03-05 10:00:00 +0100,USD,20.00,0.00,,1,Bulb,20.00',
    '#1004,ann@shop.example,paid,2026-04-02 10:00:00 +0100,USD,40.25,0.00,Northwick Ltd,1,Bulb,40.25',
  ].join('\n');
  return {
    name: 'orders_export.csv',
    bytes: new TextEncoder().encode(text),
    system: 'Shopify',
    encoding: 'utf-8',
    used: 4,
    total: 5,
    customers: 2,
    amount: '240.25 USD',
  };
}

/** A title above the names, dates as numbers with a format, and a second sheet that is no table of sales. */
export function workbookExport(): SalesExport {
  const number = (place: string, value: number, style = 0): string =>
    `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  const row = (line: number, [customer = '', serial = 0, amount = 0]: readonly [string, number, number]): string =>
    craftedRow(line, [customer, number(`B${line}`, serial, 1), number(`C${line}`, amount)]);
  const rows = [
    ['青禾岭泵业', 46027, 1200.5],
    ['渡口机电', 46040, 800],
    ['青禾岭泵业', 46062, 99.5],
  ] as const;
  const data = [
    craftedRow(1, ['二月销售明细']),
    craftedRow(3, ['客户名称', '销售日期', '销售金额（元）']),
    ...rows.map((one, i) => row(i + 4, one)),
  ];
  const bytes = craftedXlsx({
    sheets: [
      { name: '明细', data: data.join('') },
      { name: '说明', data: craftedRow(1, ['制表', '财务部']) },
    ],
    formats: [14],
  });
  return {
    name: '销售.xlsx',
    bytes: new Uint8Array(bytes),
    system: undefined,
    encoding: 'Excel workbook',
    used: 3,
    total: 3,
    customers: 2,
    amount: '2,100.00 CNY',
  };
}

export const SALES_EXPORTS: readonly (() => SalesExport)[] = [taobaoExport, sapExport, shopifyExport, workbookExport];

/** Amounts in two currencies, a blank customer and a date that is none. */
export function mixedExport(): Uint8Array<ArrayBuffer> {
  const text = [
    'Order,Customer,Order date,Amount paid,Currency',
    'A-1,Northwick Ltd,2026-01-05,100.00,EUR',
    'A-2,Tarnhill GmbH,2026-01-06,250.50,EUR',
    'A-3,Northwick Ltd,2026-02-05,40.00,USD',
    'A-4,,2026-02-06,12.00,EUR',
    'A-5,Oxbow Inc,soon,12.00,USD',
  ];
  return new TextEncoder().encode(text.join('\n'));
}
