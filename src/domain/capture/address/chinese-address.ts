import type { AddressParts } from '../found';
import type { Snapshot } from '../text/snapshot';
import type { TextAddress } from './text-address';

const LABELLED =
  /(?:公司地址|办公地址|辦公地址|联系地址|聯絡地址|注册地址|经营地址|厂址|详细地址|总部地址|总部|地 {0,4}址|地點|地点|住所|Address|Add)\s{0,3}(?:[:：]\s{0,3}|\n)([^\n]{0,12}[\u4e00-\u9fff][^\n]{4,100})/g;
const PLAIN =
  /(?:中国|中國)?[\u4e00-\u9fff]{2,7}(?:省|市|自治区|縣)[\u4e00-\u9fff\d]{0,24}?(?:区|區|县|市|镇|鎮|乡|路|街|道)[\u4e00-\u9fff\dA-Za-z\s()\-#·]{1,40}?\d{1,5}\s?(?:号|號|弄|室|楼|樓|栋|座|层)[\u4e00-\u9fff\dA-Za-z()\- ]{0,24}/g;
/** A label that nothing but its element tells from the address. */
const GLUED_LABEL = /^[\u4e00-\u9fff]{0,4}(?:地址|住所|场所)/;
/** What follows an address on its line. */
const END =
  /\s*(?:电话|電話|邮编|郵編|邮政编码|传真|傳真|手机|Tel|TEL|tel|联系|聯絡|E-?mail|邮箱|网址|版权|ICP|客服|服務專線|服务热线|附近(?:企业|公司)|(?:查看|电子|電子)地[图圖]|[|｜;；，,。]\s*(?:电|邮|传|联)|[(（]\d{6}[)）]).*$/;
const STREET =
  /(?<=(?:省|市|区|區|县|縣|镇|鎮|乡|鄉|旗|开发区|园区))(?!(?:省|市|区|區|县|縣))[^省市]{0,30}?(?:路|街|道|巷|弄|大厦|大廈|园|村|段|里|庄|屯)[^\s]{0,30}?(?:\d{1,5}\s?(?:号|號|弄)|$).*$/;

const LABEL_CONFIDENCE = 0.92;
const PLAIN_CONFIDENCE = 0.75;

/**
 * Chinese addresses, large to small, after a label or by their shape. Split as far as 省, 市 and the postcode beside them say.
 */
export function findChineseAddresses({ flat, text }: Snapshot): TextAddress[] {
  const found: TextAddress[] = [];
  const add = (at: number, length: number, confidence: number): void => {
    const raw = text
      .slice(at, at + length)
      .replace(END, '')
      .trim();
    const end = at + raw.length;
    const isNew = !found.some((one) => one.at < end && at < one.end);
    if (raw.length >= 6 && isNew && isAddress(raw) && found.length < 50)
      found.push({ raw, parts: chineseParts(raw, text.slice(end, end + 30)), at, end, confidence });
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
 * @example chineseParts('浙江省杭州市西湖区文三路 90 号', ' 邮编：310012')
 */
export function chineseParts(raw: string, after = ''): AddressParts {
  const plain = raw.replace(/^(?:中国|中國|中华人民共和国)/, '').replace(/^\d{3,6}\s?/, '');
  const region = firstOf(/^[\u4e00-\u9fff]{2,8}?(?:省|自治区|特别行政区)/, plain);
  const rest = plain.slice(region.length);
  const parts = {
    street: firstOf(STREET, rest).trim(),
    city: firstOf(/^[\u4e00-\u9fff]{2,6}?(?:市|州|盟|縣)/, rest),
    region,
    postcode: postcodeOf(raw, after),
    country: countryOf(raw),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
}

function countryOf(raw: string): string {
  if (/台湾|台灣|臺灣|臺北|縣|號/.test(raw)) return 'TW';
  return /香港|九龍|新界/.test(raw) ? 'HK' : 'CN';
}

function postcodeOf(raw: string, after: string): string {
  const labelled = /邮编\D{0,3}(\d{6})/.exec(raw + after)?.[1];
  return (
    labelled ?? /^[\s(（]{0,3}(\d{6})(?!\d)/.exec(after)?.[1] ?? /^(\d{3,6})\s?[\u4e00-\u9fff]/.exec(raw)?.[1] ?? ''
  );
}

function firstOf(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}
