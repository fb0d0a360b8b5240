import { column, headings, type Column, type Preset } from './column';

const EMAILS = (beside: string): Column =>
  column('E-mail # - Value', 'person.emails', { labelled: `E-mail # - ${beside}` });
const PHONES = (beside: string): Column =>
  column('Phone # - Value', 'person.phones', { labelled: `Phone # - ${beside}` });

/** The parts come first: the formatted text says the same once more, in the order of the country. */
function addresses(beside: string): Column[] {
  const part = (word: string, part: Column['part']): Column =>
    column(`Address # - ${word}`, 'company.addresses', {
      labelled: `Address # - ${beside}`,
      ...(part ? { part } : {}),
    });
  return [
    part('Street', 'street'),
    part('Extended Address', 'street'),
    part('City', 'city'),
    part('Region', 'region'),
    part('Postal Code', 'postcode'),
    part('Country', 'country'),
    part('Formatted', 'whole'),
  ];
}

/** Google Contacts, the present form and the one before. Several values of a cell stand with ` ::: ` between. */
export const GOOGLE: readonly Preset<'google' | 'google-legacy'>[] = [
  {
    format: 'google',
    tells: [['First Name', 'Organization Name', 'Labels']],
    holds: 'both',
    separator: ' ::: ',
    columns: [
      column('First Name', 'person.given'),
      column('Middle Name', 'person.middle'),
      column('Last Name', 'person.family'),
      column('Organization Name', 'company.name'),
      column('Organization Title', 'person.title'),
      column('Organization Department', 'person.department'),
      column('Notes', 'person.note'),
      column('Labels', 'person.tags'),
      EMAILS('Label'),
      PHONES('Label'),
      ...addresses('Label'),
      column('Website # - Value', 'person.website', { labelled: 'Website # - Label' }),
      column('Custom Field # - Value', 'person.accounts', { labelled: 'Custom Field # - Label' }),
    ],
    untaken: headings(
      'Phonetic First Name, Phonetic Middle Name, Phonetic Last Name, Name Prefix, Name Suffix, Nickname, Birthday, Photo, Address # - PO Box, Event # - Value, Relation # - Value',
    ),
    silent: headings('File As, Event # - Label, Relation # - Label'),
  },
  {
    format: 'google-legacy',
    tells: [['Given Name', 'Family Name', 'Group Membership|Organization 1 - Name|E-mail 1 - Value|Phone 1 - Value']],
    holds: 'both',
    separator: ' ::: ',
    columns: [
      column('Name', 'person.name'),
      column('Given Name', 'person.given'),
      column('Additional Name', 'person.middle'),
      column('Family Name', 'person.family'),
      column('Organization 1 - Name', 'company.name'),
      column('Organization 1 - Title', 'person.title'),
      column('Organization 1 - Department', 'person.department'),
      column('Notes', 'person.note'),
      column('Group Membership', 'person.tags'),
      EMAILS('Type'),
      PHONES('Type'),
      ...addresses('Type'),
      column('Website # - Value', 'person.website', { labelled: 'Website # - Type' }),
      column('IM # - Value', 'person.accounts', { labelled: 'IM # - Service' }),
      column('Custom Field # - Value', 'person.accounts', { labelled: 'Custom Field # - Type' }),
    ],
    untaken: headings(
      'Yomi Name, Given Name Yomi, Additional Name Yomi, Family Name Yomi, Name Prefix, Name Suffix, Initials, Nickname, Short Name, Maiden Name, Birthday, Gender, Location, Billing Information, Directory Server, Mileage, Occupation, Hobby, Photo, Address # - PO Box, Event # - Value, Relation # - Value, Organization 1 - Yomi Name, Organization 1 - Symbol, Organization 1 - Location, Organization 1 - Job Description',
    ),
    silent: headings(
      'Sensitivity, Priority, Subject, Language, Organization 1 - Type, IM # - Type, Event # - Type, Relation # - Type',
    ),
  },
];
