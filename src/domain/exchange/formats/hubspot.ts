import type { StageWords } from '../account-stage';
import { column, headings, type Preset } from './column';

const CONTACT_ID = 'Record ID|Record ID - Contact';
const COMPANY_ID = 'Record ID|Record ID - Company';

/** Its stages of the life of a customer, by their labels and by their names in files; `other` may be anything. */
const STAGES: StageWords = {
  reads: {
    subscriber: 'prospect',
    lead: 'prospect',
    'marketing qualified lead': 'prospect',
    marketingqualifiedlead: 'prospect',
    'sales qualified lead': 'prospect',
    salesqualifiedlead: 'prospect',
    opportunity: 'prospect',
    customer: 'active',
    evangelist: 'active',
  },
  writes: { prospect: 'Lead', active: 'Customer' },
};

/** What HubSpot exports and imports. E-mail takes one address a row, or HubSpot refuses it. */
export const HUBSPOT: readonly Preset<'hubspot-contacts' | 'hubspot-companies'>[] = [
  {
    format: 'hubspot-contacts',
    tells: [
      [CONTACT_ID, 'First Name', 'Email', 'Contact owner|Lifecycle Stage|Lead Status|Associated Company IDs'],
      ['First Name', 'Last Name', 'Phone Number', 'Company Name|Company Domain Name', 'Lifecycle Stage|Lead Status'],
    ],
    holds: 'people',
    columns: [
      column(CONTACT_ID, 'person.externalIds', { scheme: 'hubspot:contact', one: true }),
      column('First Name', 'person.given'),
      column('Last Name', 'person.family'),
      column('Email|Email address', 'person.emails', { one: true }),
      column('Additional email addresses', 'person.emails'),
      column('Phone Number', 'person.phones', { label: 'work' }),
      column('Mobile Phone Number', 'person.phones', { label: 'mobile' }),
      column('Fax Number', 'person.phones', { label: 'fax' }),
      column('Job Title', 'person.title'),
      column('Associated Company|Primary Associated Company', 'company.name'),
      column('Company Name', 'company.name'),
      column('Associated Company IDs|Primary Associated Company ID', 'company.externalIds', {
        scheme: 'hubspot:company',
        one: true,
      }),
      column('Website URL', 'company.website'),
      column('Company Domain Name', 'company.website', { part: 'domain' }),
      column('Industry', 'company.industry'),
      column('Street Address', 'company.addresses', { label: 'work', part: 'street' }),
      column('City', 'company.addresses', { label: 'work', part: 'city' }),
      column('State/Region', 'company.addresses', { label: 'work', part: 'region' }),
      column('Postal Code', 'company.addresses', { label: 'work', part: 'postcode' }),
      column('Country/Region', 'company.addresses', { label: 'work', part: 'country' }),
      column('Message|Notes', 'person.note'),
      column('Contact owner', 'person.owner'),
      column('Lifecycle Stage', 'company.state', { stages: STAGES }),
    ],
    untaken: headings(
      'Salutation, Date of birth, Gender, Lead Status, Create Date, Original Source, Last Activity Date, Marketing contact status',
    ),
    silent: [],
  },
  {
    format: 'hubspot-companies',
    tells: [
      [COMPANY_ID, 'Company name', 'Company Domain Name|Company owner|Website URL'],
      ['Company name', 'Company Domain Name', 'Website URL|Phone Number|Industry|City|Lifecycle Stage'],
    ],
    holds: 'companies',
    columns: [
      column(COMPANY_ID, 'company.externalIds', { scheme: 'hubspot:company', one: true }),
      column('Company name', 'company.name'),
      column('Website URL', 'company.website'),
      column('Company Domain Name', 'company.website', { part: 'domain' }),
      column('Phone Number', 'company.phones', { label: 'main' }),
      column('Industry', 'company.industry'),
      column('Street Address', 'company.addresses', { label: 'work', part: 'street' }),
      column('Street Address 2', 'company.addresses', { label: 'work', part: 'street' }),
      column('City', 'company.addresses', { label: 'work', part: 'city' }),
      column('State/Region', 'company.addresses', { label: 'work', part: 'region' }),
      column('Postal Code', 'company.addresses', { label: 'work', part: 'postcode' }),
      column('Country/Region', 'company.addresses', { label: 'work', part: 'country' }),
      column('Description', 'company.note'),
      column('Company owner', 'company.owner'),
      column('Lifecycle Stage', 'company.state', { stages: STAGES }),
    ],
    untaken: headings(
      'Lead Status, Type, Number of Employees, Annual Revenue, Time Zone, LinkedIn Bio, Create Date, Last Activity Date, Associated Contact IDs',
    ),
    silent: [],
  },
];
