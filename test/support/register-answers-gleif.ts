import { faultSource, type RegisterRun } from './register-run';

/** An office as GLEIF keeps it. @param place its city, postcode and region. */
const office = (lines: readonly string[], place: readonly [string, string, string], country = 'DE') => ({
  language: country === 'CN' ? 'zh' : 'en',
  addressLines: lines,
  addressNumber: null,
  addressNumberWithinBuilding: null,
  mailRouting: null,
  city: place[0],
  region: place[2],
  country,
  postalCode: place[1],
});

export interface GleifFixture {
  readonly lei: string;
  readonly name: string;
  readonly country?: string;
  readonly registeredAs?: string;
  readonly registeredAt?: string;
  readonly status?: string;
  readonly registration?: string;
  readonly otherNames?: readonly { readonly name: string; readonly type: string }[];
  readonly legalAddress?: ReturnType<typeof office>;
  readonly headquartersAddress?: ReturnType<typeof office>;
  readonly hasParent?: boolean;
}

/** An entry in the form of the register, of a company that nobody has founded. */
export function gleifEntry(fixture: GleifFixture): object {
  const { lei, name, country = 'DE', otherNames = [] } = fixture;
  const plain = office(['Lindenstraße 14'], ['Stuttgart', '70563', 'DE-BW'], country);
  const self = `https://api.gleif.org/api/v1/lei-records/${lei}`;
  return {
    type: 'lei-records',
    id: lei,
    attributes: {
      lei,
      entity: {
        legalName: { name, language: 'en' },
        otherNames: otherNames.map((one) => ({ ...one, language: 'en' })),
        transliteratedOtherNames: [],
        legalAddress: fixture.legalAddress ?? plain,
        headquartersAddress: fixture.headquartersAddress ?? fixture.legalAddress ?? plain,
        registeredAt: { id: fixture.registeredAt ?? 'RA000242', other: null },
        registeredAs: fixture.registeredAs ?? null,
        jurisdiction: country,
        category: 'GENERAL',
        legalForm: { id: '2HBR', other: null },
        status: fixture.status ?? 'ACTIVE',
        creationDate: '1994-03-01T00:00:00Z',
      },
      registration: { status: fixture.registration ?? 'ISSUED', corroborationLevel: 'FULLY_CORROBORATED' },
      bic: null,
    },
    relationships: {
      'direct-parent': {
        links: fixture.hasParent
          ? { 'relationship-record': `${self}/direct-parent-relationship`, 'lei-record': `${self}/direct-parent` }
          : { 'reporting-exception': `${self}/direct-parent-reporting-exception` },
      },
    },
    links: { self },
  };
}

/** The answer to a search. */
export function gleifList(...fixtures: readonly GleifFixture[]): object {
  const total = fixtures.length;
  return {
    meta: { goldenCopy: { publishDate: '2026-11-20T00:00:00Z' }, pagination: { currentPage: 1, perPage: 5, total } },
    data: fixtures.map(gleifEntry),
  };
}

export const gleifOne = (fixture: GleifFixture): object => ({ meta: {}, data: gleifEntry(fixture) });

export const QUILLMARK: GleifFixture = {
  lei: '529900QUILLWERKZEU43',
  name: 'Quillmark Werkzeuge GmbH',
  registeredAs: 'HRB 123456',
  headquartersAddress: office(['c/o Empfang', 'Werkstraße 3'], ['Esslingen', '73728', 'DE-BW']),
  legalAddress: office(['Lindenstraße 14'], ['Stuttgart', '70563', 'DE-BW']),
  hasParent: true,
};
export const QUILLMARK_HOLDING: GleifFixture = { lei: '529900QUILLHOLDING67', name: 'Quillmark Holding SE' };
export const QUILL_TOOLS_GB: GleifFixture = {
  lei: '213800QUILLTOOLSGB59',
  name: 'QUILL TOOLS LIMITED',
  country: 'GB',
  registeredAs: '09876543',
  registeredAt: 'RA000585',
  legalAddress: office(['12 Mill Lane'], ['Leeds', 'LS1 4AP', 'GB-LDS'], 'GB'),
};
const CHENGDU = office(['四川省成都市武侯区科华北路65号'], ['成都市', '610041', 'CN-SC'], 'CN');
export const HENGXING: GleifFixture = {
  lei: '300300HENGXINGJIXI72',
  name: '成都衡行机械有限公司',
  country: 'CN',
  registeredAs: '91510100MA6CD5XH7A',
  registeredAt: 'RA000092',
  otherNames: [{ name: 'Chengdu Hengxing Machinery Co., Ltd.', type: 'ALTERNATIVE_LANGUAGE_LEGAL_NAME' }],
  legalAddress: CHENGDU,
};

const BY_NAME = '/lei-records?filter%5Bentity.legalName%5D=Quillmark+Werkzeuge+GmbH&page%5Bsize%5D=5';
const OF_PARENT = '/lei-records/529900QUILLWERKZEU43/direct-parent';

export const GLEIF_RUN: RegisterRun = {
  id: 'gleif',
  filed: { name: 'Quillmark', legalName: 'Quillmark Werkzeuge GmbH' },
  settings: { 'enrich-own-site': 'off', 'enrich-gleif': 'on' },
  answers: {
    [BY_NAME]: gleifList(QUILLMARK),
    [OF_PARENT]: gleifOne(QUILLMARK_HOLDING),
  },
  facts: [
    ['addresses', 'Werkstraße 3, 73728 Esslingen'],
    ['addresses', 'Lindenstraße 14, 70563 Stuttgart'],
    ['registrationIds', '529900QUILLWERKZEU43'],
    ['registrationState', 'ACTIVE'],
    ['parent', 'Quillmark Holding SE'],
  ],
};

/** Its faults: a line of the fault matrix. */
export const GLEIF_FAULTS = faultSource(
  GLEIF_RUN,
  'application/vnd.api+json',
  {
    answers: {
      [BY_NAME]: gleifList({ ...QUILLMARK, headquartersAddress: CHENGDU, legalAddress: CHENGDU }),
      [OF_PARENT]: gleifOne({ ...QUILLMARK_HOLDING, legalAddress: CHENGDU }),
    },
    found: '四川省成都市武侯区科华北路65号',
  },
  ['addresses', 'registrationIds', 'registrationState', 'parent'],
);
