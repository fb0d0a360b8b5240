import { faultSource, type RegisterRun } from './register-run';

export interface BritishFixture {
  readonly company_number: string;
  readonly name: string;
  readonly company_status?: string;
  readonly date_of_creation?: string;
}

/** One of those that a search gives. */
function item({ company_number, name, company_status = 'active', date_of_creation = '1998-07-14' }: BritishFixture) {
  return {
    kind: 'searchresults#company',
    title: name,
    company_number,
    company_status,
    company_type: 'ltd',
    date_of_creation,
    address_snippet: '12 Mill Lane, Leeds, West Yorkshire, LS1 4AP',
    address: { premises: '12', address_line_1: 'Mill Lane', locality: 'Leeds', postal_code: 'LS1 4AP' },
    links: { self: `/company/${company_number}` },
    matches: { title: [1, 5] },
    snippet: '',
  };
}

export const britishSearch = (...fixtures: readonly BritishFixture[]): object => ({
  kind: 'search#companies',
  items: fixtures.map(item),
  items_per_page: 5,
  page_number: 1,
  start_index: 0,
  total_results: fixtures.length,
});

/** What the register says of one, in its own form. @param more what is another than usual. */
export function britishProfile({ name, ...fixture }: BritishFixture, more: object = {}): object {
  return {
    company_name: name,
    company_status: 'active',
    date_of_creation: '1998-07-14',
    ...fixture,
    type: 'ltd',
    jurisdiction: 'england-wales',
    registered_office_address: {
      premises: '12',
      address_line_1: 'Mill Lane',
      locality: 'Leeds',
      region: 'West Yorkshire',
      postal_code: 'LS1 4AP',
      country: 'England',
    },
    sic_codes: ['25730'],
    accounts: { overdue: false },
    links: { self: `/company/${fixture.company_number}`, officers: `/company/${fixture.company_number}/officers` },
    ...more,
  };
}

export const QUILL_TOOLS: BritishFixture = { company_number: '09876543', name: 'QUILL TOOLS LIMITED' };

export const COMPANIES_HOUSE_RUN: RegisterRun = {
  id: 'companies-house',
  filed: { name: 'Quill Tools Ltd', 'phones/a': '+442079460958' },
  settings: { 'enrich-own-site': 'off', 'enrich-companies-house': 'on' },
  key: 'an-invented-key',
  answers: {
    '/search/companies?q=Quill+Tools+Ltd&items_per_page=5': britishSearch(QUILL_TOOLS, {
      company_number: '01112223',
      name: 'QUILL TOOLS EUROPE LIMITED',
    }),
    '/company/09876543': britishProfile(QUILL_TOOLS),
  },
  facts: [
    ['legalName', 'QUILL TOOLS LIMITED'],
    ['addresses', '12 Mill Lane, Leeds, West Yorkshire, LS1 4AP'],
    ['registrationIds', 'Companies House 09876543'],
    ['founded', '1998-07-14'],
    ['registrationState', 'active'],
  ],
};

/** Its faults: a line of the fault matrix; the user's key has to be there. */
export const COMPANIES_HOUSE_FAULTS = faultSource(
  COMPANIES_HOUSE_RUN,
  'application/json',
  {
    answers: {
      '/company/09876543': britishProfile(QUILL_TOOLS, {
        registered_office_address: { address_line_1: '四川省成都市武侯区科华北路65号' },
      }),
    },
    found: '四川省成都市武侯区科华北路65号',
  },
  ['legalName', 'addresses', 'registrationIds', 'founded', 'registrationState'],
);
