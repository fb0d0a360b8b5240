/** An address as a register keeps it, in parts. */
export interface PostalParts {
  /** House and street, small to large. */
  readonly lines: readonly string[];
  readonly city?: string | undefined;
  /** As ISO 3166-2 (`US-CA`) or in words. */
  readonly region?: string | undefined;
  readonly postcode?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
}

const CODE_FIRST: ReadonlySet<string> = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MC NL NO PL PT RO RS SE SI SK TR UA'.split(' '),
);
/** Where the region stands beside the postcode, by its short name. */
const WITH_REGION: ReadonlySet<string> = new Set(['US', 'CA', 'AU']);
const HAN = /\p{Script=Han}/u;

/**
 * The parts on one line in the order of their country, without the country: as the company's own pages write it.
 * In Chinese large to small, without the postcode. Empty without a street.
 * @example postalLine({ lines: ['Lindenstraße 14'], city: 'Stuttgart', postcode: '70563', country: 'DE' }) // 'Lindenstraße 14, 70563 Stuttgart'
 */
export function postalLine({ lines, city = '', region = '', postcode = '', country = '' }: PostalParts): string {
  const street = lines.filter((line) => !/^c\/o\b/i.test(line));
  if (street.length === 0) return '';
  if (HAN.test(street.join(''))) return chineseLine(street.join(''), city);
  const [, short = region] = /^[A-Z]{2}-(.{1,3})$/.exec(region) ?? [];
  const isCoded = short !== region;
  if (CODE_FIRST.has(country)) return joined([...street, [postcode, city].join(' ')]);
  if (WITH_REGION.has(country)) return joined([...street, city, `${short} ${postcode}`]);
  return joined([...street, city, isCoded ? '' : region, postcode]);
}

function chineseLine(street: string, city: string): string {
  return HAN.test(city) && !street.includes(city) ? city + street : street;
}

/** The parts without those that repeat the one before. */
function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim().replace(/,$/, ''))
    .filter((part, i, all) => part !== '' && part !== all[i - 1])
    .join(', ');
}
