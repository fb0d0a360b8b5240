import { describe, expect, it } from 'vitest';
import { companiesHouse } from '@/src/domain/enrich/sources/companies-house';
import { askProvider, AT, filedCompany, type Asked } from '@/test/support/ask-provider';
import { valuesWithPlaces } from '@/test/support/hostile-answers';
import {
  britishProfile,
  britishSearch,
  QUILL_TOOLS,
  type BritishFixture,
} from '@/test/support/register-answers-companies-house';

type Inputs = Parameters<typeof filedCompany>[0];

/** Asks about a company; a search gives these. @param more what the profile of a company says besides. */
function ask(inputs: Inputs, found: readonly BritishFixture[], more: object = {}): Asked {
  return askProvider(companiesHouse, filedCompany(inputs), ({ step, url }) => {
    if (step === 'search') return britishSearch(...found);
    const known = found.find(({ company_number }) => url.endsWith(company_number));
    return known && britishProfile(known, more);
  });
}
const values = ({ findings }: Asked): string[] => findings.suggestions.map(({ field, value }) => `${field} ${value}`);
const remarks = ({ findings }: Asked): string[] =>
  findings.remarks.map(({ code, values: { count, state } }) => [code, count ?? state].join(' ').trim());

const HOST = 'api.company-information.service.gov.uk';
const QUILL: Inputs = { name: 'Quill Tools Ltd', phones: ['+442079460958'] };

describe('Companies House', () => {
  it('is asked by name with the user’s key, then for the one that it is', () => {
    const asked = ask(QUILL, [QUILL_TOOLS, { company_number: '01112223', name: 'QUILL TOOLS EUROPE LIMITED' }]);

    expect(asked.requests).toEqual([
      {
        url: `https://${HOST}/search/companies?q=Quill+Tools+Ltd&items_per_page=5`,
        step: 'search',
        fields: ['name'],
        key: true,
        answersAll: true,
      },
      { url: `https://${HOST}/company/09876543`, step: 'profile', fields: [], key: true },
    ]);
    expect(values(asked)).toEqual([
      'legalName QUILL TOOLS LIMITED',
      'addresses 12 Mill Lane, Leeds, West Yorkshire, LS1 4AP',
      'registrationIds Companies House 09876543',
      'founded 1998-07-14',
      'registrationState active',
    ]);
    expect(remarks(asked)).toEqual([]);
    expect(asked.findings.suggestions[0]).toMatchObject({
      confidence: 0.9,
      sources: [
        {
          url: 'https://find-and-update.company-information.service.gov.uk/company/09876543',
          snippet: 'company_name: QUILL TOOLS LIMITED',
          at: AT,
          extractor: 'vital-few-companies-house/1',
        },
      ],
    });
  });

  it.each<[string, string[], string]>([
    ['as we file it', ['Companies House 09876543'], '09876543'],
    ['eight digits of a British company', ['09876543'], '09876543'],
    ['with a label', ['DE136695976', 'Company No. 09876543'], '09876543'],
    ['of Scotland', ['sc123456'], 'SC123456'],
    ['of a partnership', ['OC345678'], 'OC345678'],
  ])('is asked by the number on file: %s', (_, registrationIds, company_number) => {
    const asked = ask({ ...QUILL, registrationIds }, [{ ...QUILL_TOOLS, company_number }]);

    expect(asked.requests.map(({ url, fields }) => [url, fields])).toEqual([
      [`https://${HOST}/company/${company_number}`, ['registrationIds']],
    ]);
    expect(asked.findings.suggestions.map(({ confidence }) => confidence)).toEqual([0.98, 0.98, 0.98, 0.98, 0.98]);
  });

  it.each<[string, Inputs, boolean]>([
    ['a British number', { phones: ['+442079460958'] }, true],
    ['a British address', { addresses: ['12 Mill Lane, Leeds, LS1 4AP'] }, true],
    ['a British address in words', { addresses: ['12 Mill Lane, Leeds, England'] }, true],
    ['a site in .uk', { website: 'https://quill.co.uk/' }, true],
    ['a number of the register', { phones: ['+4971112345'], registrationIds: ['Companies House 09876543'] }, true],
    ['Ltd and nothing else', { name: 'Quill Tools Ltd.' }, true],
    ['Public Limited Company', { name: 'Quill Public Limited Company' }, true],
    ['LLP', { name: 'Quill & Sons LLP' }, true],
    ['Ltd of Hong Kong', { name: 'Quill Tools Ltd', phones: ['+85225551234'] }, false],
    ['Co., Ltd', { name: 'Quill Tools Co., Ltd' }, false],
    ['Pte Ltd', { name: 'Quill Tools Pte Ltd' }, false],
    ['GmbH', { name: 'Quill GmbH' }, false],
    ['no form at all', { name: 'Quill Tools' }, false],
    ['eight digits, which may be Taiwanese', { registrationIds: ['09876543'] }, false],
    ['a German site', { name: 'Quill Ltd', website: 'https://quill.de/' }, false],
    ['a name hidden in part', { name: 'Qu*** Ltd' }, false],
  ])('is asked only about what can be British: %s', (_, inputs, canBe) => {
    expect(companiesHouse.hosts(filedCompany(inputs), { dns: 'google' })).toEqual(canBe ? [HOST] : []);
    expect(ask(inputs, []).requests.length).toBe(canBe ? 1 : 0);
  });

  const twin = { ...QUILL_TOOLS, company_number: '01112223' };
  it.each<[string, Inputs, BritishFixture[], string]>([
    ['nobody of the name', QUILL, [], 'not-listed'],
    ['somebody else', QUILL, [{ ...QUILL_TOOLS, name: 'NORTHWICK LIMITED' }], 'not-listed'],
    ['a longer name', QUILL, [{ ...QUILL_TOOLS, name: 'QUILL TOOLS EUROPE LIMITED' }], 'several 1'],
    ['another form', QUILL, [{ ...QUILL_TOOLS, name: 'QUILL TOOLS PLC' }], 'several 1'],
    ['two of the name', QUILL, [QUILL_TOOLS, twin], 'several 2'],
    ['a number that is not there', { ...QUILL, registrationIds: ['Companies House 00000001'] }, [], 'not-listed'],
    [
      'the number of somebody else',
      { ...QUILL, registrationIds: ['09876543'] },
      [{ ...QUILL_TOOLS, name: 'NORTHWICK LIMITED' }],
      'several 1',
    ],
  ])('takes nothing of %s', (_, inputs, found, remark) => {
    const asked = ask(inputs, found);
    expect([values(asked), remarks(asked).join()]).toEqual([[], remark]);
  });

  it('takes the active one of two of the name, and a name without its form where the country is known', () => {
    expect(values(ask(QUILL, [{ ...twin, company_status: 'dissolved' }, QUILL_TOOLS]))[2]).toContain('09876543');
    expect(values(ask({ ...QUILL, name: 'Quill Tools' }, [QUILL_TOOLS]))[2]).toContain('09876543');
  });

  it.each(['dissolved', 'liquidation', 'converted-closed'])('says when the company is %s', (company_status) => {
    const asked = ask(QUILL, [{ ...QUILL_TOOLS, company_status }]);
    expect(remarks(asked)).toEqual([`closed ${company_status}`]);
    expect(values(asked)).toContain(`registrationState ${company_status}`);
  });

  it.each<[string, object, string | undefined]>([
    [
      'an office with a name',
      {
        premises: 'Mill House',
        address_line_1: 'Mill Lane',
        address_line_2: 'Hunslet',
        locality: 'Leeds',
        postal_code: 'LS1 4AP',
      },
      'Mill House, Mill Lane, Hunslet, Leeds, LS1 4AP',
    ],
    ['a post box', { po_box: '12', address_line_1: 'Mill Lane', locality: 'Leeds' }, 'PO Box 12, Mill Lane, Leeds'],
    [
      'in care of somebody',
      { care_of: 'Ada Quill', address_line_1: '12 Mill Lane', locality: 'Leeds' },
      '12 Mill Lane, Leeds',
    ],
    ['a town only', { locality: 'Leeds' }, undefined],
    ['no parts', {}, undefined],
  ])('writes the registered office on one line: %s', (_, registered_office_address, line) => {
    const { findings } = ask(QUILL, [QUILL_TOOLS], { registered_office_address });
    expect(findings.suggestions.find(({ field }) => field === 'addresses')?.value).toBe(line);
  });

  it('leaves out an office that the register doubts, and a day that is none', () => {
    const doubted = ask(QUILL, [QUILL_TOOLS], { registered_office_is_in_dispute: true, date_of_creation: '1998' });
    expect(doubted.findings.suggestions.map(({ field }) => field)).toEqual([
      'legalName',
      'registrationIds',
      'registrationState',
    ]);
  });

  it('takes nothing where the register answers of somebody else than it was asked for', () => {
    const { findings } = askProvider(companiesHouse, filedCompany(QUILL), ({ step }) =>
      step === 'search' ? britishSearch(QUILL_TOOLS) : britishProfile(twin),
    );
    expect(findings).toEqual({ suggestions: [], remarks: [] });
  });

  it('says nothing where the answer is not one of the register', () => {
    for (const body of [{}, { errors: [{ error: 'x' }] }, null, [], { items: 'x' }])
      expect(askProvider(companiesHouse, filedCompany(QUILL), () => body).findings).toEqual({
        suggestions: [],
        remarks: [],
      });
  });

  it('never asks for people', () => {
    const asked = ask(QUILL, [QUILL_TOOLS]);
    expect(asked.requests.filter(({ url }) => /officers|persons/.test(url))).toEqual([]);
    expect(companiesHouse.personalData).toBe(false);
  });

  it('gives no value without its place, whatever is answered', () => {
    const answers = [britishSearch(QUILL_TOOLS), britishProfile(QUILL_TOOLS)];
    expect(
      valuesWithPlaces(
        companiesHouse,
        filedCompany(QUILL),
        answers,
        'https://find-and-update.company-information.service.gov.uk/company/',
      ),
    ).toBeGreaterThan(0);
  });
});
