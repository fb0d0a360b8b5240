import { describe, expect, it } from 'vitest';
import { countriesOf } from '@/src/domain/enrich/sources/company-countries';
import { filedCompany } from '@/test/support/ask-provider';

describe('the countries that a record points to', () => {
  it.each<[string, Parameters<typeof filedCompany>[0], string[]]>([
    ['nothing', {}, []],
    ['a number', { phones: ['+4971112345 ext. 3'] }, ['DE']],
    ['what is no number', { phones: ['12345'] }, []],
    ['a country in words', { addresses: ['1 Main Road, Dublin, Ireland'] }, ['IE']],
    ['a country in a word of German', { addresses: ['Weg 1, 6300 Zug, Schweiz'] }, ['CH']],
    ['a postcode of one shape', { addresses: ['12 Mill Lane, Leeds, LS1 4AP'] }, ['GB']],
    ['a state with its postcode', { addresses: ['1 Elm Street, Dover, DE 19901'] }, ['US']],
    ['an address in Chinese', { addresses: ['四川省成都市武侯区科华北路65号'] }, ['CN']],
    ['an address of Taiwan', { addresses: ['台北市信義區松仁路100號5樓'] }, ['TW']],
    ['an address in Japanese', { addresses: ['東京都港区芝公園4丁目 タワービル'] }, ['JP']],
    ['a USCC', { registrationIds: ['91510100MA6CD5XH7A'] }, ['CN']],
    ['VAT numbers', { registrationIds: ['DE136695976', 'EL123456789', 'CHE-123.456.789'] }, ['DE', 'GR', 'CH']],
    ['a LEI, which is of no country', { registrationIds: ['529900QUILLWERKZEU43'] }, []],
    ['the ending of a site', { website: 'https://quill.co.uk/' }, ['GB']],
    ['the ending of a mailbox', { emails: ['info@quill.fr'] }, ['FR']],
    ['an ending of nobody’s', { website: 'https://quill.com/' }, []],
    ['an ending that is taken everywhere', { website: 'https://quill.io/' }, []],
    ['several', { phones: ['+4971112345'], website: 'https://quill.at/' }, ['DE', 'AT']],
  ])('by %s', (_, inputs, countries) => {
    expect([...countriesOf(filedCompany(inputs))]).toEqual(countries);
  });
});
