import { describe, expect, it } from 'vitest';
import { vies } from '@/src/domain/enrich/sources/vies';
import { askProvider, AT, timesTold, filedCompany } from '@/test/support/ask-provider';

const QUILL = filedCompany({ name: 'Quill Outils', registrationIds: ['FR 40 303 265 045'] });

/** As the service writes it. */
const answer = (more: object = {}): object => ({
  isValid: true,
  requestDate: '2026-11-21T08:59:58.123Z',
  userError: 'VALID',
  name: 'SAS QUILL OUTILS',
  address: '12 RUE DU PORT\n44000 NANTES\n',
  requestIdentifier: '',
  originalVatNumber: '40303265045',
  vatNumber: '40303265045',
  viesApproximate: { name: '---', street: '---', postalCode: '---', city: '---', companyType: '---', matchName: 3 },
  ...more,
});
const invalid = (userError: unknown): object => answer({ isValid: false, userError, name: '---', address: '---' });

describe('what is asked', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['a number of France', ['FR 40 303 265 045'], 'ms/FR/vat/40303265045'],
    ['a number of Greece', ['EL 123456789'], 'ms/EL/vat/123456789'],
    ['a number of Northern Ireland', ['XI123456789'], 'ms/XI/vat/123456789'],
    ['a number of the Netherlands', ['NL123456789B01'], 'ms/NL/vat/123456789B01'],
    [
      'the first that can be asked',
      ['91350203M0001QAY9A', 'HRB 12345', 'DE123456789', 'ATU12345678'],
      'ms/DE/vat/123456789',
    ],
    ['none of Britain', ['GB123456789'], undefined],
    ['none of Switzerland', ['CHE-123.456.789'], undefined],
    ['none of another register', ['HRB 12345'], undefined],
    ['none that is no number', ['DE12345678/../x'], undefined],
  ])('%s', (_, ids, path) => {
    const filed = filedCompany({ registrationIds: ids });
    const { requests } = askProvider(vies, filed, () => answer());

    expect(requests).toEqual(
      path === undefined
        ? []
        : [
            expect.objectContaining({
              url: `https://ec.europa.eu/taxation_customs/vies/rest-api/${path}`,
              fields: ['registrationIds'],
            }),
          ],
    );
    expect(vies.hosts(filed, { dns: 'google' })).toEqual(path === undefined ? [] : ['ec.europa.eu']);
  });

  it('counts on the site where no number is on file', () => {
    const filed = filedCompany({ website: 'https://quill-tools.com' });

    expect(vies.hosts(filed, { dns: 'google' })).toEqual(['ec.europa.eu']);
    expect(vies.next(filed, [], { dns: 'google' })).toBeUndefined();
    expect(vies.parse(filed, [], { at: AT, home: 'DE' })).toEqual({ suggestions: [], remarks: [] });
    expect(vies.hosts(filedCompany({}), { dns: 'google' })).toEqual([]);
  });
});

describe('what the answer says', () => {
  const NAME = 'legalName SAS QUILL OUTILS 0.9';
  const ADDRESS = 'addresses 12 RUE DU PORT, 44000 NANTES 0.8';
  it.each<[string, unknown, readonly string[]]>([
    ['valid, and for whom', answer(), ['vat-valid', NAME, ADDRESS]],
    ['valid in the form of before', { valid: true, name: 'SAS QUILL OUTILS' }, ['vat-valid', NAME]],
    ['valid, and nothing told', answer({ name: '---', address: '---' }), ['vat-valid']],
    ['valid, and empty', answer({ name: '', address: ' \n ' }), ['vat-valid']],
    [
      'the name over the door',
      answer({ name: 'QUILL OUTILS||LE PORT', address: '---' }),
      ['vat-valid', 'legalName QUILL OUTILS 0.9'],
    ],
    [
      'the name of another company',
      answer({ name: 'BRANDT PUMPEN GMBH' }),
      ['vat-valid', 'legalName BRANDT PUMPEN GMBH 0.6', 'addresses 12 RUE DU PORT, 44000 NANTES 0.6'],
    ],
    [
      'an address of one line',
      answer({ name: '---', address: 'KAI 1, 1000 WIEN' }),
      ['vat-valid', 'addresses KAI 1, 1000 WIEN 0.6'],
    ],
    [
      'an address with commas at its ends',
      answer({ name: '---', address: 'KAI 1,\r\n1000 WIEN' }),
      ['vat-valid', 'addresses KAI 1, 1000 WIEN 0.6'],
    ],
    ['not valid', invalid('INVALID'), ['vat-invalid']],
    ['not valid in the form of before', { valid: false }, ['vat-invalid']],
    ['a number that cannot be', invalid('INVALID_INPUT'), ['vat-invalid']],
    ...[
      'MS_UNAVAILABLE',
      'MS_MAX_CONCURRENT_REQ',
      'GLOBAL_MAX_CONCURRENT_REQ',
      'SERVICE_UNAVAILABLE',
      'TIMEOUT',
      'SERVER_BUSY',
      'NEW_WORD',
    ].map((code): [string, unknown, readonly string[]] => [code, invalid(code), ['vat-unknown']]),
    [
      'a fault in the other form',
      { actionSucceed: false, errorWrappers: [{ error: 'MS_UNAVAILABLE' }] },
      ['vat-unknown'],
    ],
    ['a fault beside a word that it is valid', answer({ userError: 'MS_UNAVAILABLE' }), ['vat-unknown']],
    ['a word in place of yes or no', answer({ isValid: 'true' }), ['vat-unknown']],
    ['nothing', {}, ['vat-unknown']],
    ['nothing at all', null, ['vat-unknown']],
  ])('%s', (_, body, wanted) => {
    const { findings } = askProvider(vies, QUILL, () => body);

    expect(findings.remarks.map(({ values }) => values)).toEqual([{ number: 'FR40303265045' }]);
    expect([
      ...findings.remarks.map(({ code }) => code),
      ...findings.suggestions.map(({ field, value, confidence }) => `${field} ${value} ${confidence}`),
    ]).toEqual(wanted);
  });

  it('keeps what the service wrote beside the values', () => {
    const [name, address] = askProvider(vies, QUILL, () => answer()).findings.suggestions;

    expect(name?.sources).toEqual([
      {
        kind: 'register',
        url: 'https://ec.europa.eu/taxation_customs/vies/rest-api/ms/FR/vat/40303265045',
        snippet: 'name: SAS QUILL OUTILS',
        at: AT,
        extractor: 'vital-few-vies/1',
      },
    ]);
    expect(address?.sources[0]?.snippet).toBe('address: 12 RUE DU PORT 44000 NANTES');
  });

  it('keeps no more than is worth reading beside a long value', () => {
    const { suggestions } = askProvider(vies, QUILL, () => answer({ name: 'QUILL '.repeat(50) })).findings;

    expect(suggestions[0]?.raw).toHaveLength(299);
    expect(suggestions[0]?.sources[0]?.snippet).toBe(`name: ${'QUILL '.repeat(50)}`.slice(0, 160));
  });

  it('says nothing without evidence, whatever is answered', () => {
    expect(timesTold(vies, QUILL, [answer(), invalid('INVALID'), invalid('TIMEOUT')])).toBeGreaterThan(50);
  });
});
