/** How often values of a confidence are right, by the gold of stored pages. */

const BINS = [0.97, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0];
const LEGAL = /\b(inc|incorporated|llc|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|pty|llp|pllc|the)\b/g;

const words = (text) =>
  text
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const companyKey = (text) => words(text).replace(LEGAL, ' ').replace(/\s+/g, ' ').trim();
const digits = (text) =>
  text
    .replace(/(?:ext|x|#).*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .slice(-9);
const tight = (text) => words(text).replace(/ /g, '');

/** What is compared of each field: its gold, its values, and when the two say the same. */
const FIELDS = {
  name: [
    ['ORG'],
    ({ company }) => (company ? [[company.name, company.confidence]] : []),
    (a, b) => companyKey(a) === companyKey(b),
  ],
  phone: [
    ['TEL', 'FAX'],
    ({ phones }) => phones.map((one) => [one.e164 ?? one.raw, one.confidence]),
    (a, b) => digits(a) === digits(b),
  ],
  email: [
    ['EMAIL'],
    ({ emails }) => emails.map((one) => [one.value, one.confidence]),
    (a, b) => a.toLowerCase() === b.toLowerCase(),
  ],
  street: [
    ['STREET'],
    ({ addresses }) => addresses.map((one) => [one.street ?? one.raw, one.confidence]),
    (a, b) => words(a).includes(words(b)) || words(b).includes(words(a)),
  ],
  postcode: [
    ['ZIPCODE'],
    ({ addresses }) => addresses.flatMap((one) => (one.postcode ? [[one.postcode, one.confidence]] : [])),
    (a, b) => tight(a) === tight(b),
  ],
  person: [['PER'], ({ people }) => people.map((one) => [one.name, one.confidence]), (a, b) => words(a) === words(b)],
};

/**
 * @param {object[]} lines of `capture:pages` @param {object[]} pages gold lines
 * @returns {Record<string, Record<string, { right: number, all: number }>>} by field, by the lower edge of the bin
 */
export function calibrate(lines, pages) {
  const golds = new Map(pages.map((page) => [page.page, page.entities]));
  const table = {};
  for (const line of lines)
    for (const [field, rule] of Object.entries(FIELDS))
      countIn((table[field] ??= {}), line, golds.get(line.page) ?? [], rule);
  return Object.fromEntries(Object.entries(table).filter(([, bins]) => Object.keys(bins).length > 0));
}

/** Counts the values of one field of one page into its bins. Pages and fields without whole gold are left out. */
function countIn(bins, line, entities, [types, valuesOf, same]) {
  const group = line.page.split('/').at(-1).split('-')[0];
  const gold = entities.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  const isWhole = group !== 'nl' && group !== 'rnd' && !(types[0] === 'EMAIL' && group !== 'us');
  if (!isWhole || (types[0] === 'ORG' && gold.length === 0)) return;
  for (const [value, confidence] of valuesOf(line)) {
    const counts = (bins[String(BINS.find((edge) => confidence >= edge))] ??= { right: 0, all: 0 });
    counts.all++;
    if (gold.some((one) => same(one, value))) counts.right++;
  }
}
