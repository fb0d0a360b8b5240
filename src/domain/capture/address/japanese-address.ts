import type { Snapshot } from '../text/snapshot';
import type { TextAddress } from './text-address';

/** A postcode with its sign, then from the prefecture down to the house, on one line. */
const ADDRESS =
  /〒 ?(?<postcode>\d{3}-\d{4})\s{0,2}(?<region>北海道|東京都|(?:京都|大阪)府|[\u4e00-\u9fff]{2,3}県)(?<rest>[^\n〒]{2,60})/g;
/** What follows an address on its line. */
const END = /\s*(?:TEL|FAX|Tel|Fax|電話|代表電話|MAIL|E-?mail|[|/(]|地図|アクセス).*$/;
const WHOLE = 0.92;
const MOST = 50;

/**
 * Japanese addresses behind their postcode, written from the large to the small.
 * @example 〒144-0045 東京都大田区南六郷2-35-10
 */
export function findJapaneseAddresses({ flat, text }: Snapshot): TextAddress[] {
  return [...flat.matchAll(ADDRESS)].slice(0, MOST).flatMap((match): TextAddress[] => {
    const { postcode = '', region = '' } = match.groups ?? {};
    const written = match[0].replace(END, '').trimEnd();
    if (!/\d/.test(written.slice(written.indexOf(region)))) return [];
    const end = match.index + written.length;
    const parts = { postcode, region, country: 'JP' };
    return [{ raw: text.slice(match.index, end), parts, at: match.index, end, confidence: WHOLE }];
  });
}
