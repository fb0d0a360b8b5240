/** Sales files made up by a seed: the same bytes each time, kept under .output/bench and checked before they are used. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/set-up.mjs';

export const SIZES = { '100k': 100_000, '1m': 1_000_000, '5m': 5_000_000 };
export const VARIANTS = ['plain', 'gbk', 'thousands', 'ddmmyyyy', 'wide', 'unique'];
export const folder = path.join(root, '.output/bench');

/** What the bytes must come to: figures of two versions of this generator are not compared in silence. */
const SUMS = {
  'sales-100000-plain.csv': 'd865776821e607e8a58dd2dd1358026759c794fb1bd49f68743edbe87e40f968',
  'sales-1000000-plain.csv': '95f08e1e0fc174cab8b488cebb0b42b8f06785f28a302803825c819c45994f29',
};

const FIRST_DAY = Date.UTC(2022, 0, 1) / 86_400_000;
const DAYS = 1096;
const MORE_COLUMNS = 28;
const COLUMNS =
  'order_id,order_date,customer,region,salesperson,channel,product,product_line,quantity,unit_price,amount,remark'.split(
    ',',
  );

const PLACES = ['青禾岭', '白石渡', '云桥', '海棠湾', '北塘', '松间', '南浦', '桐里', 'Tarnhill', 'Northwick'];
const TRADES = ['机械', '电子', '纺织', '食品', '建材', '物流', '医药', '化工', 'Tools', 'Foods'];
const FORMS = ['有限公司', '股份有限公司', '贸易行', '集团', ' Ltd'];
const REGIONS = ['华东', '华南', '华北', '西南', '东北', '西北', '华中', '海外'];
const CHANNELS = ['直销', '经销', '电商', 'partner'];
const LINES = ['轴承', '阀门', '电机', '滤芯', '泵', 'cable', 'sensor', 'drive'];
const REMARKS = ['', '', '', '', '加急', '月结30天', 'standard delivery', '含安装', '老客户', 'repeat order'];

/**
 * @param {number} rows
 * @param {string} variant one of VARIANTS
 * @returns {Promise<string>} the path of the file
 */
export async function salesData(rows, variant) {
  const name = `sales-${rows}-${variant}.csv`;
  const file = path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) write(file, rows, variant);
  const sum = await digestOf(file);
  if (SUMS[name] && SUMS[name] !== sum) throw new Error(`${file} has changed (sha256 ${sum}): remove it and run again`);
  console.log(`${name}  sha256 ${sum}${SUMS[name] ? ', as expected' : ''}`);
  return file;
}

function write(file, rows, variant) {
  console.log(`Making ${path.basename(file)} …`);
  const encode = variant === 'gbk' ? gbkEncoder() : (text) => Buffer.from(text);
  const out = openSync(file, 'w');
  const lines = linesOf(rows, variant);
  let chunk = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < 10_000) continue;
    writeSync(out, encode(`${chunk.join('\n')}\n`));
    chunk = [];
  }
  if (chunk.length > 0) writeSync(out, encode(`${chunk.join('\n')}\n`));
  closeSync(out);
}

function* linesOf(rows, variant) {
  const random = generator(20_240_229);
  const whole = (below) => Math.floor(random() * below);
  const pick = (list) => list[whole(list.length)];
  const customers = Array.from({ length: Math.min(100_000, Math.max(20, rows / 50)) }, (_, i) => {
    const name = `${pick(PLACES)}${pick(TRADES)}${String(i).padStart(5, '0')}${pick(FORMS)}`;
    const begins = whole(DAYS - 60);
    return { name, region: pick(REGIONS), begins, lives: 30 + whole(DAYS - begins - 30) };
  });
  const more = variant === 'wide' ? Array.from({ length: MORE_COLUMNS }, (_, i) => `field_${i + 1}`) : [];
  yield [...COLUMNS, ...more].join(',');
  for (let row = 1; row <= rows; row++) {
    const customer = customers[Math.floor(customers.length * random() ** 2.2)];
    const day = FIRST_DAY + customer.begins + whole(customer.lives);
    const quantity = (1 + whole(20)) * (random() < 0.03 ? -1 : 1);
    const price = 1000 + whole(200_000);
    const product = 1 + whole(400);
    const cells = [
      `SO${String(row).padStart(9, '0')}`,
      dateOf(day, variant),
      customer.name,
      customer.region,
      `sales-${1 + whole(60)}`,
      pick(CHANNELS),
      variant === 'unique'
        ? `${pick(LINES)} ${row * 7919}-${whole(1e6)}`
        : `${LINES[product % LINES.length]} M${product}`,
      LINES[product % LINES.length],
      String(quantity),
      money(price, variant),
      money(price * quantity, variant),
      random() < 0.02
        ? '"急, 请""先""发\n第二行"'
        : variant === 'unique'
          ? `remark ${whole(1e9)} ${row}`
          : pick(REMARKS),
    ];
    for (let i = 0; i < more.length; i++) cells.push(i % 4 === 0 ? String(whole(100_000)) : `v${whole(50 * (i + 1))}`);
    yield cells.join(',');
  }
}

function dateOf(day, variant) {
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  return variant === 'ddmmyyyy' ? iso.split('-').reverse().join('/') : iso;
}

function money(cents, variant) {
  const text = (cents / 100).toFixed(2);
  if (variant !== 'thousands') return text;
  const grouped = text.replace(/\B(?=(?:\d{3})+\.)/g, ',');
  return grouped.includes(',') ? `"${grouped}"` : grouped;
}

/** Mulberry32: numbers in [0, 1). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Node decodes GB18030 and does not write it: the two-byte characters by what they decode to. */
function gbkEncoder() {
  const decoder = new TextDecoder('gb18030');
  const table = new Map();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(new Uint8Array([high, low]));
      if (char.length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [high, low]);
    }
  return (text) => {
    const bytes = Buffer.alloc(text.length * 2);
    let used = 0;
    for (const char of text) {
      const pair = char < '\u0080' ? [char.charCodeAt(0)] : table.get(char);
      for (const byte of pair) bytes[used++] = byte;
    }
    return bytes.subarray(0, used);
  };
}

async function digestOf(file) {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}
