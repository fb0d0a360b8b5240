import type { AddressParts } from '../found';
import type { Snapshot } from '../text/snapshot';
import type { TextAddress } from './text-address';

const LABELLED =
  /(?:公司地址|办公地址|辦公地址|联系地址|聯絡地址|注册地址|经营地址|厂址|详细地址|总部地址|总部|地 {0,4}址|地點|地点|住所|Address|Add)\s{0,3}(?:[:：]\s{0,3}|\n)([^\n]{0,12}[\u4e00-\u9fff][^\n]{4,100})/g;
const PLAIN =
  /(?:中国|中國)?[\u4e00-\u9fff]{2,7}(?:省|市|自治区|縣)[\u4e00-\u9fff\d]{0,24}?(?:区|區|县|市|镇|鎮|乡|路|街|道)[\u4e00-\u9fff\dA-Za-z ()\-#·]{1,40}?\d{1,5}\s?(?:号|號|弄|室|楼|樓|栋|座|层)[\u4e00-\u9fff\dA-Za-z()\- ]{0,24}/g;
/** A label that nothing but its element tells from the address. */
const GLUED_LABEL = /^[\u4e00-\u9fff]{0,4}(?:地址|住所|场所)/;
/** What follows an address on its line. */
const END =
  /\s*(?:电话|電話|邮编|郵編|邮政编码|传真|傳真|手机|Tel|TEL|tel|联系|聯絡|E-?mail|邮箱|网址|版权|ICP|备案|公网安备|营业时间|[(（]?0\d{2,3}[)）]?[- ]\d{7,8}|客服|服務專線|服务热线|附近(?:企业|公司)|(?:查看|电子|電子)地[图圖]|[|｜;；，,。]\s*(?:电|邮|传|联)|[(（]\d{6}[)）]).*$/;
const STREET =
  /(?<=(?:省|市|区|區|县|縣|镇|鎮|乡|鄉|旗|开发区|园区))(?!(?:省|市|区|區|县|縣))[^省市]{0,30}?(?:路|街|道|巷|弄|大厦|大廈|园|村|段|里|庄|屯)[^\s]{0,30}?\s?(?:\d{1,5}\s?(?:号|號|弄)|$).*$/;

const NEXT = /地[^\S\n]{0,6}址|厂址|廠址|住所/;
/** How to find the house, behind its number. */
const WAY = /\s?[(（][^()（）]{0,30}(?:站|出口|入口|旁|对面|對面|附近|交叉口|路口)[^()（）]{0,10}[)）]$/;

const LABEL_CONFIDENCE = 0.92;
const PLAIN_CONFIDENCE = 0.75;

/**
 * Chinese addresses, large to small, after a label or by their shape. Split as far as 省, 市 and the postcode beside them say.
 */
export function findChineseAddresses({ flat, text }: Snapshot): TextAddress[] {
  const found: TextAddress[] = [];
  // Up to the next address.
  const behind = (end: number): string => text.slice(end, end + 60).split(NEXT)[0] ?? '';
  const add = (at: number, length: number, confidence: number): void => {
    const raw = text
      .slice(at, at + length)
      .replace(END, '')
      .trim();
    const end = at + raw.length;
    const isNew = !found.some((one) => one.at < end && at < one.end);
    if (raw.length >= 6 && isNew && isAddress(raw) && found.length < 50)
      found.push({
        raw,
        parts: chineseParts(raw, behind(end), text.slice(Math.max(0, at - 12), at)),
        at,
        end,
        confidence,
      });
  };
  for (const match of flat.matchAll(LABELLED)) {
    const value = match[1] ?? '';
    add(match.index + match[0].length - value.length, value.length, LABEL_CONFIDENCE);
  }
  for (const match of flat.matchAll(PLAIN)) {
    const label = GLUED_LABEL.exec(match[0])?.[0].length ?? 0;
    add(match.index + label, match[0].length - label, PLAIN_CONFIDENCE);
  }
  return found;
}

function isAddress(raw: string): boolean {
  return /[省市区區县縣路街道镇鎮号號村]/.test(raw) && !/^[^\u4e00-\u9fff]*$/.test(raw);
}

/**
 * The parts that an address names by their kind; none is guessed.
 * @param after what follows it, where a postcode may stand.
 * @param before what stands before it: Taiwan's postcodes.
 * @example chineseParts('浙江省杭州市西湖区文三路 90 号', ' 邮编：310012')
 */
export function chineseParts(raw: string, after = '', before = ''): AddressParts {
  const plain = raw
    .replace(/^(?:中国|中國|中华人民共和国)/, '')
    .replace(/^\d{3,6}\s?|[\s,，]\d{6}$/g, '')
    .replace(WAY, '');
  const region = firstOf(/^[\u4e00-\u9fff]{2,8}?(?:省|自治区|特别行政区)/, plain);
  const rest = plain.slice(region.length);
  const parts = {
    street: firstOf(STREET, rest).trim(),
    city: firstOf(/^[\u4e00-\u9fff]{2,6}?(?:市|州|盟|縣)/, rest),
    region,
    postcode: postcodeOf(raw, after, before),
    country: countryOf(raw),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
}

function countryOf(raw: string): string {
  if (/台湾|台灣|臺灣|臺北|縣|號/.test(raw)) return 'TW';
  return /香港|九龍|新界/.test(raw) ? 'HK' : 'CN';
}

const POSTCODE_LABEL = '[邮郵][^\\S\\n]{0,8}(?:政编码|政編碼|遞區號|编|編)';
const LABELLED_CODE = new RegExp(`${POSTCODE_LABEL}[^\\d\\n]{0,4}\\n?[^\\S\\n]?(\\d{5,6})(?!\\d)`);

/** Behind a label, right behind or right before the address, or at either of its ends. */
function postcodeOf(raw: string, after: string, before: string): string {
  const isTaiwan = countryOf(raw) === 'TW' || /[縣鄉鎮區號樓]/.test(raw);
  const digits = isTaiwan ? '\\d{6}|\\d{5}|\\d{3}' : '\\d{6}';
  const places: readonly (readonly [RegExp, string])[] = [
    [LABELLED_CODE, raw + after],
    [isTaiwan ? /^\s?[(（](\d{3}(?:\d{2,3})?)[)）]/ : /^[\s(（]{0,3}(\d{6})(?!\d)/, after],
    [/^(\d{3,6})\s?[\u4e00-\u9fff]/, raw],
    [/[\s,，](\d{6})$/, raw],
    [new RegExp(`(?<![\\d-])[(（]?(${digits})[)）]?[^\\S\\n]?$`), before],
  ];
  return places.map(([pattern, text]) => pattern.exec(text)?.[1]).find((code) => code !== undefined) ?? '';
}

function firstOf(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}
