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
/** Letters as they lie on the keys of a phone. */
const KEYPAD = '22233344455566677778889999';
const dialled = (text) => text.toLowerCase().replace(/[a-z]/g, (letter) => KEYPAD[letter.charCodeAt(0) - 97]);
const digits = (text) =>
  (/[a-z]{3}/i.test(text.replace(/ext.*$/i, '')) ? dialled(text) : text.replace(/(?:ext|x|#).*$/i, ''))
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
    // A hotline is never ticked beforehand, however sure it is.
    ({ phones }) => phones.filter(({ kind }) => kind !== 'hotline').map((one) => [one.e164 ?? one.raw, one.confidence]),
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

/** Counts the values of one field of one page into its bins. */
function countIn(bins, line, entities, rule) {
  for (const { confidence, isRight } of judged(line, entities, rule)) {
    const counts = (bins[String(BINS.find((edge) => confidence >= edge))] ??= { right: 0, all: 0 });
    counts.all++;
    if (isRight) counts.right++;
  }
}

/** The values of one field of one page, each right or not. Pages and fields without whole gold have none. */
function judged(line, entities, [types, valuesOf, same]) {
  const gold = entities.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  const isWhole = !isPartial(line) && !(types[0] === 'EMAIL' && groupOf(line) !== 'us');
  if (!isWhole || (types[0] === 'ORG' && gold.length === 0)) return [];
  return valuesOf(line).map(([value, confidence]) => ({
    value,
    confidence,
    isRight: gold.some((one) => same(one, value)),
  }));
}

const groupOf = ({ page }) => page.split('/').at(-1).split('-')[0];
const isPartial = (line) => ['nl', 'rnd'].includes(groupOf(line));

/**
 * On how many pages all that is ticked beforehand is right: saved as it stands, the record has no wrong value.
 * @param {object[]} lines of `capture:pages` @param {object[]} pages gold lines @param {number} from confidence that ticks
 * @returns {{ pages: number, ticked: number, clean: number, tickedClean: number, spoilt: Record<string, string[]> }} pages
 *   with whole gold, those of them with anything ticked, how many of both have nothing wrong, and by field the pages it spoils
 */
export function cleanPages(lines, pages, from) {
  const golds = new Map(pages.map((page) => [page.page, page.entities]));
  const counts = { pages: 0, ticked: 0, clean: 0, tickedClean: 0, spoilt: {} };
  for (const line of lines.filter((one) => !isPartial(one))) {
    const ticked = Object.entries(FIELDS).map(([field, rule]) => [
      field,
      judged(line, golds.get(line.page) ?? [], rule).filter(({ confidence }) => confidence >= from),
    ]);
    const wrong = ticked.filter(([, values]) => values.some(({ isRight }) => !isRight)).map(([field]) => field);
    const hasTicked = ticked.some(([, values]) => values.length > 0);
    counts.pages++;
    if (hasTicked) counts.ticked++;
    if (wrong.length === 0) counts.clean++;
    if (hasTicked && wrong.length === 0) counts.tickedClean++;
    for (const field of wrong) (counts.spoilt[field] ??= []).push(line.page);
  }
  return counts;
}
