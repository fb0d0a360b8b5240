const LATIN_FORMS =
  /\b(?:gmbh|mbh|ag|kg|kgaa|ohg|ug|gbr|ek|ltd|limited|inc|incorporated|llc|llp|pllc|plc|lp|corp|corporation|company|co|sa|sarl|sas|srl|spa|bv|nv|oy|ab|aps|pty|pvt|the|and|und|et)\b/g;
const CHINESE_FORMS =
  /(?:\s?(?:股份有限公司|有限责任公司|有限責任公司|集团有限公司|有限公司|集团公司|总公司|公司|集团|集團)){1,4}$/;

/**
 * What the spellings of one name on one page have in common: no legal form, no signs, no case. Coarser than a company's
 * identity, which needs tables too large to carry into a page.
 * @example nameKey('Northwick Pumps, Ltd.') // 'northwick pumps'
 */
export function nameKey(name: string): string {
  const plain = name
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '');
  const words = plain
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const own = words.replace(LATIN_FORMS, ' ').replace(/\s+/g, ' ').trim().replace(CHINESE_FORMS, '').trim();
  return own === '' ? words : own;
}
