import { column, headings, type Column, type Preset } from './column';

const NAMES: readonly Column[] = [
  column('First Name', 'person.given'),
  column('Middle Name', 'person.middle'),
  column('Last Name', 'person.family'),
  column('Company', 'company.name'),
  column('Department', 'person.department'),
  column('Job Title', 'person.title'),
];
const ADDRESS: readonly Column[] = [
  column('Business Street', 'company.addresses', { label: 'work', part: 'street' }),
  column('Business Street 2', 'company.addresses', { label: 'work', part: 'street' }),
  column('Business Street 3', 'company.addresses', { label: 'work', part: 'street' }),
  column('Business City', 'company.addresses', { label: 'work', part: 'city' }),
  column('Business State', 'company.addresses', { label: 'work', part: 'region' }),
  column('Business Postal Code', 'company.addresses', { label: 'work', part: 'postcode' }),
  column('Business Country/Region|Business Country', 'company.addresses', { label: 'work', part: 'country' }),
];
const PHONES: readonly Column[] = [
  column('Business Phone', 'person.phones', { label: 'work' }),
  column('Business Phone 2', 'person.phones', { label: 'work' }),
  column('Mobile Phone', 'person.phones', { label: 'mobile' }),
  column('Home Phone', 'person.phones', { label: 'home' }),
  column('Home Phone 2', 'person.phones', { label: 'home' }),
  column('Business Fax', 'person.phones', { label: 'fax' }),
  column('Home Fax', 'person.phones', { label: 'fax' }),
  column('Other Fax', 'person.phones', { label: 'fax' }),
  column('Company Main Phone', 'company.phones', { label: 'main' }),
  column("Assistant's Phone", 'person.phones', { label: 'assistant' }),
  column('Other Phone', 'person.phones', { label: 'other' }),
  column('Primary Phone', 'person.phones', { label: 'other' }),
  column('Car Phone', 'person.phones', { label: 'other' }),
  column('Callback', 'person.phones', { label: 'other' }),
];
const REST: readonly Column[] = [
  column('E-mail Address', 'person.emails', { one: true }),
  column('E-mail 2 Address', 'person.emails', { one: true }),
  column('E-mail 3 Address', 'person.emails', { one: true }),
  column('Web Page|Business Web Page', 'person.website'),
  column('Categories', 'person.tags'),
  column('Notes', 'person.note'),
];
/** Here `Title` is Mr or Ms. */
const PRIVATE =
  "Title, Suffix, Initials, Gender, Birthday, Anniversary, Spouse, Children, Hobby, Location, Assistant's Name, Manager's Name, Referred By, Account, Billing Information, Mileage, Profession, Government ID Number, Organizational ID Number, Office Location, Home Street, Home Street 2, Home Street 3, Home City, Home State, Home Postal Code, Home Country/Region, Other Street, Other Street 2, Other Street 3, Other City, Other State, Other Postal Code, Other Country/Region, Business Address PO Box, Home Address PO Box, Other Address PO Box, Pager, Radio Phone, Telex, TTY/TDD Phone, ISDN, User 1, User 2, User 3, User 4";
const TECHNICAL =
  'E-mail Type, E-mail Display Name, E-mail 2 Type, E-mail 2 Display Name, E-mail 3 Type, E-mail 3 Display Name, Priority, Private, Sensitivity, Internet Free Busy, Directory Server, Language, Keywords';

/** Outlook of Windows, and what Outlook.com and Google under the name "Outlook CSV" write. */
export const OUTLOOK: readonly Preset<'outlook-com' | 'outlook'>[] = [
  {
    format: 'outlook-com',
    tells: [['First Name', 'E-mail Address', 'Business Address|Personal Web Page|Given Yomi|IMAddress']],
    holds: 'both',
    columns: [
      ...NAMES,
      ...ADDRESS,
      column('Business Address', 'company.addresses', { label: 'work', part: 'whole' }),
      ...PHONES,
      ...REST,
    ],
    untaken: headings(
      `${PRIVATE}, Nickname, Given Yomi, Surname Yomi, Company Yomi, IMAddress, Personal Web Page, Schools, Home Address, Other Address`,
    ),
    silent: headings(TECHNICAL),
  },
  {
    format: 'outlook',
    tells: [['First Name', 'Last Name', 'Company', 'E-mail Address', 'Business Street|Business Phone|Job Title']],
    holds: 'both',
    columns: [...NAMES, ...ADDRESS, ...PHONES, ...REST],
    untaken: headings(PRIVATE),
    silent: headings(TECHNICAL),
  },
];
