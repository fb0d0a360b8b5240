import type { Part } from './formats/column';

/** The parts of one address, in the order of the file. */
export type AddressParts = readonly { readonly part: Part; readonly text: string }[];

const HAN = /\p{Script=Han}/u;
const SMALL_FIRST: readonly Part[] = ['street', 'district', 'city', 'region', 'postcode', 'country'];
const LARGE_FIRST: readonly Part[] = ['country', 'region', 'city', 'district'];

/**
 * An address in one line: from the country to the house without blanks in Chinese, otherwise from the house to the country
 * with commas. A part that the next one repeats is left out. A `whole` address counts only where there are no parts.
 * @example addressLine([{ part: 'city', text: '上海市' }, { part: 'street', text: '云麓路 188 号' }]) // '上海市云麓路 188 号'
 */
export function addressLine(parts: AddressParts): string {
  const texts = (of: readonly Part[]): string[] =>
    of.flatMap((part) => parts.filter((one) => one.part === part).map(({ text }) => text));
  const given = texts(SMALL_FIRST);
  if (given.length === 0) return texts(['whole'])[0] ?? '';
  if (given.length === 1) return given.join('');
  return given.some((text) => HAN.test(text))
    ? largeFirst([...texts(LARGE_FIRST), texts(['street']).join(' ')], texts(['postcode']))
    : distinct(given);
}

/** 上海市, 上海市, 上海市云麓路 is 上海市云麓路. */
function largeFirst(parts: readonly string[], postcodes: readonly string[]): string {
  const line = parts.reduceRight((rest, part) => (rest.startsWith(part) ? rest : part + rest), '');
  return [line, ...postcodes.filter((code) => !line.includes(code))].join(' ');
}

function distinct(parts: readonly string[]): string {
  return parts.filter((part, i) => part !== parts[i - 1]).join(', ');
}
