import { matchesAround } from './around';

/** What a masked sign becomes: no digit, no letter, no blank. */
const MASK = '\u0001';

const MONTH = '(?:jan|feb|m[aä]r|apr|ma[iy]|june?|july?|aug|sep|o[ck]t|nov|de[cz])[a-zä]{0,6}';

/** Numbers that look like phone numbers and are none. Every quantifier is bounded. Matched in this order. */
const NOT_PHONES: readonly RegExp[] = [
  // Register numbers of China: ICP, public security record, unified social credit code, QQ.
  /ICP\s?[备備证證]?(?:案)?\s?[号號字第]?\s?[:：]?\s?[A-Z]?\d?-?\d{4,12}(?:\s?[号號])?(?:-\d{1,4})?/gi,
  /(?:公网安备|公安备案|安备|备案)[^\d\n]{0,6}\d{8,16}/g,
  /\b[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}\b/g,
  /QQ\s?(?:群|号|號|号码|客服|咨询|在线|mail)?\s?[号號]?\s?[:：]?\s?\d{5,12}/gi,
  /(?:邮编|郵編|邮政编码|郵遞區號|統一編號|统一编号|統編|股票代码|证券代码|邮政编碼)\s?[:：]?\s?\d{3,10}/g,
  /(?:已售|销量|銷量|库存|庫存|货号|貨號|订单号|訂單編號)\s?[:：]?\s?\d{5,20}/g,
  // Register, tax and bank numbers elsewhere.
  /\bHR\s?[AB]\s?(?:-?Nr\.?)?\s?[:：]?\s?\d{1,7}/gi,
  /\b(?:ATU|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[ -]?\d{2,3}(?:[ .-]?\d{2,4}){2,4}\b/g,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
  /\b(?:siren|siret|rcs)\b[^\d\n]{0,48}\d[\d ]{8,17}/gi,
  /\b(?:ust|steuer(?:nummer|-?nr)?|tax|vat|ein|abn|acn|siren|siret|rcs|p\.? ?iva|partita iva|codice fiscale|kvk|btw|cif|nif|krs|nip|regon|cvr|npi|nmls|dre|cslb|lic(?:en[cs]e)?|permit|reg(?:istration|istered|istriert)?|company|konto|kto|account|acct|blz|iban|bic|isbn|issn|ean|sku|item|order|serial|model|part|invoice|patent|bar|charity|policy)\b(?![^\d\n]{0,24}(?:\+\d|\b(?:tel|telephone|telefon|phone|fax|mobile|call|manager|executive)\b))[^\d\n]{0,24}\d[\dA-Z ./-]{3,20}/gi,
  // Days, hours, years, money, measures, places on the globe, addresses of the network.
  /\b(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?/g,
  /\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)?\d\d\b(?![-. ]?\d)/g,
  new RegExp(`\\b\\d{1,2}\\.?\\s${MONTH}\\.?\\s(?:19|20)\\d\\d\\b`, 'gi'),
  new RegExp(`\\b${MONTH}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d\\b`, 'gi'),
  /\b(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d\b/g,
  /\b\d{1,2}[:.]\d\d\s?(?:am|pm|h|uhr)?\s?(?:-|to|bis)\s?\d{1,2}[:.]\d\d\b/gi,
  /\b\d{1,2}:\d\d(?::\d\d)?\b/g,
  /[$€£¥￥]\s?\d[\d.,]{0,15}/g,
  /\d[\d.,]{0,15}\s?(?:€|EUR|USD|RMB|CHF|GBP|元|万|%|ct\b|cts\b|cents?\b|km|kg|mm|cm|sq\.? ?ft|MB|GB|kW)/g,
  /(?<![\d.])-?\d{1,3}\.\d{4,10}(?![\d.])/g,
  /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g,
  /\b\d{1,3}(?:,\d{3}){1,4}(?!\d)/g,
  /\b(?:https?:\/\/|www\.)[^\s<>"']{1,200}/gi,
];

const EMAIL = /[\w.+-]{1,64}@[\w.-]{1,100}/g;
const AT_SIGN = { core: /@/g, reach: 200 };

/**
 * The text, of the same length, with every number that is known to be no telephone number made unreadable.
 * @param flat as in Snapshot.
 */
export function maskOtherNumbers(flat: string): string {
  let masked = flat;
  for (const pattern of NOT_PHONES) masked = masked.replace(pattern, (found) => MASK.repeat(found.length));
  return withoutEmails(masked);
}

function withoutEmails(flat: string): string {
  let masked = '';
  for (const { match, at } of matchesAround(flat, EMAIL, AT_SIGN))
    masked += flat.slice(masked.length, at) + MASK.repeat(match[0].length);
  return masked + flat.slice(masked.length);
}
