import type { StageWords } from '../account-stage';
import type { ChannelWords } from '../source-channel';
import { column, headings, type Column, type Preset } from './column';
import type { ContactLabel } from '../../parties/contact-values';

const ID = { scheme: 'salesforce', one: true } as const;

/** Types of accounts that say how they stand; partners, resellers and the press do not. */
const TYPES: StageWords = {
  reads: {
    prospect: 'prospect',
    customer: 'active',
    'customer - direct': 'active',
    'customer - channel': 'active',
  },
  writes: { prospect: 'Prospect', active: 'Customer' },
};

/** The words that it brings along for where a lead came from; others, which its users add, say nothing to us. */
const SOURCES: ChannelWords = {
  reads: {
    'phone inquiry': 'walk-in',
    web: 'swept',
    'word of mouth': 'relationship',
    partner: 'relationship',
    'partner referral': 'referral',
    'employee referral': 'referral',
    'external referral': 'referral',
    'purchased list': 'directory',
    advertisement: 'media',
    'public relations': 'media',
    'trade show': 'fair',
    'seminar - internal': 'fair',
    'seminar - partner': 'fair',
    other: 'other',
  },
  writes: {
    'walk-in': 'Phone Inquiry',
    swept: 'Web',
    relationship: 'Word of mouth',
    referral: 'Partner Referral',
    directory: 'Purchased List',
    media: 'Advertisement',
    fair: 'Trade Show',
    other: 'Other',
  },
};

/** The labels that Salesforce shows come first and are written; the names of its Data Loader and of its reports follow. */
export const SALESFORCE: readonly Preset<'salesforce-leads' | 'salesforce-contacts' | 'salesforce-accounts'>[] = [
  {
    format: 'salesforce-leads',
    tells: [
      [
        'Company|Company / Account',
        'Last Name|Full Name',
        'Lead Source|Lead ID|Lead Owner',
        'Lead Status|Rating|Lead ID|Record Owner|Lead Owner|Annual Revenue|Email Opt Out',
      ],
      ['LastName', 'Company', 'LeadSource|Status|OwnerId|MobilePhone'],
    ],
    holds: 'people',
    columns: [
      column('Lead ID|Id', 'person.externalIds', ID),
      column('First Name|FirstName', 'person.given'),
      column('Middle Name|MiddleName', 'person.middle'),
      column('Last Name|LastName', 'person.family'),
      column('Full Name|Name', 'person.name'),
      column('Company|Company / Account', 'company.name'),
      column('Title', 'person.title'),
      column('Email', 'person.emails', { one: true }),
      column('Phone', 'person.phones', { label: 'work' }),
      column('Mobile Phone|Mobile|MobilePhone', 'person.phones', { label: 'mobile' }),
      column('Fax', 'person.phones', { label: 'fax' }),
      column('Website', 'company.website'),
      column('Industry', 'company.industry'),
      ...address('', 'work'),
      column('Description', 'person.note'),
      column('Record Owner|Lead Owner|Owner', 'person.owner'),
      column('Lead Source|LeadSource', 'company.channel', { channels: SOURCES }),
    ],
    untaken: headings(
      'Salutation, Lead Status, Status, Rating, Annual Revenue, AnnualRevenue, No. of Employees, NumberOfEmployees, Email Opt Out, Currency ISO Code, OwnerId, Created Date',
    ),
    silent: [],
  },
  {
    format: 'salesforce-contacts',
    tells: [
      ['Last Name|Full Name', 'Account Name', 'Mailing Street|Mailing City|Contact ID|Contact Owner|Asst. Phone'],
      ['LastName', 'AccountId|Account.Name', 'MailingStreet|MailingCity|MobilePhone|Email'],
    ],
    holds: 'people',
    columns: [
      column('Contact ID|Id', 'person.externalIds', ID),
      column('First Name|FirstName', 'person.given'),
      column('Middle Name|MiddleName', 'person.middle'),
      column('Last Name|LastName', 'person.family'),
      column('Full Name|Name', 'person.name'),
      column('Account Name|Account.Name', 'company.name'),
      column('Account ID|AccountId', 'company.externalIds', ID),
      column('Title', 'person.title'),
      column('Department', 'person.department'),
      column('Email', 'person.emails', { one: true }),
      column('Phone|Business Phone', 'person.phones', { label: 'work' }),
      column('Mobile|Mobile Phone|MobilePhone', 'person.phones', { label: 'mobile' }),
      column('Home Phone|HomePhone', 'person.phones', { label: 'home' }),
      column('Other Phone|OtherPhone', 'person.phones', { label: 'other' }),
      column('Fax|Business Fax', 'person.phones', { label: 'fax' }),
      column('Asst. Phone|AssistantPhone', 'person.phones', { label: 'assistant' }),
      ...address('Mailing ', 'work'),
      column('Description', 'person.note'),
      column('Contact Owner|Record Owner', 'person.owner'),
      column('Account Owner', 'company.owner'),
      column('Lead Source|LeadSource', 'company.channel', { channels: SOURCES }),
    ],
    untaken: headings(
      'Salutation, Birthdate, Assistant, AssistantName, Other Street, Other City, Other State/Province, Other Zip/Postal Code, Other Country, Do Not Call, Email Opt Out, Reports To, OwnerId, Created Date',
    ),
    silent: [],
  },
  {
    format: 'salesforce-accounts',
    tells: [
      ['Account Name', 'Billing Street|Billing City', 'Industry|Type|Website|Employees|Rating|Account ID'],
      ['Name', 'BillingStreet|BillingCity', 'Industry|Type|Website|Phone|OwnerId'],
    ],
    holds: 'companies',
    columns: [
      column('Account ID|Id', 'company.externalIds', ID),
      column('Account Name|Name', 'company.name'),
      column('Phone', 'company.phones', { label: 'main' }),
      column('Fax', 'company.phones', { label: 'fax' }),
      column('Website', 'company.website'),
      column('Industry', 'company.industry'),
      ...address('Billing ', 'work'),
      ...address('Shipping ', 'other'),
      column('Description', 'company.note'),
      column('Account Owner|Record Owner', 'company.owner'),
      column('Type', 'company.state', { stages: TYPES }),
    ],
    untaken: headings(
      'Account Number, AccountNumber, Annual Revenue, AnnualRevenue, Employees, NumberOfEmployees, Rating, Ticker Symbol, TickerSymbol, SIC Code, Sic, Ownership, Parent Account, OwnerId, Created Date',
    ),
    silent: [],
  },
];

function address(of: string, label: ContactLabel): Column[] {
  const part = (words: string, part: 'street' | 'city' | 'region' | 'postcode' | 'country'): Column =>
    column([...words.split('|').map((word) => of + word), api(of, words)].join('|'), 'company.addresses', {
      label,
      part,
    });
  return [
    part('Street', 'street'),
    part('City', 'city'),
    part('State/Province|State', 'region'),
    part('Zip/Postal Code|Postal Code', 'postcode'),
    part('Country', 'country'),
  ];
}

/** `Mailing Zip/Postal Code` is `MailingPostalCode` to the Data Loader. */
function api(of: string, words: string): string {
  const last = words.slice(words.lastIndexOf('|') + 1);
  return (of + last).replaceAll(' ', '');
}
