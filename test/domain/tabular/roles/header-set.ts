import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ColumnSample } from '@/src/domain/tabular/roles/column-sample';
import { isRole, type Role } from '@/src/domain/tabular/roles/roles';

export interface HeaderRow {
  readonly id: string;
  readonly columns: readonly ColumnSample[];
  readonly expected: readonly (Role | undefined)[];
}

/** Cells as exports show them, by the name the fixtures use. Invented; four of each pool stand in a column. */
const POOLS: Readonly<Record<string, string>> = {
  co: '杭州青鹤机械有限公司/苏州临川电子/宁波海棠贸易有限公司/青鹤岭化工/天津北辰泵业',
  coen: 'Northwick Pumps Ltd/Tarnhill Foods/Bluefen Inc/Oakmere Logistics/Redcliff & Sons',
  code: 'Tannhof Maschinenbau GmbH/Blume AG/Seefeld Handels KG/Nordlicht e.K.',
  cofr: 'Ateliers Verdoux/Boulangerie Martel/Sarl Petitpont/Maison Clairval',
  coja: '株式会社青葉商事/北川製作所/有限会社みどり/東雲物産',
  coes: 'Talleres Monteluz/Panadería Sol S.L./Hermanos Ribera/Ferretería Norte',
  pz: '李青/王小岚/陈默/赵一帆',
  pl: 'Anna Berg/Tom Ashby/Lena Roth/J. Moore',
  gz: '离心水泵/不锈钢阀门/轴承6204/密封圈',
  gl: 'Hex bolt M8/Garden chair/Blue kettle/Pump seal kit',
  gj: '水筒 500ml/木製トレー/電動ドライバー/軍手',
  sku: 'A-1001/B-2040/C-77/A-1002',
  d: '2024-01-05/2024-01-17/2024-02-03/2024-02-28',
  dt: '2024-01-05 09:12:33/2024-01-17 18:40:02/2024-02-03 11:05:47/2024-02-28 00:15:00',
  dz: '2024年1月5日/2024年1月17日/2024年2月3日/2024年2月28日',
  dd: '05.01.2024/17.01.2024/03.02.2024/28.02.2024',
  df: '05/01/2024;17/01/2024;03/02/2024;28/02/2024',
  dm: '1/5/2024;1/17/2024;2/3/2024;2/28/2024',
  dc: '20240105/20240117/20240203/20240228',
  m: '1,234.50/980.00/12,000.00/45.90',
  mp: '1234.5/980/12000/45.9',
  mc: '￥1,234.50/￥980.00/￥12,000.00/￥45.90',
  me: '1.234,50/980,00/12.000,00/45,90',
  mj: '¥12,000/¥9,800/¥120,500/¥4,500',
  mn: '234.50/-18.00/1,200.00/4.10',
  p: '12.5/9.8/120/45.9',
  pe: '12,50/9,80/120,00/45,90',
  pct: '13%/13%/6%/13%',
  q: '3/1/12/5',
  o: 'SO-240105/SO-240117/SO-240203/SO-240228',
  or: 'SO-240105/SO-240105/SO-240117/SO-240203',
  n: '100234/100235/100301/100377',
  ci: 'C0017/C0042/C0017/C0108',
  ph: '13800138000/13800138001/13800138002/13800138003',
  em: 'anna@northwick.example/tom@tarnhill.example/lena@bluefen.example/j@oakmere.example',
  ad: '杭州市西湖区文一路1号/苏州市工业园区2号/宁波市江东路3号/天津市和平路4号',
  st: '交易成功/已发货/已取消/待付款',
  ste: 'completed/cancelled/processing/refunded',
  rg: '浙江/江苏/天津/浙江',
  rge: 'West/East/North/West',
  in: '机械/电子/贸易/化工',
  inE: 'Machinery/Food/Retail/Logistics',
  ch: '线下/官网/展会/转介绍',
  cat: '泵类/阀门/轴承/密封件',
  cate: 'Tools/Furniture/Kitchen/Spares',
  cur: 'CNY/CNY/USD/CNY',
  t: '急单/随货/-/含安装',
  rs: '价格高/换供应商/停产/其他',
  e: '///',
};

/** The rows of a fixture of headers; its first line says how they are written. */
export function headerSet(file: string): readonly HeaderRow[] {
  const text = readFileSync(path.join(process.cwd(), 'test/fixtures/headers', file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(rowOf);
}

function rowOf(line: string): HeaderRow {
  const [id = '', rest = ''] = line.split(' ~ ');
  const parts = rest.split(' ; ').map((column) => column.split('|').map((part) => part.trim()));
  return {
    id,
    columns: parts.map(([name = '', , pool = 't'], i) => ({ name: name === '#' ? '' : name, values: cells(pool, i) })),
    expected: parts.map(([, role = '']) => {
      if (role === '' || isRole(role)) return role === '' ? undefined : role;
      throw new Error(`${id}: no role ${role}`);
    }),
  };
}

function cells(pool: string, shift: number): readonly string[] {
  if (pool === 'ds') return ['2024/1/5', '2024/1/17', '2024/2/3', '2024/2/28'];
  const given = POOLS[pool] ?? (pool.startsWith("'") ? pool.slice(1, -1) : undefined);
  if (given === undefined) throw new Error(`No pool ${pool}`);
  const values = given.split(given.includes(';') ? ';' : '/');
  // Repeated orders must stay in step with the lines beside them.
  const turn = pool === 'or' || pool.startsWith("'") ? 0 : shift % values.length;
  return [...values.slice(turn), ...values.slice(0, turn)];
}
