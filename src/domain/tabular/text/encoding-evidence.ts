/** Words that stand in the heads of sales files, one list for each script that shares its bytes with another. */
const WORDS: Readonly<Record<'gb18030' | 'big5' | 'shift_jis', string>> = {
  gb18030: '客户 金额 日期 订单 数量 名称 产品 商品 单价 公司 有限 销售 合计 编号 时间 状态 备注 业务员',
  big5: '客戶 金額 日期 訂單 數量 名稱 產品 商品 單價 公司 有限 銷售 合計 編號 時間 狀態 備註 業務員',
  shift_jis: '日付 金額 数量 商品 顧客 得意先 売上 注文 会社 株式 単価 合計 備考 番号 担当 税込 伝票',
};
const WORD_WEIGHT = 0.15;
const SPACE = 0x20;

type Likelihood = { readonly encoding: keyof typeof WORDS | 'windows-1252'; readonly score: number };

/**
 * How much the bytes above 127 look like each encoding, 0 … about 2: the share of them that stand where its everyday
 * characters stand, and the words of a sales file that come out.
 */
export function likelihoods(sample: Uint8Array): readonly Likelihood[] {
  return [
    { encoding: 'gb18030', score: pairShare(sample, isEverydayGb) + words(sample, 'gb18030') },
    { encoding: 'big5', score: pairShare(sample, isEverydayBig5) + words(sample, 'big5') },
    { encoding: 'shift_jis', score: pairShare(sample, isEverydayJis, isHalfKana) + words(sample, 'shift_jis') },
    { encoding: 'windows-1252', score: letterShare(sample) },
  ];
}

/** Of the bytes above 127 that begin a character, the share that do so as `isEveryday` says. */
function pairShare(
  sample: Uint8Array,
  isEveryday: (lead: number, trail: number) => boolean,
  isSingle: (byte: number) => boolean = () => false,
): number {
  let characters = 0;
  let everyday = 0;
  for (let i = 0; i + 1 < sample.length; i++) {
    const lead = sample[i] ?? 0;
    if (lead < 0x80) continue;
    characters++;
    if (isSingle(lead)) everyday += 0.5;
    else if (isEveryday(lead, sample[++i] ?? 0)) everyday++;
  }
  return characters === 0 ? 0 : everyday / characters;
}

/** Signs and full-width letters, and the first of the two levels of GB 2312, which holds nearly all that is written. */
function isEverydayGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Signs, and the first of the two levels of Big5. */
function isEverydayBig5(lead: number, trail: number): boolean {
  return ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) && lead >= 0xa1 && lead <= 0xc6;
}

/** Kana, signs, and the first level of kanji. */
function isEverydayJis(lead: number, trail: number): boolean {
  if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return false;
  return (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x98);
}

function isHalfKana(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf;
}

function words(sample: Uint8Array, encoding: keyof typeof WORDS): number {
  const text = new TextDecoder(encoding).decode(sample.subarray(0, 16 * 1024));
  return Math.min(1, WORDS[encoding].split(' ').filter((word) => text.includes(word)).length * WORD_WEIGHT);
}

/** Letters with accents stand alone or two together, beside plain letters; signs such as € and – beside anything. */
function letterShare(sample: Uint8Array): number {
  let high = 0;
  let fitting = 0;
  for (let i = 0; i < sample.length; i++) {
    if ((sample[i] ?? 0) < 0x80) continue;
    high++;
    if (isWestern(sample, i)) fitting++;
  }
  return high === 0 ? 0 : fitting / high;
}

function isWestern(sample: Uint8Array, place: number): boolean {
  const byte = sample[place] ?? 0;
  const before = sample[place - 1] ?? SPACE;
  const after = sample[place + 1] ?? SPACE;
  const isThird = before >= 0x80 && (sample[place - 2] ?? 0) >= 0x80;
  if (isThird || (before >= 0x80 && after >= 0x80)) return false;
  return byte >= 0xc0 ? isLetter(before) || isLetter(after) : SIGNS.has(byte);
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** € Š Ž š ž Ÿ, quotes and dashes, no-break space, £ § © « ® ° ± ² ³ · º » ¼ ½. */
const SIGNS = new Set([
  0x80, 0x8a, 0x8e, 0x9a, 0x9e, 0x9f, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0,
  0xb1, 0xb2, 0xb3, 0xb7, 0xba, 0xbb, 0xbc, 0xbd,
]);
