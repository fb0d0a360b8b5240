import { faultSource, type RegisterRun } from './register-run';

/** A statement in the form of Wikibase. */
export interface Claim {
  readonly mainsnak: object;
  readonly rank: string;
  readonly qualifiers?: Readonly<Record<string, readonly object[]>>;
}

const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';

const time = (text: string, precision: number, calendarmodel = GREGORIAN): object => ({
  value: { time: text, timezone: 0, before: 0, after: 0, precision, calendarmodel },
  type: 'time',
});
const claim = (datavalue: object, rank = 'normal', qualifiers?: Claim['qualifiers']): Claim => ({
  mainsnak: { snaktype: 'value', property: 'P0', datavalue },
  rank,
  ...(qualifiers ? { qualifiers } : {}),
});

export const ofText = (value: string, rank?: string): Claim => claim({ value, type: 'string' }, rank);
export const ofItem = (id: string, rank?: string): Claim =>
  claim({ value: { 'entity-type': 'item', id, 'numeric-id': Number(id.slice(1)) }, type: 'wikibase-entityid' }, rank);
export const ofDay = (text: string, precision = 11, calendar?: string): Claim => claim(time(text, precision, calendar));
export const ofName = (text: string, language: string, rank?: string): Claim =>
  claim({ value: { text, language }, type: 'monolingualtext' }, rank);
/** @param at when it was so, as Wikidata has it. */
export const ofCount = (amount: string, at?: string, rank?: string): Claim =>
  claim(
    { value: { amount, unit: '1' }, type: 'quantity' },
    rank,
    at === undefined ? undefined : { P585: [{ snaktype: 'value', property: 'P585', datavalue: time(at, 9) }] },
  );
/** The same, no longer so. */
export const ended = (one: Claim): Claim => ({
  ...one,
  qualifiers: { P582: [{ snaktype: 'value', property: 'P582', datavalue: time('+2019-00-00T00:00:00Z', 9) }] },
});

export const entity = (
  id: string,
  labels: Readonly<Record<string, string>>,
  claims: Readonly<Record<string, readonly Claim[]>> = {},
): object => ({
  type: 'item',
  id,
  labels: Object.fromEntries(Object.entries(labels).map(([language, value]) => [language, { language, value }])),
  claims,
});

export const searchResult = (...titles: readonly string[]): object => ({
  batchcomplete: '',
  query: {
    searchinfo: { totalhits: titles.length },
    search: titles.map((title, i) => ({ ns: 0, title, pageid: 900 + i, size: 4000, snippet: '' })),
  },
});

export const entities = (...list: readonly object[]): object => ({
  entities: Object.fromEntries(list.map((one) => ['id' in one ? String(one.id) : '', one])),
  success: 1,
});

export const BRANDT = entity(
  'Q900100200',
  { en: 'Brandt Getriebe', de: 'Brandt Getriebe', zh: '勃兰特传动' },
  {
    P31: [ofItem('Q4830453')],
    P856: [ofText('https://www.brandt-getriebe.de/')],
    P1448: [ofName('Brandt Getriebe GmbH & Co. KG', 'de')],
    P452: [ofItem('Q900100201')],
    P749: [ofItem('Q900100202')],
    P571: [ofDay('+1951-04-02T00:00:00Z')],
    P1128: [ofCount('+950', '+2019-00-00T00:00:00Z'), ofCount('+1200', '+2023-00-00T00:00:00Z')],
    P1278: [ofText('529900QUILLWERKZEU43')],
    P169: [ofItem('Q900100203')],
  },
);
export const BRANDT_LABELS = entities(
  entity('Q900100201', { en: 'mechanical engineering', zh: '机械工程' }),
  entity('Q900100202', { mul: 'Nordwerk Gruppe' }),
);

const LABELS_ASKED = 'ids=Q900100201%7CQ900100202&props=labels&';

export const WIKIDATA_RUN: RegisterRun = {
  id: 'wikidata',
  filed: { name: 'Brandt Getriebe', website: 'https://www.brandt-getriebe.de/de/' },
  settings: { 'enrich-own-site': 'off', 'enrich-wikidata': 'on' },
  answers: {
    'srsearch=haswbstatement%3AP856%3Dhttps%3A%2F%2Fwww.brandt-getriebe.de%2F%7CP856': searchResult('Q900100200'),
    'ids=Q900100200&props=labels%7Cclaims': entities(BRANDT),
    [LABELS_ASKED]: BRANDT_LABELS,
  },
  facts: [
    ['legalName', 'Brandt Getriebe GmbH & Co. KG'],
    ['registrationIds', '529900QUILLWERKZEU43'],
    ['industry', 'mechanical engineering'],
    ['founded', '1951-04-02'],
    ['employees', '1,200 (2023)'],
    ['parent', 'Nordwerk Gruppe'],
  ],
};

/** Its faults: a line of the fault matrix. */
export const WIKIDATA_FAULTS = faultSource(
  WIKIDATA_RUN,
  'application/json; charset=utf-8',
  {
    answers: {
      [LABELS_ASKED]: entities(entity('Q900100201', { en: '机械工程' }), entity('Q900100202', { de: '衡行集团' })),
    },
    found: '衡行集团',
  },
  ['legalName', 'registrationIds', 'industry', 'founded', 'parent', 'employees'],
);
