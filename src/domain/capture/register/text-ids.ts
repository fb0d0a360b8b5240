import { normaliseRegistration } from '../../identity/registration-id';
import type { Snapshot } from '../text/snapshot';
import { isFrenchNumber, isJapaneseId, isTaiwanId, isVatNumber } from './check-digits';

/** A number under which a register knows a company, as the text of a page gives it. */
export interface TextId {
  readonly raw: string;
  /** Scheme and number: `uscc:…`, `vat:…`, `register:Amtsgericht München HRB 12345`, `icp:…`, `lei:…`, `tw:…`. */
  readonly normal: string;
  readonly at: number;
  readonly end: number;
  readonly confidence: number;
}

const CHECKED = 0.97;
const LABELLED = 0.93;

/** Each scheme: how it stands in the text, the number in it, and its one form; undefined for what fails its check. */
const SCHEMES: readonly (readonly [RegExp, (number: string, whole: string) => string | undefined, number])[] = [
  [
    /(?<![0-9A-Z])([0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])/g,
    (number) => onlyScheme('uscc', number),
    CHECKED,
  ],
  [
    /\bLEI(?:-Code|\scode)?\s?[:：]?\s?([0-9A-Z]{18}\d{2})(?![0-9A-Z])/g,
    (number) => onlyScheme('lei', number),
    CHECKED,
  ],
  [
    /(?<![0-9A-Z])((?:ATU|BE|CHE-?|DE|DK|ES|FI|FR|GB|IT|LU|NL|PL|PT|SE)[ -]?[0-9A-Z]{2,4}(?:[ .-]?(?!MWST|TVA|IVA|VAT)[0-9A-Z]{2,4}){1,4})(?![0-9A-Za-z])/g,
    vatNumber,
    CHECKED,
  ],
  [
    /(?:統一編號|统一编号|統編)\s?[:：]?\s?(\d{8})(?!\d)/g,
    (number) => (isTaiwanId(number) ? `tw:${number}` : undefined),
    CHECKED,
  ],
  [/\bSIRET\b[^\d\n]{0,12}(\d{3} ?\d{3} ?\d{3} ?\d{5})(?!\d)/gi, (number) => frenchNumber('siret', number), CHECKED],
  [
    /\b(?:SIREN|R\.?C\.?S\.?)\b[^\d\n]{0,48}(\d{3} ?\d{3} ?\d{3})(?! ?\d)/gi,
    (number) => frenchNumber('siren', number),
    CHECKED,
  ],
  [
    /\b(HR[AB]\s?(?:-?Nr\.?\s?)?[:：]?\s?(?:\d{1,3} \d{3}(?!\d)|\d{1,6})(?:\s?[A-Z]{1,2}\b)?)/g,
    (number) => registerNumber(number),
    LABELLED,
  ],
  [
    /\b(?:FN|Firmenbuchnummer)\s?[:：]?\s{0,3}(?:FN\s?)?(\d{4,6}\s?[a-z])(?![\p{L}\d])/gu,
    (number) => `register:FN ${number.replace(/\s/g, '')}`,
    LABELLED,
  ],
  [
    /\b(?:compan(?:y|ies house)\s(?:registration\s)?(?:no\.?|number|reg(?:istration)?\.? no\.?)|registered (?:in|as a company in) (?:england(?: (?:and|&) wales)?|wales|scotland|northern ireland)[^\d\n]{0,40}?)\s?[:#]?\s?((?:\d{2}|SC|NI|OC|SO|NC)\d{6})(?!\d)/gi,
    (number) => `gb:${number.toUpperCase()}`,
    LABELLED,
  ],
  [/法人番号\s?[:：]?\s{0,3}(\d{13})(?!\d)/g, (number) => (isJapaneseId(number) ? `jp:${number}` : undefined), CHECKED],
  [
    /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川蜀滇陇宁琼]ICP[备证]\s?\d{5,10}\s?号?(?:-\d{1,3})?)/g,
    (number) => `icp:${number.replace(/\s/g, '')}`,
    LABELLED,
  ],
];
const AUSTRIAN_COURT =
  /(?:Landesgericht|Handelsgericht|LG|HG) (?:für ZRS )?([A-ZÄÖÜ][a-zäöüß.-]{2,25}(?: (?:am|an der|im) [A-ZÄÖÜ][a-zäöüß]{2,20})?)/g;
const COURT =
  /(Amtsgericht|Registergericht|Handelsregister(?: des Amtsgerichts)?|AG)\s?[:：]?\s{0,2}(?:Amtsgericht\s)?([A-ZÄÖÜ][a-zäöüß-]{2,25}(?:[ /-](?:am|an|der|im|a\.|\(?[A-ZÄÖÜ])[A-Za-zäöüß.)-]{0,20}){0,2})/g;
/** How far the court may stand from its number. Characters. */
const COURT_REACH = 90;

/** The register numbers in the text whose check digits are right, in order. A typing error is no number. */
export function readIds({ flat, text }: Snapshot): TextId[] {
  const found: TextId[] = [];
  if (!/\d/.test(flat)) return found;
  for (const [pattern, normalise, confidence] of SCHEMES)
    for (const match of flat.matchAll(pattern)) {
      const [whole, number = ''] = match;
      const at = match.index + whole.lastIndexOf(number);
      const normal = normalise(number, whole);
      if (!normal || found.length >= 50 || found.some((one) => one.at <= at && at < one.end)) continue;
      const end = at + number.length;
      found.push({ raw: text.slice(at, end), normal: withCourt(normal, flat, at), at, end, confidence });
    }
  return found.sort((a, b) => a.at - b.at);
}

function onlyScheme(scheme: string, number: string): string | undefined {
  const normal = normaliseRegistration(number);
  return normal?.startsWith(`${scheme}:`) ? normal : undefined;
}

function vatNumber(number: string): string | undefined {
  const plain = number.replace(/[\s.-]/g, '');
  return isVatNumber(plain) ? onlyScheme('vat', plain) : undefined;
}

function frenchNumber(scheme: string, number: string): string | undefined {
  const plain = number.replace(/ /g, '');
  return isFrenchNumber(plain) ? `${scheme}:${plain}` : undefined;
}

/** `HRB-Nr. 12345 B` → `register:HRB 12345 B`. */
function registerNumber(written: string): string {
  const [, kind = '', digits = '', letters = ''] =
    /(HR[AB])\D{0,8}(\d{1,6})\s?([A-Z]{0,2})/.exec(written.replace(/(?<=\d) (?=\d)/g, '')) ?? [];
  return `register:${[kind, digits, letters].filter((part) => part !== '').join(' ')}`;
}

/** A number of a German register means something only with the court that keeps it. */
function withCourt(normal: string, flat: string, at: number): string {
  if (normal.startsWith('register:FN')) return withAustrianCourt(normal, flat, at);
  if (!normal.startsWith('register:')) return normal;
  const start = Math.max(0, at - COURT_REACH);
  const near = [...flat.slice(start, at + COURT_REACH).matchAll(COURT)].sort(
    (a, b) => Math.abs(start + a.index - at) - Math.abs(start + b.index - at),
  )[0];
  const place = near?.[2]?.replace(/\s(?:HR|Reg|Ust|USt).*$/, '');
  return place ? `register:Amtsgericht ${place} ${normal.slice('register:'.length)}` : normal;
}

function withAustrianCourt(normal: string, flat: string, at: number): string {
  const start = Math.max(0, at - COURT_REACH);
  const [near] = [...flat.slice(start, at + COURT_REACH).matchAll(AUSTRIAN_COURT)].sort(
    (a, b) => Math.abs(start + a.index - at) - Math.abs(start + b.index - at),
  );
  return near ? `register:${near[0]} ${normal.slice('register:'.length)}` : normal;
}
